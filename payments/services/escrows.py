"""Money held for one payable unit: opened, released, cancelled. Refunds have their own file."""

from django.db import transaction
from django.utils import timezone

from accounts.models import Organisation, User
from marketplace.core.actors import Actor
from marketplace.core.events import record
from marketplace.core.jobs import enqueue
from marketplace.core.money import Money
from payments import ledger
from payments.chart import RELEASE, AccountKind
from payments.errors import EscrowNotHeld
from payments.models import Escrow, Payout
from payments.services.fees import FeeTerms
from payments.services.locks import lock_escrow
from payments.services.payouts import accrue_payout
from payments.services.refunds import refund_escrow
from payments.signals import escrow_released
from payments.states import ESCROW, ChargeState, EscrowState

__all__ = ["cancel_escrow", "open_escrow", "refund_escrow", "release_escrow"]


@transaction.atomic
def open_escrow(
    *, payer: Organisation, payee: User, amount: Money, title: str, fee: FeeTerms, by: Actor
) -> Escrow:
    """Promise to hold `amount` for one unit; nothing is charged yet."""
    escrow = Escrow.objects.create(
        payer=payer,
        payee=payee,
        currency=amount.currency,
        amount=amount.minor,
        title=title[:200],
        fee_basis_points=fee.basis_points,
    )
    record("escrow.opened", subject=escrow, actor=by, to_state=escrow.state)
    return escrow


@transaction.atomic
def release_escrow(*, escrow: Escrow, by: Actor, why: str) -> Payout:
    """The evidence is there: the fee stays with the platform, the rest is the payee's.

    Side effects: ledger movement, a payout, `escrow_released`. Raises EscrowNotHeld.
    """
    lock_escrow(escrow)
    if escrow.state != EscrowState.HELD:
        raise EscrowNotHeld(title=escrow.title, state=escrow.get_state_display().lower())
    ESCROW.move(escrow, "released", actor=by, why=why, changes={"closed_at": timezone.now()})
    ledger.post(
        RELEASE,
        key=f"release:{escrow.public_id}",
        currency=escrow.currency,
        amounts={"net": escrow.net.minor, "fee": escrow.fee.minor},
        owners={AccountKind.HELD: escrow.pk, AccountKind.PAYEE_CLEARING: escrow.payee_id},
    )
    payout = accrue_payout(escrow=escrow, charge=escrow.charges.get(state=ChargeState.SUCCEEDED))
    escrow_released.send(sender=Escrow, escrow=escrow, payout=payout, actor=by)
    return payout


@transaction.atomic
def cancel_escrow(*, escrow: Escrow, by: Actor, why: str = "") -> None:
    """Give up an escrow before it is funded. Side effect: an open checkout is closed."""
    lock_escrow(escrow)
    ESCROW.move(escrow, "cancelled", actor=by, why=why, changes={"closed_at": timezone.now()})
    for charge in escrow.charges.filter(state=ChargeState.OPEN):
        enqueue("payments.close_checkout", charge_id=charge.pk)
