"""Milestones for programs: fund, deliver, review, cancel."""

from typing import Any

from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from contracts.milestones.api.loading import OfMilestone
from contracts.milestones.api.serializers import MilestoneDetailSerializer
from contracts.milestones.services.change_requests import (
    request_changes,
)
from contracts.milestones.services.submissions import submit_milestone
from contracts.units.api.cancellations import AskCancellation
from contracts.units.api.funding import OpenFunding
from contracts.units.api.serializers import (
    ApprovalInput,
    ChangeRequestInput,
    ChangeRequestSerializer,
    SubmissionInput,
    SubmissionSerializer,
)
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
    reclaim_unit,
)
from contracts.units.services.criteria import Claim, Finding
from contracts.units.services.reviews import approve_unit
from marketplace.core.api.endpoints import ActEndpoint, DetailEndpoint, DownloadEndpoint


class MilestoneDetail(OfMilestone, DetailEndpoint):
    """One milestone with its submissions and the questions about it."""

    shows = MilestoneDetailSerializer


class MilestoneAct(OfMilestone, ActEndpoint):
    shows = MilestoneDetailSerializer

    def answer(self, subject: Any) -> Response:
        if isinstance(subject, Unit):
            subject = self.fetch_unit(subject.public_id)
        return super().answer(subject)


class Funding(OfMilestone, OpenFunding):
    """Get the address of the hosted checkout where a milestone is paid for.

    Asked again, it is the same checkout while that one is open.
    """

    permission = can_fund_unit


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


class Cancellations(OfMilestone, AskCancellation):
    """Ask to cancel a milestone. Nothing moves until the other side answers."""

    permission = can_cancel_unit


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
