from marketplace.core.data.jobs import job
from payments.card_disputes.services import reminders as card_dispute_reminders


@job("payments.remind_of_card_disputes", expires=3600)
def remind_of_card_disputes() -> None:
    card_dispute_reminders.remind_of_card_disputes()
