"""Milestones for programs: fund, deliver, review, cancel."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from contracts.api.loading import OfCancellation, OfChangeRequest, OfMilestone
from contracts.api.serializers.milestones import (
    ApprovalInput,
    CancellationSerializer,
    ChangeRequestInput,
    ChangeRequestSerializer,
    MilestoneDetailSerializer,
    SubmissionInput,
    SubmissionSerializer,
)
from contracts.models import (
    Cancellation,
    ChangeRequest,
    Milestone,
    Submission,
    SubmissionFile,
)
from contracts.permissions import (
    can_answer_cancellation,
    can_answer_change_request,
    can_cancel_milestone,
    can_deliver_milestone,
    can_download_file,
    can_drop_cancellation,
    can_fund_milestone,
    can_reclaim_milestone,
    can_review_milestone,
)
from contracts.queries.contracts import contracts_for
from contracts.services.cancellations import (
    agree_cancellation,
    ask_cancellation,
    drop_cancellation,
    reclaim_milestone,
    refuse_cancellation,
)
from contracts.services.change_requests import (
    accept_change_request,
    refuse_change_request,
    request_changes,
)
from contracts.services.criteria import Claim, Finding
from contracts.services.funding import open_funding
from contracts.services.reviews import approve_milestone
from contracts.services.submissions import submit_milestone
from marketplace.core.api import ActEndpoint, DetailEndpoint, DownloadEndpoint
from marketplace.core.serializers import OptionalReason, Reason
from payments.api.serializers.charges import CheckoutSerializer
from payments.services.checkouts import start_checkout


class MilestoneDetail(OfMilestone, DetailEndpoint):
    """One milestone with its submissions and the questions about it."""

    shows = MilestoneDetailSerializer


class MilestoneAct(OfMilestone, ActEndpoint):
    shows = MilestoneDetailSerializer

    def answer(self, subject: Any) -> Response:
        if isinstance(subject, Milestone):
            subject = self.fetch_milestone(subject.public_id)
        return super().answer(subject)


class Funding(MilestoneAct):
    """Get the address of the hosted checkout where a milestone is paid for.

    Asked again, it is the same checkout while that one is open.
    """

    permission = can_fund_milestone
    fresh = True
    answers = CheckoutSerializer
    problems = (402, 502)

    def act(self) -> dict[str, Any]:
        by = self.actor()
        escrow = open_funding(milestone=self.subject, by=by)
        result = reverse("payments:funding_result", args=[escrow.public_id])
        address = self.request.build_absolute_uri(result)
        url = start_checkout(escrow=escrow, by=by, return_url=address, cancel_url=address)
        return {"escrow": escrow, "checkout_url": url}


class Delivery(MilestoneAct):
    """Submit the deliverables of a milestone. The client's review period begins."""

    permission = can_deliver_milestone
    parser_classes = [MultiPartParser]
    takes = SubmissionInput
    answers = SubmissionSerializer
    creates = True

    def act(self, note: str, uploads: list[Any], claims: list[Claim]) -> Submission:
        return submit_milestone(
            milestone=self.subject, by=self.actor(), note=note, files=uploads, claims=claims
        )


class Approval(MilestoneAct):
    """Approve a submission. Its held funds are released to the freelancer, less the fee."""

    permission = can_review_milestone
    fresh = True
    takes = ApprovalInput

    def act(self, note: str) -> Milestone:
        return approve_milestone(milestone=self.subject, by=self.actor(), note=note)


class ChangeRequests(MilestoneAct):
    """Request changes. Name every acceptance criterion that is not met, and what is missing."""

    permission = can_review_milestone
    takes = ChangeRequestInput
    answers = ChangeRequestSerializer
    creates = True

    def act(self, findings: list[Finding], note: str) -> ChangeRequest:
        return request_changes(
            milestone=self.subject, findings=findings, note=note, by=self.actor()
        )


class Cancellations(MilestoneAct):
    """Ask to cancel a milestone. Nothing moves until the other side answers."""

    permission = can_cancel_milestone
    takes = Reason
    answers = CancellationSerializer
    creates = True

    def act(self, why: str) -> Cancellation:
        return ask_cancellation(milestone=self.subject, by=self.actor(), why=why)


class Reclaim(MilestoneAct):
    """Take the held funds back from a freelancer who was silent for seven days."""

    permission = can_reclaim_milestone
    fresh = True

    def act(self) -> Milestone:
        return reclaim_milestone(milestone=self.subject, by=self.actor())


class CancellationAct(OfCancellation, ActEndpoint):
    permission = can_answer_cancellation
    shows = CancellationSerializer


class Consent(CancellationAct):
    """Agree to a cancellation. Held funds go back to the client in full."""

    fresh = True

    def act(self) -> Cancellation:
        return agree_cancellation(cancellation=self.subject, by=self.actor())


class Refusal(CancellationAct):
    """Refuse a cancellation. The milestone goes on."""

    takes = OptionalReason

    def act(self, why: str) -> Cancellation:
        return refuse_cancellation(cancellation=self.subject, by=self.actor(), why=why)


class Retraction(CancellationAct):
    """Take back your question about a cancellation."""

    permission = can_drop_cancellation

    def act(self) -> Cancellation:
        return drop_cancellation(cancellation=self.subject, by=self.actor())


class ChangeRequestAct(OfChangeRequest, ActEndpoint):
    permission = can_answer_change_request
    shows = ChangeRequestSerializer


class RoundAcceptance(ChangeRequestAct):
    """Agree to one more round of changes than was agreed."""

    def act(self) -> ChangeRequest:
        return accept_change_request(change_request=self.subject, by=self.actor())


class RoundRefusal(ChangeRequestAct):
    """Refuse another round. The client decides on the submission as it is."""

    takes = OptionalReason

    def act(self, why: str) -> ChangeRequest:
        return refuse_change_request(change_request=self.subject, by=self.actor(), why=why)


class DeliveredFile(DownloadEndpoint):
    """Download a delivered file."""

    tag = "milestones"
    permission = can_download_file

    def load(self) -> SubmissionFile:
        mine = contracts_for(self.user).values("pk")
        files = SubmissionFile.objects.filter(submission__milestone__contract__in=mine)
        return get_object_or_404(
            files.select_related("submission__milestone__contract__organisation"),
            public_id=self.kwargs["public_id"],
        )
