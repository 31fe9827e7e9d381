"""What a lost card dispute costs, whom, and what happens when it is won after all.

What was held is gone first. What had been released the platform bears, until a moderator
decides on the evidence that the payee does.
"""

from collections import Counter

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.money import Money
from marketplace.core.staff.reasons import require_staff_reason
from payments.card_disputes.errors import LossNotToDecide, NothingToSettle
from payments.card_disputes.models import Bearer, CardDispute
from payments.card_disputes.queries import frozen_since, is_settleable
from payments.card_disputes.services.locks import lock_dispute
from payments.card_disputes.signals import escrow_charged_back, escrow_undisputed
from payments.card_disputes.states import CARD_DISPUTE, CardDisputeState
from payments.charges.models import Charge
from payments.charges.queries import left_of
from payments.charges.services.fundings import (
    CHARGED_BACK,
    REFUNDED,
    charged_back,
    note_charged_back,
    put_back,
    take_of_charge,
)
from payments.charges.states import ChargeState
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.locks import lock_escrow
from payments.escrows.states import CLOSED, ESCROW, EscrowState
from payments.ledger.chart import (
    DISPUTE_LOST,
    DISPUTE_OVERTURNED,
    LOSS_RECOVERED,
    LOSS_RETURNED,
    AccountKind,
    Movement,
)
from payments.ledger.services import ledger
from payments.payouts.models.payouts import Payout
from payments.payouts.services.bookkeeping import post_for_payee
from payments.payouts.services.payouts import clearing_end, send_at_once
from payments.refunds.services.refunds import refund_escrow
from payments.refunds.states import REFUND, RefundState
from payments.releases.services.recalls import take_back
from payments.releases.services.releases import release_escrow

OVERTAKEN = "The card holder's bank took the money back instead."


def book_loss(dispute: CardDispute, charge: Charge, holders: list[Escrow]) -> None:
    """Book what a lost dispute took, as soon as the processor has booked it.

    `holders` have money of the charge, its own escrow first. Runs in the transaction of a caller
    that has locked them, the charge and the dispute.
    """
    if dispute.state != CardDisputeState.LOST or dispute.at_bank <= 0:
        return
    dispute.charge = charge
    lost = dispute.at_bank
    of_escrows = _held_of(charge, holders, lost)
    taken = of_escrows + _overtake_refunds(dispute, lost - of_escrows.total())
    held = taken.total()
    dispute.lost_held += held
    dispute.lost_released += lost - held
    if lost > held:
        dispute.bears = Bearer.UNDECIDED if dispute.recoverable else Bearer.PLATFORM
    dispute.save(update_fields=["lost_held", "lost_released", "bears"])
    _post(DISPUTE_LOST, dispute, holders, taken, released=lost - held)
    for escrow in holders:
        note_charged_back(escrow, charge, taken[escrow.pk] - of_escrows[escrow.pk])
        if of_escrows[escrow.pk]:
            _charge_back(escrow, charge, of_escrows[escrow.pk])


def _held_of(charge: Charge, holders: list[Escrow], lost: int) -> Counter[int]:
    """What of a loss is taken from what escrows hold of a charge: minor units by their rows."""
    taken: Counter[int] = Counter()
    for escrow in holders if charge.state == ChargeState.SUCCEEDED else ():
        rest, held = lost - taken.total(), left_of(escrow, charge)
        if escrow.state == EscrowState.DISPUTED:
            taken[escrow.pk] = min(rest, held)
        elif escrow.state == EscrowState.RECALLED and rest >= held == escrow.left:
            taken[escrow.pk] = held
    return taken


def _overtake_refunds(dispute: CardDispute, lost: int) -> Counter[int]:
    """Refunds that failed left their money held: the bank has given it to the payer now."""
    taken: Counter[int] = Counter()
    failed = dispute.charge.refunds.filter(state=RefundState.FAILED)
    for refund in failed.select_for_update().order_by("id"):
        if taken.total() + refund.amount <= lost:
            REFUND.move(refund, "overtaken", actor=SYSTEM, why=OVERTAKEN)
            taken[refund.escrow_id] += refund.amount
    return taken


def _charge_back(escrow: Escrow, charge: Charge, part: int) -> None:
    take_of_charge(escrow, charge, part, REFUNDED, CHARGED_BACK)
    changes: dict[str, object] = {"refunded": escrow.refunded + part}
    told = {"amount": part}
    if part < escrow.left:
        ESCROW.move(escrow, "part_charged_back", actor=SYSTEM, changes=changes, particulars=told)
        escrow_undisputed.send(sender=Escrow, escrow=escrow, since=frozen_since(escrow))
        return
    changes |= {"closed_at": timezone.now(), "in_review_since": None}
    ESCROW.move(escrow, "charged_back", actor=SYSTEM, changes=changes, particulars=told)
    escrow_charged_back.send(sender=Escrow, escrow=escrow)


@transaction.atomic
def decide_loss(*, dispute: CardDispute, bears: str, by: Actor, why: str) -> None:
    """Staff: the platform, or the payee, bears what had been released.

    Borne by the payee it is kept of what was not sent, reversed at the processor, and owed for
    the rest. Side effects: ledger movements, jobs, events. Raises LossNotToDecide,
    PayoutUnderWay or ReasonTooShort.
    """
    require_staff_reason(why)
    lock_undecided(dispute, bears)
    escrow, part = dispute.escrow, dispute.recoverable
    told = {"amount": part.minor if bears == Bearer.PAYEE else dispute.lost_released}
    verb = f"borne_by_{bears}"
    CARD_DISPUTE.move(dispute, verb, actor=by, why=why, changes={"bears": bears}, particulars=told)
    if bears == Bearer.PAYEE:
        _recover(escrow, part, by=by, why=why)


def lock_undecided(dispute: CardDispute, bears: str) -> None:
    """Lock a lost dispute about whose loss nobody has decided; raises LossNotToDecide."""
    lock_dispute(dispute)
    if dispute.bears != Bearer.UNDECIDED or bears not in (Bearer.PLATFORM, Bearer.PAYEE):
        raise LossNotToDecide(bears=dispute.get_bears_display() or "nothing was lost")


def _recover(escrow: Escrow, part: Money, *, by: Actor, why: str) -> None:
    changes: dict[str, object] = {
        "released": escrow.released - part.minor,
        "refunded": escrow.refunded + part.minor,
    }
    fee = take_back(escrow, part, movement=LOSS_RECOVERED, by=by, why=why)
    told = {"amount": part.minor, "fee": fee}
    ESCROW.move(escrow, "loss_recovered", actor=by, why=why, changes=changes, particulars=told)


def undo_loss(dispute: CardDispute, charge: Charge, holders: list[Escrow]) -> None:
    """Make good what came back of a dispute that was lost, and then won after all.

    What the payee bore they earn again; what the platform bore it has again; what was held is
    held again where it was, for staff to settle. Runs like `book_loss`.
    """
    back = -dispute.at_bank
    if back <= 0:
        return
    dispute.charge = charge
    released = min(back, dispute.lost_released)
    held = min(back - released, dispute.lost_held)
    again = _held_again(charge, holders, held)
    _post(DISPUTE_OVERTURNED, dispute, holders, again, released=released)
    if dispute.bears == Bearer.PAYEE and released:
        _return_to_payee(dispute, Money(released, dispute.currency))
    if any(escrow.state in CLOSED for escrow in holders if again[escrow.pk]):
        dispute.overturned_at = timezone.now()
    for escrow in holders:
        _hold_again(escrow, charge, again[escrow.pk])
    dispute.lost_held -= held
    dispute.lost_released -= released
    dispute.bears = "" if not dispute.lost_released else dispute.bears
    dispute.save(update_fields=["lost_held", "lost_released", "bears", "overturned_at"])


def _held_again(charge: Charge, holders: list[Escrow], held: int) -> Counter[int]:
    """Where what came back had been: what was not carried on is the own escrow's."""
    again: Counter[int] = Counter()
    for escrow in holders[1:]:
        again[escrow.pk] = min(held - again.total(), charged_back(escrow, charge))
    again[holders[0].pk] = held - again.total()
    return again


def _return_to_payee(dispute: CardDispute, part: Money) -> None:
    """A new payout of what was taken: it clears, and first repays what is still owed."""
    escrow = dispute.escrow
    fee = escrow.fee_of(part)
    payout = Payout.objects.create(
        escrow=escrow,
        payee=escrow.payee,
        charge=dispute.charge,
        currency=part.currency,
        amount=(part - fee).minor,
        fee=fee.minor,
        clears_at=clearing_end(escrow),
    )
    changes: dict[str, object] = {
        "released": escrow.released + part.minor,
        "refunded": escrow.refunded - part.minor,
        "payout": payout,
    }
    told = {"amount": part.minor, "payout": str(payout.public_id)}
    ESCROW.move(escrow, "loss_returned", actor=SYSTEM, changes=changes, particulars=told)
    amounts = {"net": payout.amount, "fee": payout.fee}
    post_for_payee(LOSS_RETURNED, payout, str(payout.public_id), **amounts)
    enqueue("payments.issue_payout_documents", payout_id=payout.pk)
    send_at_once(payout=payout)


def _hold_again(escrow: Escrow, charge: Charge, held: int) -> None:
    if not held:
        return
    put_back(escrow, charge.pk, held, REFUNDED, CHARGED_BACK)
    changes: dict[str, object] = {"refunded": escrow.refunded - held, "closed_at": None}
    told = {"amount": held}
    ESCROW.move(escrow, "held_again", actor=SYSTEM, changes=changes, particulars=told)


@transaction.atomic
def settle_overturned(*, dispute: CardDispute, to: str, by: Actor, why: str) -> None:
    """Staff: money that is held again for work that had ended goes to the payee or the payer.

    Side effects: those of a release or a refund. Raises NothingToSettle or ReasonTooShort.
    """
    require_staff_reason(why)
    escrow = lock_overturned(dispute)
    settle = release_escrow if to == Bearer.PAYEE else refund_escrow
    settle(escrow=escrow, by=by, why=why)


def lock_overturned(dispute: CardDispute) -> Escrow:
    """Lock the escrow that holds money again; raises NothingToSettle."""
    escrow = dispute.escrow
    lock_escrow(escrow)
    if not is_settleable(dispute):
        raise NothingToSettle()
    return escrow


def _post(
    movement: Movement,
    dispute: CardDispute,
    holders: list[Escrow],
    held: Counter[int],
    *,
    released: int,
) -> None:
    """Once for each sum: the key tells what the dispute had taken and given back by then.

    What escrows hold of it that it was carried on to is posted for each.
    """
    own, *others = holders
    key = f"{movement.code}:{dispute.processor_id}:{dispute.withdrawn}:{dispute.reinstated}"
    amounts = [(own, key, {"held": held[own.pk], "released": released})]
    amounts += [
        (each, f"{key}:{each.public_id}", {"held": held[each.pk], "released": 0}) for each in others
    ]
    for escrow, name, minor in amounts:
        if any(minor.values()):
            ledger.post(
                movement,
                key=name,
                currency=dispute.currency,
                amounts=minor,
                owners={AccountKind.HELD: escrow.pk},
            )
