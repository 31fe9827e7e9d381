"""Something on top: an escrow of its own, released as soon as it is paid."""

from django.db import transaction

from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.events import events_of
from marketplace.core.data.money import CurrencyMismatch, Money
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.escrows import UnitGroup, open_escrow
from payments.escrows.services.fees import FeeTerms
from payments.escrows.services.locks import lock_escrow
from payments.escrows.states import EscrowState
from payments.releases.errors import BonusUnpaid, NothingToThankFor
from payments.releases.services.releases import release_escrow

UNPAID = (EscrowState.AWAITING_FUNDS, EscrowState.PROCESSING)


@transaction.atomic
def open_bonus(*, escrow: Escrow, amount: Money, by: Actor, why: str) -> Escrow:
    """Promise a bonus for work of which something was released; it is paid at the checkout.

    Asked again with the same amount, the same one. Raises NothingToThankFor, BonusUnpaid,
    CurrencyMismatch or PriceOutOfBounds.
    """
    lock_escrow(escrow)
    if amount.currency != escrow.currency:
        raise CurrencyMismatch(left=amount.currency, right=escrow.currency)
    if not escrow.released or escrow.bonus_for_id:
        raise NothingToThankFor()
    unpaid = escrow.bonuses.filter(state__in=UNPAID).first()
    if unpaid is not None and unpaid.money != amount:
        raise BonusUnpaid(amount=unpaid.money)
    return unpaid or open_escrow(
        payer=escrow.payer,
        payee=escrow.payee,
        amount=amount,
        title=f"Bonus for {escrow.title}",
        fee=FeeTerms(basis_points=escrow.fee_basis_points),
        by=by,
        group=UnitGroup(escrow.group_id, escrow.group_title),
        bonus_for=escrow,
        why=why,
    )


def pass_on_bonus(*, escrow: Escrow) -> None:
    """Release a bonus that was just paid, with the client's thanks as the reason.

    Runs in the transaction that took the payment over.
    """
    thanks = events_of(escrow).filter(verb="escrow.opened").values_list("why", flat=True)
    release_escrow(escrow=escrow, by=SYSTEM, why=thanks[0])
