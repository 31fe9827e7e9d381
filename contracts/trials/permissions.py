"""Who may do what with a paid trial: pure predicates, one per act."""

from typing import Any

from contracts.agreements.permissions import hires_for
from contracts.units.models.units import Unit
from projects.briefs.models.briefs import Brief
from projects.proposals.models.proposals import Proposal
from projects.proposals.permissions import can_decide_on_proposal, can_view_proposals_of


def can_offer_trial(user: Any, proposal: Proposal) -> bool:
    return can_decide_on_proposal(user, proposal)


def can_give_feedback(user: Any, unit: Unit) -> bool:
    return hires_for(user, unit.contract)


def can_compare_trials(user: Any, brief: Brief) -> bool:
    return can_view_proposals_of(user, brief)
