"""Money held for one payable unit: opened and cancelled. Its ends have their own files."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import Organisation, User
from marketplace.core.data.actors import Actor
from marketplace.core.data.events import record
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.money import Money
from marketplace.core.data.prices import check_price
from marketplace.core.text.words import shortened
from payments.models import Escrow
from payments.services.fees import FeeTerms
from payments.services.locks import lock_escrow
from payments.services.plan_moves import end_plan
from payments.services.refunds import refund_escrow
from payments.services.releases import release_escrow
from payments.states import ESCROW, UNFINISHED, CancelReason

__all__ = ["UnitGroup", "cancel_escrow", "open_escrow", "refund_escrow", "release_escrow"]


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
        bonus_for=bonus_for,
    )
    record("escrow.opened", subject=escrow, actor=by, to_state=escrow.state, why=why)
    return escrow


@transaction.atomic
def cancel_escrow(*, escrow: Escrow, by: Actor, because: CancelReason) -> None:
    """Give up an escrow before it is funded. Side effect: an open checkout is closed.

    `because` is told to both sides if a payment arrives all the same.
    """
    lock_escrow(escrow)
    changes = {"closed_at": timezone.now(), "cancel_reason": because.value}
    ESCROW.move(escrow, "cancelled", actor=by, changes=changes)
    end_plan(escrow)
    for charge in escrow.charges.filter(state__in=UNFINISHED):
        enqueue("payments.close_charge", charge_id=charge.pk)
