"""One milestone: its page, its money, its delivery and its review."""

from typing import Any

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from contracts.forms.milestones import ChangeRequestForm, SubmissionForm
from contracts.forms.reasons import ConsentForm
from contracts.models import ChangeRequest, Milestone, SubmissionFile
from contracts.permissions import (
    can_answer_cancellation,
    can_cancel_milestone,
    can_deliver_milestone,
    can_drop_cancellation,
    can_fund_milestone,
    can_reclaim_milestone,
    can_review_milestone,
)
from contracts.queries.contracts import contracts_for
from contracts.queries.events import events_of_milestone
from contracts.queries.places import place_of_milestone
from contracts.queries.silence import free_to_reclaim_at
from contracts.services.change_requests import request_changes
from contracts.services.funding import open_funding
from contracts.services.reviews import approve_milestone
from contracts.services.submissions import submit_milestone
from contracts.states import FUNDABLE, CancellationState, ChangeRequestState, ContractState
from contracts.views.events import entries_of
from contracts.views.loading import OfMilestone
from marketplace.core.files import attachment
from marketplace.core.views import FormPage, Gate, Page, signed_in
from projects.models import Phase


def facts_of(milestone: Milestone) -> dict[str, Any]:
    """What every page of a milestone shows."""
    return {
        "milestone": milestone,
        "contract": milestone.contract,
        "place": place_of_milestone(milestone),
        "phase": dict(Phase.choices).get(milestone.phase, ""),
        "rail": [(place_of_milestone(milestone), milestone.amount)]
        if place_of_milestone(milestone)
        else [],
    }


class MilestonePage(OfMilestone, Page):
    """Criteria, submissions, requests and questions of one milestone, and what to do next."""

    template = "contracts/milestone_page.html"

    def context(self) -> dict[str, Any]:
        milestone, user = self.milestone, self.request.user
        submissions = milestone.submissions.select_related(
            "submitted_by", "change_request__criterion", "change_request__requested_by"
        ).prefetch_related("files")
        is_open = milestone.contract.is_running and not milestone.is_settled
        return (
            facts_of(milestone)
            | self.sides()
            | {
                "criteria": list(milestone.criteria.all()),
                "submissions": list(submissions.order_by("-round")),
                "round_asked": ChangeRequest.objects.filter(
                    submission__milestone=milestone, state=ChangeRequestState.ASKED
                ).last(),
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


class FundMilestone(OfMilestone, FormPage):
    """Opens the milestone's escrow and goes on to the page that starts its payment."""

    permission = can_fund_milestone
    template = "contracts/milestone_funding.html"
    form_class = ConsentForm

    def context(self) -> dict[str, Any]:
        return facts_of(self.milestone)

    def act(self, form: Any) -> str:
        escrow = open_funding(milestone=self.milestone, by=self.actor())
        page = reverse("payments:fund", args=[escrow.public_id])
        return f"{page}?{urlencode({'next': self.contract.get_absolute_url()})}"


class SubmitMilestone(OfMilestone, FormPage):
    permission = can_deliver_milestone
    template = "contracts/milestone_submission.html"
    form_class = SubmissionForm
    said = "Delivered. The client is told, and the review period has begun."

    def context(self) -> dict[str, Any]:
        latest = self.milestone.submissions.select_related("change_request__criterion").last()
        return facts_of(self.milestone) | {
            "criteria": list(self.milestone.criteria.all()),
            "latest": latest,
        }

    def act(self, form: Any) -> str:
        submit_milestone(
            milestone=self.milestone,
            by=self.actor(),
            note=form.cleaned_data["note"],
            files=form.cleaned_data["uploads"],
        )
        return self.contract.get_absolute_url()


class ApproveMilestone(OfMilestone, FormPage):
    """Says exactly what happens to the money, then releases it."""

    permission = can_review_milestone
    template = "contracts/milestone_approval.html"
    form_class = ConsentForm
    fresh = True
    said = "Approved. The money is released; the freelancer is told."

    def context(self) -> dict[str, Any]:
        return facts_of(self.milestone) | {
            "criteria": list(self.milestone.criteria.all()),
            "latest": self.milestone.submissions.prefetch_related("files").last(),
        }

    def act(self, form: Any) -> str:
        approve_milestone(milestone=self.milestone, by=self.actor())
        return self.contract.get_absolute_url()


class RequestChanges(OfMilestone, FormPage):
    permission = can_review_milestone
    template = "contracts/milestone_change_request.html"
    form_class = ChangeRequestForm
    said = "Sent. The freelancer is told."

    def form_options(self) -> dict[str, Any]:
        return {"milestone": self.milestone}

    def context(self) -> dict[str, Any]:
        return facts_of(self.milestone)

    def act(self, form: Any) -> str:
        request_changes(
            milestone=self.milestone,
            criterion=form.cleaned_data["criterion"],
            note=form.cleaned_data["note"],
            by=self.actor(),
        )
        return self.contract.get_absolute_url()


class DownloadFile(Gate):
    """A delivered file, for the two sides of its contract."""

    permission = signed_in

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        files = SubmissionFile.objects.filter(
            submission__milestone__contract__in=contracts_for(request.user).values("pk")
        )
        return attachment(get_object_or_404(files, public_id=kwargs["public_id"]))
