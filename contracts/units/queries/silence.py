"""How long a freelancer has been silent on a milestone's contract."""

from datetime import datetime, timedelta

from contracts.agreements.states import ContractState
from contracts.milestones.models import Milestone
from contracts.units.queries.events import events_of_contract
from contracts.units.states import MilestoneState
from marketplace.core.data.events import events_of

# Product rule: after this long without a sign, held funds may be taken back.
SILENCE = timedelta(days=7)


def last_sign_of(milestone: Milestone) -> datetime:
    """The freelancer's latest act on the contract; before any, the start of the clock.

    The clock starts when the milestone is funded, and again when a paused contract resumes, a
    bank's dispute of the payment is over, or a side that was kept out can act again.
    """
    contract = milestone.contract
    own = events_of_contract(contract).filter(actor=contract.freelancer_id)
    latest = own.values_list("at", flat=True).last()
    thawed = events_of(milestone).filter(verb="milestone.payment_undisputed")
    thawed_at = thawed.values_list("at", flat=True).last()
    signs = (milestone.funded_at, contract.resumed_at, latest, thawed_at)
    return max(sign for sign in signs if sign is not None)


def free_to_reclaim_at(milestone: Milestone) -> datetime | None:
    """From when the client may take the funds back alone; None where that is not possible."""
    is_running = milestone.contract.state in (ContractState.ACTIVE, ContractState.ENDING)
    if not is_running or milestone.state != MilestoneState.FUNDED or milestone.is_disputed:
        return None
    if milestone.contract.stands_still:
        return None
    return last_sign_of(milestone) + SILENCE
