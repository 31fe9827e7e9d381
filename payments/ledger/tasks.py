from marketplace.core.data.jobs import job
from payments.ledger.services import roll_ups


@job("payments.roll_up_accounts", expires=300)
def roll_up_accounts() -> None:
    roll_ups.roll_up_accounts()
