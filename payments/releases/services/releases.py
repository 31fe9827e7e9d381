"""Held money to the payee: all that is held, or a part of it, less the fee in proportion."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from marketplace.core.data.actors import Actor
from marketplace.core.data.batches import batched
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.money import Money
from payments.charges.models import Charge
from payments.charges.states import ChargeState
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.held_funds import lock_part, refuse_no_part, refuse_unheld
from payments.escrows.services.locks import lock_escrow
from payments.escrows.states import ESCROW
from payments.ledger.chart import RELEASE, AccountKind
from payments.ledger.services import ledger
from payments.payouts.models.payouts import Payout
from payments.payouts.services.payouts import clearing_end, send_at_once
from payments.refunds.services.refunds import refund_part
from payments.releases.signals import escrow_released

# Read with the lock of the escrow.
PAID_CHARGE = Subquery(
    Charge.objects.filter(escrow=OuterRef("pk"), state=ChargeState.SUCCEEDED).values("pk")
)


@dataclass(frozen=True)
class Release:
    """One release of a locked escrow: who lets it go and why, and the rows that it names."""

    escrow: Escrow
    by: Actor
    why: str
    charge_id: int


@transaction.atomic
def release_escrow(*, escrow: Escrow, by: Actor, why: str) -> Payout:
    """The evidence is there: the fee stays with the platform, the rest is the payee's.

    Releases all that is still held. Side effects: ledger movement, a payout,
    `escrow_released`. Raises EscrowNotHeld.
    """
    return _release_all(Release(escrow, by, why, _charge_id(escrow)))


def release_below_unit(
    *, escrow: Escrow, by: Actor, why: str, charge_id: int | None = None
) -> Payout:
    """As `release_escrow`, in the transaction of a caller that has locked unit and escrow.

    Such a caller may have read the charge with the lock (PAID_CHARGE).
    """
    refuse_unheld(escrow)
    return _release_all(Release(escrow, by, why, charge_id or _paid_charge(escrow)))


@transaction.atomic
def release_part(*, escrow: Escrow, part: Money, by: Actor, why: str) -> Payout:
    """Release less than is held; the rest stays held.

    Side effects: ledger movement, a payout. Raises EscrowNotHeld, NotAPart or CurrencyMismatch.
    """
    release = Release(escrow, by, why, _charge_id(escrow))
    refuse_no_part(escrow, part)
    return _release(release, part, verb="part_released")


@transaction.atomic
def settle_escrow(*, escrow: Escrow, to_payee: Money, by: Actor, why: str) -> Payout:
    """Split what is held: `to_payee` is released, before its fee, and the rest refunded.

    Side effects: those of a part's refund and of the release. Raises as they do.
    """
    lock_part(escrow, to_payee)
    refund_part(escrow=escrow, part=escrow.held - to_payee, by=by, why=why)
    return release_escrow(escrow=escrow, by=by, why=why)


def _charge_id(escrow: Escrow) -> int:
    """Lock the escrow, which must be held; the charge that it was paid by."""
    charge_id: int | None = lock_escrow(escrow, charge_id=PAID_CHARGE)["charge_id"]
    refuse_unheld(escrow)
    # It may have been paid while we waited for the lock: only a new statement sees the charge.
    return charge_id or _paid_charge(escrow)


def _paid_charge(escrow: Escrow) -> int:
    return escrow.charges.get(state=ChargeState.SUCCEEDED).pk


def _release_all(release: Release) -> Payout:
    payout = _release(release, release.escrow.held, verb="released")
    escrow_released.send(sender=Escrow, escrow=release.escrow, payout=payout, actor=release.by)
    return payout


def _release(release: Release, gross: Money, *, verb: str) -> Payout:
    escrow = release.escrow
    fee = escrow.fee_of(gross)
    payout = Payout.objects.create(
        escrow=escrow,
        payee_id=escrow.payee_id,
        charge_id=release.charge_id,
        currency=escrow.currency,
        amount=(gross - fee).minor,
        fee=fee.minor,
        clears_at=clearing_end(escrow),
    )
    with batched():
        _move(release, payout, gross, verb)
        enqueue("payments.issue_payout_documents", payout_id=payout.pk)
    ledger.post(
        RELEASE,
        key=f"release:{payout.public_id}",
        currency=escrow.currency,
        amounts={"net": payout.amount, "fee": payout.fee},
        owners={AccountKind.HELD: escrow.pk, AccountKind.PAYEE_CLEARING: escrow.payee_id},
    )
    send_at_once(payout=payout)
    return payout


def _move(release: Release, payout: Payout, gross: Money, verb: str) -> None:
    escrow = release.escrow
    changes: dict[str, object] = {"released": escrow.released + gross.minor, "payout": payout}
    if verb == "released":
        changes |= {"closed_at": timezone.now(), "in_review_since": None}
    ESCROW.move(
        escrow,
        verb,
        actor=release.by,
        why=release.why,
        changes=changes,
        particulars={"amount": gross.minor, "payout": str(payout.public_id)},
        is_locked=True,
    )
