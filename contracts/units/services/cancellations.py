"""Cancelling a unit: with the other side's consent, or when the freelancer fell silent."""

from django.db import transaction
from django.utils import timezone

from contracts.agreements.errors import ContractNotRunning
from contracts.agreements.services.standstills import stands_still
from contracts.units.errors import (
    CancellationPending,
    FreelancerNotSilent,
    NotYoursToAnswer,
    SilenceDecidesNothing,
)
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.units import Unit
from contracts.units.queries.silence import due_by_end, free_to_reclaim_at, last_sign_of
from contracts.units.services.annulments import annul_unit
from contracts.units.services.completion import close_if_settled
from contracts.units.services.locks import lock_unit
from contracts.units.states import (
    CANCELLATION,
    HOLDING,
    UNFUNDED,
    CancellationState,
    UnitState,
)
from marketplace.core.data.actors import Actor
from marketplace.core.data.batches import batched
from marketplace.core.data.errors import IllegalMove
from marketplace.core.data.events import record
from marketplace.core.text.moments import day, moment
from marketplace.core.web.reasons import require_reason
from payments.escrows.states import CancelReason

SILENT = "The freelancer was silent for seven days."
NOT_IN_TIME = "Nothing was delivered in time."


@transaction.atomic
def ask_cancellation(*, unit: Unit, by: Actor, why: str) -> Cancellation:
    """Ask the other side to agree that a unit ends; nothing moves until they do."""
    lock_unit(unit)
    require_reason(why)
    _refuse_unless_open(unit, "cancelling")
    if unit.cancellations.filter(state=CancellationState.ASKED).exists():
        raise CancellationPending(name=unit.name)
    cancellation = Cancellation.objects.create(
        unit=unit, side=by.role, asked_by=by.user, reason=why.strip()
    )
    record(
        "cancellation.asked",
        subject=cancellation,
        actor=by,
        why=cancellation.reason,
        particulars={"position": unit.position, "name": unit.name},
    )
    return cancellation


@transaction.atomic
def agree_cancellation(*, cancellation: Cancellation, by: Actor) -> Cancellation:
    """End the unit as asked: held funds go back to the client in full."""
    unit = cancellation.unit
    lock_unit(unit)
    if by.role == cancellation.side:
        raise NotYoursToAnswer
    with batched():
        CANCELLATION.move(cancellation, "agreed", actor=by)
        why, because = cancellation.reason, CancelReason.CANCELLED
        annul_unit(unit, by=by, because=because, why=why, has_open_question=False)
        close_if_settled(unit.contract)
    return cancellation


@transaction.atomic
def refuse_cancellation(*, cancellation: Cancellation, by: Actor, why: str = "") -> Cancellation:
    """Go on with the unit; who asked is told why."""
    lock_unit(cancellation.unit)
    if by.role == cancellation.side:
        raise NotYoursToAnswer
    CANCELLATION.move(cancellation, "refused", actor=by, why=why)
    return cancellation


@transaction.atomic
def drop_cancellation(*, cancellation: Cancellation, by: Actor) -> Cancellation:
    """Take the question back; only the side that asked can."""
    lock_unit(cancellation.unit)
    if by.role != cancellation.side:
        raise NotYoursToAnswer
    CANCELLATION.move(cancellation, "dropped", actor=by)
    return cancellation


@transaction.atomic
def reclaim_unit(*, unit: Unit, by: Actor) -> Unit:
    """Refund a funded unit for which nothing was submitted: in seven silent days, or in time."""
    lock_unit(unit)
    if stands_still(unit.contract):
        raise SilenceDecidesNothing(name=unit.contract.kept_out_name)
    free_on = free_to_reclaim_at(unit)
    if free_on is None:
        raise IllegalMove(noun=unit.of_kind.noun, state=unit.get_state_display(), verb="reclaimed")
    if free_on > timezone.now():
        sign = last_sign_of(unit)
        raise FreelancerNotSilent(
            name=unit.contract.freelancer,
            date=day(sign),
            free_on=moment(free_on),
        )
    due = due_by_end(unit)
    is_late = due is not None and due <= timezone.now()
    why = NOT_IN_TIME if is_late else SILENT
    annul_unit(unit, by=by, because=CancelReason.CANCELLED, why=why)
    close_if_settled(unit.contract)
    return unit


def _refuse_unless_open(unit: Unit, act: str) -> None:
    if not unit.contract.is_running:
        raise ContractNotRunning(state=unit.contract.get_state_display(), act=act)
    if unit.state not in (*UNFUNDED, *HOLDING):
        raise IllegalMove(
            noun=unit.of_kind.noun, state=unit.get_state_display(), verb=UnitState.CANCELLED
        )
