"""The page of one trial."""

from typing import Any

from django.utils import timezone

from contracts.agreements.permissions import hires_for, is_freelancer_of
from contracts.agreements.states import ContractState
from contracts.trials.permissions import can_give_feedback
from contracts.trials.queries import submissions_of_trials
from contracts.trials.views.loading import OfTrial
from contracts.units.permissions import (
    can_cancel_unit,
    can_fund_unit,
    can_reclaim_unit,
    can_review_unit,
    can_submit_unit,
)
from contracts.units.queries.criteria import criteria_lines
from contracts.units.queries.events import events_of_unit
from contracts.units.queries.silence import free_to_reclaim_at
from contracts.units.views.events import entries_of
from contracts.units.views.facts import cancellation_of, facts_of
from marketplace.core.web.views import Page


class TrialPage(OfTrial, Page):
    """The task, what was delivered, the feedback, and what to do next."""

    template = "contracts/trial_page.html"

    def context(self) -> dict[str, Any]:
        unit = self.unit
        rounds = submissions_of_trials().filter(unit=unit).order_by("-round")
        submissions = list(rounds)
        criteria = [criterion.text for criterion in unit.criteria.all()]
        return (
            facts_of(unit)
            | self.sides()
            | {
                "trial": self.trial,
                "criteria": criteria_lines(criteria, submissions[0] if submissions else None),
                "submissions": [(each, criteria_lines(criteria, each)) for each in submissions],
                "entries": entries_of(events_of_unit(unit).order_by("-id")),
                **self._acts(),
                **cancellation_of(self.unit, self.request.user),
                **self._reclaim(),
            }
        )

    def _acts(self) -> dict[str, bool]:
        unit, user, contract = self.unit, self.request.user, self.contract
        is_running = contract.state in (ContractState.ACTIVE, ContractState.ENDING)
        is_open = contract.is_running and not unit.is_settled
        is_silent = unit.is_settled and not self.trial.feedback
        return {
            "can_fund": can_fund_unit(user, unit) and unit.is_fundable,
            "can_deliver": can_submit_unit(user, unit) and unit.is_deliverable and is_running,
            "can_review": can_review_unit(user, unit) and unit.is_in_review,
            "can_cancel": can_cancel_unit(user, unit) and is_open,
            "can_give_feedback": can_give_feedback(user, unit) and is_silent,
            "can_hire": hires_for(user, contract) and contract.proposal.is_undecided,
            "can_compare": not is_freelancer_of(user, contract),
        }

    def _reclaim(self) -> dict[str, Any]:
        if not can_reclaim_unit(self.request.user, self.unit):
            return {}
        free_at = free_to_reclaim_at(self.unit)
        return {
            "reclaim_at": free_at,
            "can_reclaim": free_at is not None and free_at <= timezone.now(),
        }
