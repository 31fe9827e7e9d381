"""How long a freelancer has been silent on a unit's contract."""

from datetime import datetime, timedelta

from contracts.agreements.states import ContractState
from contracts.units.models.units import Unit
from contracts.units.queries.events import events_of_contract, own_events_of
from contracts.units.states import UnitState

# Product rule: after this long without a sign, held funds may be taken back.
SILENCE = timedelta(days=7)


def last_sign_of(unit: Unit) -> datetime:
    """The freelancer's latest act on the contract; before any, the start of the clock.

    The clock starts when the unit is funded, and again when a paused contract resumes, a
    bank's dispute of the payment is over, or a side that was kept out can act again.
    """
    contract = unit.contract
    own = events_of_contract(contract).filter(actor=contract.freelancer_id)
    latest = own.values_list("at", flat=True).last()
    thawed = own_events_of(unit, "payment_undisputed")
    thawed_at = thawed.values_list("at", flat=True).last()
    signs = (unit.funded_at, contract.resumed_at, latest, thawed_at)
    return max(sign for sign in signs if sign is not None)


def free_to_reclaim_at(unit: Unit) -> datetime | None:
    """From when the client may take the funds back alone; None where that is not possible."""
    if not unit.of_kind.counts_silence:
        return None
    is_running = unit.contract.state in (ContractState.ACTIVE, ContractState.ENDING)
    if not is_running or unit.state != UnitState.FUNDED or unit.is_disputed:
        return None
    if unit.contract.stands_still:
        return None
    return last_sign_of(unit) + SILENCE
