"""What happened to a payout, in words that its payee may read."""

from marketplace.core.data.actors import FREELANCER
from marketplace.core.data.events import events_of
from marketplace.core.data.models import Event
from payments.escrows.queries.movements import MovementLine, told_of
from payments.payouts.models.bank_payouts import BankPayout
from payments.payouts.models.payouts import Payout


def movements_of_payout(payout: Payout) -> list[MovementLine]:
    """The payee's view of one payout, from the release on; newest first."""
    subjects, own = [payout, payout.escrow], str(payout.public_id)
    events = [event for event in events_of(*subjects) if _is_of_payout(event, own)]
    return told_of(subjects, FREELANCER, events)


def movements_of_bank_payout(bank_payout: BankPayout) -> list[MovementLine]:
    """Newest first, for the person whose bank it is."""
    return told_of([bank_payout], FREELANCER, events_of(bank_payout))


def _is_of_payout(event: Event, own: str) -> bool:
    """The payout's own events, and the release that made it."""
    is_release = event.verb in ("escrow.released", "escrow.part_released")
    made = event.particulars.get("payouts", [event.particulars.get("payout", own)])
    return event.verb.startswith("payout.") or (is_release and own in made)
