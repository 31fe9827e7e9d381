"""Milestones for programs: fund, deliver, review, cancel."""

from typing import Any

from django.urls import reverse
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from contracts.milestones.api.loading import OfMilestone
from contracts.milestones.api.serializers import MilestoneDetailSerializer
from contracts.milestones.services.change_requests import (
    request_changes,
)
from contracts.milestones.services.submissions import submit_milestone
from contracts.units.api.serializers import (
    ApprovalInput,
    CancellationSerializer,
    ChangeRequestInput,
    ChangeRequestSerializer,
    SubmissionInput,
    SubmissionSerializer,
)
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest, Submission, SubmissionFile
from contracts.units.models.units import Unit
from contracts.units.permissions import (
    can_cancel_unit,
    can_download_file,
    can_fund_unit,
    can_reclaim_unit,
    can_review_unit,
    can_submit_unit,
)
from contracts.units.queries.subjects import delivered_file_for
from contracts.units.services.cancellations import (
    ask_cancellation,
    reclaim_unit,
)
from contracts.units.services.criteria import Claim, Finding
from contracts.units.services.funding import open_funding
from contracts.units.services.reviews import approve_unit
from marketplace.core.api.endpoints import ActEndpoint, DetailEndpoint, DownloadEndpoint
from marketplace.core.api.serializers import Reason
from payments.charges.api.serializers import CheckoutSerializer
from payments.charges.services.checkouts import start_checkout


class MilestoneDetail(OfMilestone, DetailEndpoint):
    """One milestone with its submissions and the questions about it."""

    shows = MilestoneDetailSerializer


class MilestoneAct(OfMilestone, ActEndpoint):
    shows = MilestoneDetailSerializer

    def answer(self, subject: Any) -> Response:
        if isinstance(subject, Unit):
            subject = self.fetch_unit(subject.public_id)
        return super().answer(subject)


class Funding(MilestoneAct):
    """Get the address of the hosted checkout where a milestone is paid for.

    Asked again, it is the same checkout while that one is open.
    """

    permission = can_fund_unit
    fresh = True
    answers = CheckoutSerializer
    problems = (402, 502)

    def act(self) -> dict[str, Any]:
        by = self.actor()
        escrow = open_funding(unit=self.subject, by=by)
        result = reverse("payments:funding_result", args=[escrow.public_id])
        address = self.request.build_absolute_uri(result)
        url = start_checkout(escrow=escrow, by=by, return_url=address, cancel_url=address)
        return {"escrow": escrow, "checkout_url": url}


class Delivery(MilestoneAct):
    """Submit the deliverables of a milestone. The client's review period begins."""

    permission = can_submit_unit
    parser_classes = [MultiPartParser]
    takes = SubmissionInput
    answers = SubmissionSerializer
    creates = True

    def act(self, note: str, uploads: list[Any], claims: list[Claim]) -> Submission:
        return submit_milestone(
            milestone=self.subject.milestone,
            by=self.actor(),
            note=note,
            files=uploads,
            claims=claims,
        )


class Approval(MilestoneAct):
    """Approve a submission. Its held funds are released to the freelancer, less the fee."""

    permission = can_review_unit
    fresh = True
    takes = ApprovalInput

    def act(self, note: str) -> Unit:
        return approve_unit(unit=self.subject, by=self.actor(), note=note)


class ChangeRequests(MilestoneAct):
    """Request changes. Name every acceptance criterion that is not met, and what is missing."""

    permission = can_review_unit
    takes = ChangeRequestInput
    answers = ChangeRequestSerializer
    creates = True

    def act(self, findings: list[Finding], note: str) -> ChangeRequest:
        return request_changes(
            milestone=self.subject.milestone, findings=findings, note=note, by=self.actor()
        )


class Cancellations(MilestoneAct):
    """Ask to cancel a milestone. Nothing moves until the other side answers."""

    permission = can_cancel_unit
    takes = Reason
    answers = CancellationSerializer
    creates = True

    def act(self, why: str) -> Cancellation:
        return ask_cancellation(unit=self.subject, by=self.actor(), why=why)


class Reclaim(MilestoneAct):
    """Take the held funds back from a freelancer who was silent for seven days."""

    permission = can_reclaim_unit
    fresh = True

    def act(self) -> Unit:
        return reclaim_unit(unit=self.subject, by=self.actor())


class DeliveredFile(DownloadEndpoint):
    """Download a delivered file."""

    tag = "milestones"
    permission = can_download_file

    def load(self) -> SubmissionFile:
        return delivered_file_for(self.user, self.kwargs["public_id"])
