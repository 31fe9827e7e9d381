"""Money promised for one payable unit. How it is paid, and its ends, stand with their nouns."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from marketplace.core.data.actors import Actor
from marketplace.core.data.events import record
from marketplace.core.data.money import Money
from marketplace.core.data.prices import check_price
from marketplace.core.text.words import shortened
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.fees import FeeTerms


@dataclass(frozen=True)
class UnitGroup:
    """What several units are parts of, such as a contract; to payments a label."""

    id: UUID | None
    title: str


ALONE = UnitGroup(id=None, title="")


@transaction.atomic
def open_escrow(
    *,
    payer: Organisation,
    payee: User,
    amount: Money,
    title: str,
    fee: FeeTerms,
    by: Actor,
    group: UnitGroup = ALONE,
    clears_at_once: bool = False,
    bonus_for: Escrow | None = None,
    why: str = "",
) -> Escrow:
    """Promise to hold `amount` for one unit, or pass it on at once; nothing is charged yet.

    Raises PriceOutOfBounds for what one payment cannot carry.
    """
    check_price(amount, what="A payment")
    escrow = Escrow.objects.create(
        payer=payer,
        payee=payee,
        currency=amount.currency,
        amount=amount.minor,
        title=shortened(title, 200),
        group_id=group.id,
        group_title=shortened(group.title, 200),
        fee_basis_points=fee.basis_points,
        clears_at_once=clears_at_once,
        bonus_for=bonus_for,
    )
    record("escrow.opened", subject=escrow, actor=by, to_state=escrow.state, why=why)
    return escrow
