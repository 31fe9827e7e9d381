"""Held money to the payee: all that is held, or a part of it, less the fee in proportion."""

from django.db import transaction
from django.utils import timezone

from marketplace.core.actors import Actor
from marketplace.core.jobs import enqueue
from marketplace.core.money import Money
from payments import ledger
from payments.chart import RELEASE, AccountKind
from payments.models import Escrow, Payout
from payments.services.held_funds import lock_held, lock_part
from payments.services.payouts import clearing_end, send_at_once
from payments.services.refunds import refund_part
from payments.signals import escrow_released
from payments.states import ESCROW, ChargeState


@transaction.atomic
def release_escrow(*, escrow: Escrow, by: Actor, why: str) -> Payout:
    """The evidence is there: the fee stays with the platform, the rest is the payee's.

    Releases all that is still held. Side effects: ledger movement, a payout,
    `escrow_released`. Raises EscrowNotHeld.
    """
    lock_held(escrow)
    payout = _release(escrow, escrow.held, verb="released", by=by, why=why)
    escrow_released.send(sender=Escrow, escrow=escrow, payout=payout, actor=by)
    return payout


@transaction.atomic
def release_part(*, escrow: Escrow, part: Money, by: Actor, why: str) -> Payout:
    """Release less than is held; the rest stays held.

    Side effects: ledger movement, a payout. Raises EscrowNotHeld, NotAPart or CurrencyMismatch.
    """
    lock_part(escrow, part)
    return _release(escrow, part, verb="part_released", by=by, why=why)


@transaction.atomic
def settle_escrow(*, escrow: Escrow, to_payee: Money, by: Actor, why: str) -> Payout:
    """Split what is held: `to_payee` is released, before its fee, and the rest refunded.

    Side effects: those of a part's refund and of the release. Raises as they do.
    """
    lock_part(escrow, to_payee)
    refund_part(escrow=escrow, part=escrow.held - to_payee, by=by, why=why)
    return release_escrow(escrow=escrow, by=by, why=why)


def _release(escrow: Escrow, gross: Money, *, verb: str, by: Actor, why: str) -> Payout:
    fee = escrow.fee_of(gross)
    charge = escrow.charges.get(state=ChargeState.SUCCEEDED)
    payout = Payout.objects.create(
        escrow=escrow,
        payee=escrow.payee,
        charge=charge,
        currency=escrow.currency,
        amount=(gross - fee).minor,
        fee=fee.minor,
        clears_at=clearing_end(),
    )
    changes: dict[str, object] = {"released": escrow.released + gross.minor, "payout": payout}
    if verb == "released":
        changes |= {"closed_at": timezone.now(), "in_review_since": None}
    told = {"amount": gross.minor, "payout": str(payout.public_id)}
    ESCROW.move(escrow, verb, actor=by, why=why, changes=changes, particulars=told)
    ledger.post(
        RELEASE,
        key=f"release:{payout.public_id}",
        currency=escrow.currency,
        amounts={"net": payout.amount, "fee": payout.fee},
        owners={AccountKind.HELD: escrow.pk, AccountKind.PAYEE_CLEARING: escrow.payee_id},
    )
    enqueue("payments.issue_payout_documents", payout_id=payout.pk)
    send_at_once(payout=payout)
    return payout
