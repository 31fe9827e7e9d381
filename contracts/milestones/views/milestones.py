"""The page of one milestone."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from contracts.agreements.permissions import is_freelancer_of
from contracts.agreements.states import ContractState
from contracts.milestones.views.loading import OfMilestone
from contracts.units.models.submissions import ChangeRequest, Submission
from contracts.units.permissions import (
    can_cancel_unit,
    can_fund_unit,
    can_reclaim_unit,
    can_review_unit,
    can_submit_unit,
)
from contracts.units.queries.criteria import criteria_lines, with_answers
from contracts.units.queries.events import events_of_unit
from contracts.units.queries.silence import free_to_reclaim_at
from contracts.units.views.events import entries_of
from contracts.units.views.facts import cancellation_of, facts_of
from marketplace.core.web.views import Page
from projects.briefs.models.phases import Phase


class MilestonePage(OfMilestone, Page):
    """Criteria, submissions, requests and questions of one milestone, and what to do next."""

    template = "contracts/milestone_page.html"

    def context(self) -> dict[str, Any]:
        unit, user = self.unit, self.request.user
        rounds = unit.submissions.select_related("submitted_by", "change_request__requested_by")
        submissions = list(with_answers(rounds).order_by("-round"))
        criteria = [criterion.text for criterion in unit.criteria.all()]
        is_open = unit.contract.is_running and not unit.is_settled
        return (
            facts_of(unit)
            | self.sides()
            | {
                "phase": dict(Phase.choices).get(self.milestone.phase, ""),
                "criteria": criteria_lines(criteria, submissions[0] if submissions else None),
                "submissions": [(each, criteria_lines(criteria, each)) for each in submissions],
                "round_asked": _asked(submissions),
                "asks_freelancer": unit.is_in_review
                and unit.is_round_asked  # type: ignore[attr-defined]
                and is_freelancer_of(user, unit.contract),
                **cancellation_of(self.unit, self.request.user),
                "entries": entries_of(events_of_unit(unit).order_by("-id")),
                "can_fund": can_fund_unit(user, unit) and self._is_fundable(),
                "can_deliver": can_submit_unit(user, unit) and self._is_deliverable(),
                "can_review": can_review_unit(user, unit) and unit.is_in_review,
                "can_cancel": can_cancel_unit(user, unit) and is_open,
                **self._reclaim(),
            }
        )

    def _is_fundable(self) -> bool:
        return self.unit.is_fundable

    def _is_deliverable(self) -> bool:
        running = (ContractState.ACTIVE, ContractState.ENDING)
        return self.unit.is_deliverable and self.contract.state in running

    def _reclaim(self) -> dict[str, Any]:
        if not can_reclaim_unit(self.request.user, self.unit):
            return {}
        free_at = free_to_reclaim_at(self.unit)
        return {
            "reclaim_at": free_at,
            "can_reclaim": free_at is not None and free_at <= timezone.now(),
        }


def _asked(submissions: Sequence[Submission]) -> ChangeRequest | None:
    """The request for a round beyond those agreed that waits for the freelancer."""
    requests = (getattr(each, "change_request", None) for each in submissions)
    return next((one for one in requests if one and one.is_asked), None)
