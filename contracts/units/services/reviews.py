"""The review of a unit: it begins with what is handed in, and approves it or sends it back."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import capfirst

from contracts.agreements.errors import ContractNotRunning
from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.standstills import stands_still
from contracts.agreements.states import ContractState
from contracts.units.models.units import Unit
from contracts.units.services.completion import close_if_settled
from contracts.units.services.criteria import find_all_met
from contracts.units.services.locks import lock_unit
from contracts.units.services.moves import move_unit
from contracts.units.states import UnitState
from marketplace.core.data.actors import CLIENT, SYSTEM, Actor
from marketplace.core.data.batches import batched
from marketplace.core.data.money import Money
from payments.escrows.services.reviews import begin_review, end_review
from payments.releases.services.releases import PAID_CHARGE, release_below_unit, release_part

DELIVERING = (ContractState.ACTIVE, ContractState.ENDING)


def refuse_undeliverable(contract: Contract) -> None:
    """Raise ContractNotRunning unless people may deliver on it."""
    if contract.state not in DELIVERING:
        raise ContractNotRunning(state=contract.get_state_display(), act="delivering")


def submit(unit: Unit, *, by: Actor, **particulars: Any) -> None:
    """Work on a locked unit is handed in: its money rests with the review, which begins."""
    now = timezone.now()
    ends_at = unit.of_kind.review_ends_at(unit, now)
    changes = {"submitted_at": now, "review_ends_at": ends_at}
    amount = unit.outstanding.minor
    move_unit(unit, "submitted", by=by, changes=changes, amount=amount, **particulars)
    begin_review(escrow=unit.held_in, by=by, is_locked=True)


@transaction.atomic
def approve_unit(
    *, unit: Unit, by: Actor, why: str = "", note: str = "", is_locked: bool = False
) -> Unit:
    """Accept what was delivered and release what is still held, less the fee.

    `note` is the client's word to the freelancer; the event keeps it. Payments answers with
    `escrow_released` in the same transaction; both sides are told.
    """
    read = {} if is_locked else lock_unit(unit, charge_id=PAID_CHARGE)
    with batched():
        move_unit(
            unit,
            "approved",
            by=by,
            why=why or note,
            changes={"approved_at": timezone.now(), "review_ends_at": None},
            amount=unit.outstanding.minor,
            fee=unit.outstanding_fee.minor,
            receives=unit.outstanding_receives.minor,
            currency=unit.currency,
        )
        if by.role == CLIENT:
            find_all_met(unit)
        why = why or f"{capfirst(unit.name)} approved"
        release_below_unit(escrow=unit.held_in, by=by, why=why, charge_id=read.get("charge_id"))
    return unit


def approve_part(unit: Unit, *, part: Money, by: Actor, why: str) -> None:
    """Release `part` of a locked unit in review; the rest is held until it is decided."""
    fee = unit.held_in.fee_of(part)
    changes = {"approved_at": timezone.now(), "review_ends_at": None}
    told = {"amount": part.minor, "fee": fee.minor, "receives": (part - fee).minor}
    held = {"held": (unit.outstanding - part).minor, "currency": unit.currency}
    move_unit(unit, "part_approved", by=by, why=why, changes=changes, **told, **held)
    if part:
        why = why or f"{capfirst(unit.name)} approved in part"
        release_part(escrow=unit.held_in, part=part, by=by, why=why)


@transaction.atomic
def approve_silent_unit(*, unit: Unit) -> bool:
    """Approve for a client who let the review period end; returns whether it was due."""
    lock_unit(unit)
    due = unit.review_ends_at
    if unit.state != UnitState.SUBMITTED or due is None or due > timezone.now():
        return False
    if unit.is_disputed or stands_still(unit.contract):
        return False
    unit.of_kind.approve(unit, SYSTEM, "")
    return True


def mark_released(*, unit: Unit) -> None:
    """Payments has moved the money of a locked unit on; the contract may be complete with it.

    Harmless twice.
    """
    if unit.state == UnitState.APPROVED:
        move_unit(unit, "released", by=SYSTEM, changes={"settled_at": timezone.now()})
        close_if_settled(unit.contract)


def send_back(unit: Unit, *, by: Actor, why: str, **particulars: Any) -> None:
    """A locked unit in review goes back to the freelancer; its money is held as before."""
    move_unit(unit, "returned", by=by, why=why, changes={"review_ends_at": None}, **particulars)
    end_review(escrow=unit.held_in, by=by, why="Changes were requested", is_locked=True)
