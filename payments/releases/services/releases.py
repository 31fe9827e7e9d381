"""Held money to the payee: all that is held, or a part of it, less the fee in proportion.

Each charge that paid for it pays it out, the oldest first: a transfer names its own charge.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from marketplace.core.data.actors import Actor
from marketplace.core.data.batches import batched
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.money import Money
from payments.charges.models import Charge
from payments.charges.queries import paid_charge
from payments.charges.services.fundings import RELEASED, take_shares
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

# Read with the lock of the escrow; none where other escrows paid for it whole.
PAID_CHARGE = Subquery(
    Charge.objects.filter(escrow=OuterRef("pk"), state=ChargeState.SUCCEEDED).values("pk")
)


@dataclass(frozen=True)
class Release:
    """One release of a locked escrow: who lets it go and why, and its charge if that is known."""

    escrow: Escrow
    by: Actor
    why: str
    charge_id: int | None

    def shares(self, gross: Money) -> list[tuple[int, Money]]:
        """Row ids of the charges that pay `gross`, the oldest first, and how much of it."""
        if not self.escrow.carried_in:
            # It may have been paid while its lock was waited for: only a new statement sees it.
            return [(self.charge_id or paid_charge(self.escrow).pk, gross)]
        taken = take_shares(self.escrow, gross.minor, RELEASED)
        return [(share.charge.pk, Money(share.amount, gross.currency)) for share in taken]


@transaction.atomic
def release_escrow(*, escrow: Escrow, by: Actor, why: str) -> Payout:
    """The evidence is there: the fee stays with the platform, the rest is the payee's.

    Releases all that is still held. Each charge that paid for it has its payout; returns the
    newest. Side effects: ledger movements, payouts, `escrow_released`. Raises EscrowNotHeld.
    """
    return _release_all(Release(escrow, by, why, _charge_id(escrow)))


def release_below_unit(
    *, escrow: Escrow, by: Actor, why: str, charge_id: int | None = None
) -> Payout:
    """As `release_escrow`, in the transaction of a caller that has locked unit and escrow.

    Such a caller may have read the charge with the lock (PAID_CHARGE).
    """
    refuse_unheld(escrow)
    return _release_all(Release(escrow, by, why, charge_id))


@transaction.atomic
def release_part(*, escrow: Escrow, part: Money, by: Actor, why: str) -> Payout:
    """Release less than is held; the rest stays held. As `release_escrow` else.

    Side effects: ledger movements, payouts. Raises EscrowNotHeld, NotAPart or CurrencyMismatch.
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


def _charge_id(escrow: Escrow) -> int | None:
    """Lock the escrow, which must be held; the charge that it was paid by, if that is seen."""
    charge_id: int | None = lock_escrow(escrow, charge_id=PAID_CHARGE)["charge_id"]
    refuse_unheld(escrow)
    return charge_id


def _release_all(release: Release) -> Payout:
    payout = _release(release, release.escrow.held, verb="released")
    escrow_released.send(sender=Escrow, escrow=release.escrow, payout=payout, actor=release.by)
    return payout


def _release(release: Release, gross: Money, *, verb: str) -> Payout:
    escrow = release.escrow
    shares = release.shares(gross)
    fees = fees_of([share for _, share in shares], escrow.fee_of(gross))
    payouts = [
        Payout.objects.create(
            escrow=escrow,
            payee_id=escrow.payee_id,
            charge_id=charge_id,
            currency=escrow.currency,
            amount=(share - fee).minor,
            fee=fee.minor,
            clears_at=clearing_end(escrow),
        )
        for (charge_id, share), fee in zip(shares, fees, strict=True)
    ]
    with batched():
        _move(release, payouts, gross, verb)
        for payout in payouts:
            enqueue("payments.issue_payout_documents", payout_id=payout.pk)
    for payout in payouts:
        _earn(escrow, payout)
    return payouts[-1]


def fees_of(shares: Sequence[Money], whole: Money) -> list[Money]:
    """The fee `whole` on all shares by their size; the largest share bears what is rounded."""
    total = sum(share.minor for share in shares)
    fees = [Money(share.minor * whole.minor // total, whole.currency) for share in shares]
    largest = max(range(len(shares)), key=lambda at: shares[at].minor)
    fees[largest] += whole - sum(fees, Money(0, whole.currency))
    return fees


def _earn(escrow: Escrow, payout: Payout) -> None:
    ledger.post(
        RELEASE,
        key=f"release:{payout.public_id}",
        currency=escrow.currency,
        amounts={"net": payout.amount, "fee": payout.fee},
        owners={AccountKind.HELD: escrow.pk, AccountKind.PAYEE_CLEARING: escrow.payee_id},
    )
    send_at_once(payout=payout)


def _move(release: Release, payouts: Sequence[Payout], gross: Money, verb: str) -> None:
    escrow = release.escrow
    changes: dict[str, object] = {"released": escrow.released + gross.minor, "payout": payouts[-1]}
    if verb == "released":
        changes |= {"closed_at": timezone.now(), "in_review_since": None}
    told: dict[str, object] = {"amount": gross.minor, "payout": str(payouts[-1].public_id)}
    if len(payouts) > 1:
        told |= {"payouts": [str(payout.public_id) for payout in payouts]}
    ESCROW.move(
        escrow,
        verb,
        actor=release.by,
        why=release.why,
        changes=changes,
        particulars=told,
        is_locked=True,
    )
