"""One milestone: its page, and the facts that every page of it shows."""

from typing import Any

from django.utils import timezone

from contracts.agreements.permissions import is_freelancer_of
from contracts.agreements.states import FUNDABLE, ContractState
from contracts.milestones.views.facts import facts_of
from contracts.units.models.submissions import ChangeRequest
from contracts.units.permissions import (
    can_answer_cancellation,
    can_cancel_milestone,
    can_deliver_milestone,
    can_drop_cancellation,
    can_fund_milestone,
    can_reclaim_milestone,
    can_review_milestone,
)
from contracts.units.queries.criteria import criteria_lines, with_answers
from contracts.units.queries.events import events_of_milestone
from contracts.units.queries.silence import free_to_reclaim_at
from contracts.units.states import CancellationState, ChangeRequestState
from contracts.units.views.events import entries_of
from contracts.units.views.loading import OfMilestone
from marketplace.core.web.views import Page


class MilestonePage(OfMilestone, Page):
    """Criteria, submissions, requests and questions of one milestone, and what to do next."""

    template = "contracts/milestone_page.html"

    def context(self) -> dict[str, Any]:
        milestone, user = self.milestone, self.request.user
        rounds = milestone.submissions.select_related(
            "submitted_by", "change_request__requested_by"
        )
        submissions = list(with_answers(rounds).order_by("-round"))
        criteria = [criterion.text for criterion in milestone.criteria.all()]
        is_open = milestone.contract.is_running and not milestone.is_settled
        return (
            facts_of(milestone)
            | self.sides()
            | {
                "criteria": criteria_lines(criteria, submissions[0] if submissions else None),
                "submissions": [(each, criteria_lines(criteria, each)) for each in submissions],
                "round_asked": ChangeRequest.objects.filter(
                    submission__milestone=milestone, state=ChangeRequestState.ASKED
                ).last(),
                "asks_freelancer": milestone.is_in_review
                and milestone.is_round_asked  # type: ignore[attr-defined]
                and is_freelancer_of(user, milestone.contract),
                **self._cancellation(),
                "entries": entries_of(events_of_milestone(milestone).order_by("-id")),
                "can_fund": can_fund_milestone(user, milestone) and self._is_fundable(),
                "can_deliver": can_deliver_milestone(user, milestone) and self._is_deliverable(),
                "can_review": can_review_milestone(user, milestone) and milestone.is_in_review,
                "can_cancel": can_cancel_milestone(user, milestone) and is_open,
                **self._reclaim(),
            }
        )

    def _is_fundable(self) -> bool:
        return self.milestone.is_unfunded and self.contract.state in FUNDABLE

    def _is_deliverable(self) -> bool:
        running = (ContractState.ACTIVE, ContractState.ENDING)
        return self.milestone.is_deliverable and self.contract.state in running

    def _cancellation(self) -> dict[str, Any]:
        asked = self.milestone.cancellations.filter(state=CancellationState.ASKED)
        cancellation = asked.select_related("asked_by").first()
        if cancellation is None:
            return {}
        cancellation.milestone = self.milestone
        return {
            "cancellation": cancellation,
            "can_answer": can_answer_cancellation(self.request.user, cancellation),
            "can_drop": can_drop_cancellation(self.request.user, cancellation),
        }

    def _reclaim(self) -> dict[str, Any]:
        if not can_reclaim_milestone(self.request.user, self.milestone):
            return {}
        free_at = free_to_reclaim_at(self.milestone)
        return {
            "reclaim_at": free_at,
            "can_reclaim": free_at is not None and free_at <= timezone.now(),
        }
