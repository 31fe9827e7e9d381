"""Another price of an escrow that is not paid yet."""

from django.db import transaction

from marketplace.core.data.actors import Actor
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.money import CurrencyMismatch, Money
from marketplace.core.data.prices import check_price
from payments.charges.services.charges import refuse_unpayable
from payments.charges.states import UNFINISHED
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.locks import lock_escrow
from payments.escrows.states import ESCROW


@transaction.atomic
def reprice_escrow(
    *, escrow: Escrow, amount: Money, by: Actor, why: str, is_locked: bool = False
) -> None:
    """Let an escrow that awaits funds come to `amount`; what others left for it counts still.

    Whatever tries to pay the former price is closed, and goes back if it arrives all the same.
    Side effects: an event, jobs. Raises EscrowNotAwaitingFunds, EscrowBeingFunded,
    CurrencyMismatch, or PriceOutOfBounds for a rest that could not be charged.
    """
    lock_escrow(escrow, is_locked=is_locked)
    refuse_unpayable(escrow)
    if amount.currency != escrow.currency:
        raise CurrencyMismatch(left=amount.currency, right=escrow.currency)
    rest = amount - Money(escrow.carried_in, escrow.currency)
    check_price(rest, what="What is left to charge")
    told = {"amount": amount.minor, "before": escrow.amount}
    changes: dict[str, object] = {"amount": amount.minor}
    ESCROW.move(
        escrow, "repriced", actor=by, why=why, changes=changes, particulars=told, is_locked=True
    )
    for charge in escrow.charges.filter(state__in=UNFINISHED):
        enqueue("payments.close_charge", charge_id=charge.pk)
