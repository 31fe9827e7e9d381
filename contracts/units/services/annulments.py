"""A unit that ends unpaid: cancelled before its money came in, given back after."""

from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.units.models.units import Unit
from contracts.units.services.completion import close_if_settled
from contracts.units.services.locks import lock_unit
from contracts.units.services.moves import move_unit
from contracts.units.states import (
    CANCELLATION,
    HOLDING,
    UNFUNDED,
    CancellationState,
    UnitState,
)
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.money import Money
from payments.charges.services.cancellations import cancel_escrow
from payments.escrows.states import CancelReason, EscrowState
from payments.refunds.services.refunds import refund_escrow


def annul_unit(
    unit: Unit, *, by: Actor, because: CancelReason, why: str, has_open_question: bool = True
) -> None:
    """Cancel an unfunded unit or refund a funded one; it must be locked.

    An open question about it, of which there is at most one, is dropped.
    """
    if has_open_question:
        _drop_questions(unit)
    if unit.state in UNFUNDED:
        _cancel(unit, by=by, because=because, why=why)
        return
    _mark_refunded(unit, unit.outstanding, by=by, why=why)
    refund_escrow(escrow=unit.held_in, by=by, why=why, is_locked=True)


def end_carried(unit: Unit, *, carried: Money, by: Actor, why: str) -> None:
    """A locked unit ends whose money pays for another one; what was left in it goes back."""
    _drop_questions(unit)
    back = unit.outstanding
    told = {"amount": carried.minor, "back": back.minor, "currency": unit.currency}
    move_unit(unit, "carried", by=by, why=why, changes=_settled_now(), **told)
    if back:
        refund_escrow(escrow=unit.held_in, by=by, why=why, is_locked=True)


def cancel_unfunded_units(contract: Contract, *, by: Actor, because: CancelReason) -> None:
    """Cancel every unfunded unit of a locked contract, except one that is being paid."""
    units = contract.units.filter(state__in=UNFUNDED).exclude(escrow__state=EscrowState.PROCESSING)
    for unit in units.select_related("escrow"):
        unit.contract = contract
        lock_unit(unit, is_contract_locked=True)
        _cancel(unit, by=by, because=because, why=f"{because.label}.")


def is_being_paid(contract: Contract) -> bool:
    """Whether a unit's payment was made but its outcome is not known yet."""
    return contract.units.filter(
        state=UnitState.AWAITING_FUNDS, escrow__state=EscrowState.PROCESSING
    ).exists()


def mark_refunded(*, unit: Unit, amount: Money, by: Actor, why: str) -> None:
    """Payments has given all that a locked unit held back: it ends, and maybe its contract.

    Harmless after `annul_unit`, which asked for it.
    """
    if unit.state in HOLDING:
        _drop_questions(unit)
        _mark_refunded(unit, amount, by=by, why=why)
        close_if_settled(unit.contract)


def mark_charged_back(*, unit: Unit) -> None:
    """The bank gave the client all of it back: the locked unit ends, and maybe its contract."""
    if unit.state in HOLDING:
        _drop_questions(unit)
        why = "The card holder's bank took the payment back."
        move_unit(unit, "charged_back", by=SYSTEM, why=why, changes=_settled_now())
        close_if_settled(unit.contract)


def _cancel(unit: Unit, *, by: Actor, because: CancelReason, why: str) -> None:
    """An open checkout of it, if any, is closed."""
    if unit.escrow is not None:
        cancel_escrow(escrow=unit.escrow, by=by, because=because, is_locked=True)
    move_unit(unit, "cancelled", by=by, why=why, changes={"settled_at": timezone.now()})


def _mark_refunded(unit: Unit, amount: Money, *, by: Actor, why: str) -> None:
    told = {"amount": amount.minor, "currency": unit.currency}
    move_unit(unit, "refunded", by=by, why=why, changes=_settled_now(), **told)


def _drop_questions(unit: Unit) -> None:
    for question in unit.cancellations.filter(state=CancellationState.ASKED):
        CANCELLATION.move(question, "dropped", actor=SYSTEM)


def _settled_now() -> dict[str, object]:
    return {"settled_at": timezone.now(), "review_ends_at": None}
