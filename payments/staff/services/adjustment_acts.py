"""Everything that staff can do to money, by name: what it rests on, its amount, its service."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from accounts.people.models import User
from marketplace.core.data.actors import Actor
from marketplace.core.data.money import Money
from payments.card_disputes.models import CardDispute
from payments.card_disputes.services.acceptance import accept_dispute, lock_acceptable
from payments.card_disputes.services.losses import (
    decide_loss,
    lock_overturned,
    lock_undecided,
    settle_overturned,
)
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.held_funds import lock_held, lock_part
from payments.payouts.services.receivables import lock_owing, write_off_receivable
from payments.refunds.models import Refund
from payments.refunds.services.refunds import lock_failed, refund_escrow, refund_part, retry_refund
from payments.releases.services.recalls import lock_released, recall_release
from payments.staff.models import AdjustmentAct

Parameters = Mapping[str, Any]
Figures = dict[str, int]


@dataclass(frozen=True, kw_only=True)
class AdjustmentSteps:
    """One act of staff on one kind of subject.

    `look` locks the subject in the documented order, raises what the service would raise, and
    tells the figures that the act rests on; `amount` is what it is about; `carry_out` is the
    service. All three run in the caller's transaction.
    """

    look: Callable[[Any, Parameters], Figures]
    amount: Callable[[Any, Parameters], Money]
    carry_out: Callable[[Any, Parameters, Actor, str], None]


def _part_of(escrow: Escrow, parameters: Parameters) -> Money:
    return Money(parameters["amount"], escrow.currency)


def _look_at_held(escrow: Escrow, parameters: Parameters) -> Figures:
    lock_held(escrow)
    part = _part_of(escrow, parameters)
    if part != escrow.held:
        lock_part(escrow, part)
    return {"held": escrow.held.minor}


def _refund_held(escrow: Escrow, parameters: Parameters, by: Actor, why: str) -> None:
    part = _part_of(escrow, parameters)
    if part == escrow.held:
        refund_escrow(escrow=escrow, by=by, why=why)
    else:
        refund_part(escrow=escrow, part=part, by=by, why=why)


def _look_at_failed(refund: Refund, parameters: Parameters) -> Figures:
    lock_failed(refund)
    return {"amount": refund.amount}


def _resend_refund(refund: Refund, parameters: Parameters, by: Actor, why: str) -> None:
    retry_refund(refund=refund, by=by, why=why)


def _look_at_released(escrow: Escrow, parameters: Parameters) -> Figures:
    part = _part_of(escrow, parameters)
    lock_released(escrow, part)
    return {"released": escrow.released, "fee": escrow.fee_back(part).minor}


def _recall_release(escrow: Escrow, parameters: Parameters, by: Actor, why: str) -> None:
    recall_release(escrow=escrow, part=_part_of(escrow, parameters), by=by, why=why)


def _debt_part(payee: User, parameters: Parameters) -> Money:
    return Money(parameters["amount"], parameters["currency"])


def _look_at_owed(payee: User, parameters: Parameters) -> Figures:
    return {"owed": lock_owing(payee, _debt_part(payee, parameters)).minor}


def _write_off(payee: User, parameters: Parameters, by: Actor, why: str) -> None:
    write_off_receivable(payee=payee, amount=_debt_part(payee, parameters), by=by, why=why)


def _look_at_dispute(dispute: CardDispute, parameters: Parameters) -> Figures:
    lock_acceptable(dispute)
    escrow = dispute.escrow
    return {"disputed": dispute.amount, "held": escrow.left, "released": escrow.released}


def _accept_dispute(dispute: CardDispute, parameters: Parameters, by: Actor, why: str) -> None:
    accept_dispute(dispute=dispute, by=by, why=why)


def _look_at_loss(dispute: CardDispute, parameters: Parameters) -> Figures:
    lock_undecided(dispute, parameters["bears"])
    return {"lost": dispute.lost_released, "recoverable": dispute.recoverable.minor}


def _decide_loss(dispute: CardDispute, parameters: Parameters, by: Actor, why: str) -> None:
    decide_loss(dispute=dispute, bears=parameters["bears"], by=by, why=why)


def _look_at_overturned(dispute: CardDispute, parameters: Parameters) -> Figures:
    return {"held": lock_overturned(dispute).held.minor}


def _settle_overturned(dispute: CardDispute, parameters: Parameters, by: Actor, why: str) -> None:
    settle_overturned(dispute=dispute, to=parameters["to"], by=by, why=why)


def register_steps(name: AdjustmentAct, act: AdjustmentSteps) -> None:
    """For acts on units that an app above this one owns."""
    STEPS[name] = act


STEPS = {
    AdjustmentAct.REFUND_HELD: AdjustmentSteps(
        look=_look_at_held, amount=_part_of, carry_out=_refund_held
    ),
    AdjustmentAct.RESEND_REFUND: AdjustmentSteps(
        look=_look_at_failed, amount=lambda refund, _: refund.money, carry_out=_resend_refund
    ),
    AdjustmentAct.RECALL_RELEASE: AdjustmentSteps(
        look=_look_at_released, amount=_part_of, carry_out=_recall_release
    ),
    AdjustmentAct.WRITE_OFF: AdjustmentSteps(
        look=_look_at_owed, amount=_debt_part, carry_out=_write_off
    ),
    AdjustmentAct.ACCEPT_DISPUTE: AdjustmentSteps(
        look=_look_at_dispute, amount=lambda dispute, _: dispute.money, carry_out=_accept_dispute
    ),
    AdjustmentAct.DECIDE_LOSS: AdjustmentSteps(
        look=_look_at_loss, amount=lambda dispute, _: dispute.recoverable, carry_out=_decide_loss
    ),
    AdjustmentAct.SETTLE_OVERTURNED: AdjustmentSteps(
        look=_look_at_overturned,
        amount=lambda dispute, _: dispute.escrow.held,
        carry_out=_settle_overturned,
    ),
}
