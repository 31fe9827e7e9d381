"""How long a freelancer has been silent on a unit's contract."""

from datetime import datetime, timedelta

from contracts.agreements.states import ContractState
from contracts.units.models.units import Unit
from contracts.units.queries.events import events_of_contract, own_events_of
from contracts.units.states import UnitState

# Product rule: after this long without a sign, held funds may be taken back.
SILENCE = timedelta(days=7)


def last_sign_of(unit: Unit) -> datetime:
    """The freelancer's latest act on the contract; before any, the start of the clock."""
    own = events_of_contract(unit.contract).filter(actor=unit.contract.freelancer_id)
    latest = own.values_list("at", flat=True).last()
    return max(clock_started_at(unit), latest) if latest else clock_started_at(unit)


def clock_started_at(unit: Unit) -> datetime:
    """When the unit was funded, or when what had stopped its clock since then was over.

    That is a pause, a bank's dispute of the payment, or a side that was kept out.
    """
    thawed = own_events_of(unit, "payment_undisputed")
    thawed_at = thawed.values_list("at", flat=True).last()
    starts = (unit.funded_at, unit.contract.resumed_at, thawed_at)
    return max(start for start in starts if start is not None)


def free_to_reclaim_at(unit: Unit) -> datetime | None:
    """From when the client may take the funds back alone; None where that is not possible."""
    if not unit.of_kind.counts_silence:
        return None
    is_running = unit.contract.state in (ContractState.ACTIVE, ContractState.ENDING)
    if not is_running or unit.state != UnitState.FUNDED or unit.is_disputed:
        return None
    if unit.contract.stands_still:
        return None
    silent_at = last_sign_of(unit) + SILENCE
    return min(silent_at, due) if (due := due_by_end(unit)) else silent_at


def due_by_end(unit: Unit) -> datetime | None:
    """By when a unit with an end was to be delivered; None once its clock had stopped."""
    if unit.ends_at is None or clock_started_at(unit) != unit.funded_at:
        return None
    return unit.ends_at
