"""Trials for programs: fund, deliver, review, close."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response

from contracts.agreements.queries.subjects import contract_for
from contracts.trials.api.loading import OfTrial
from contracts.trials.api.serializers import (
    FeedbackInput,
    TrialSerializer,
    TrialSubmissionInput,
    TrialSubmissionSerializer,
)
from contracts.trials.permissions import can_give_feedback
from contracts.trials.services.reviews import approve_trial, give_feedback, request_changes
from contracts.trials.services.submissions import submit_trial
from contracts.units.api.serializers import (
    CancellationSerializer,
    ChangeRequestInput,
    ChangeRequestSerializer,
)
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest, Submission
from contracts.units.models.units import Unit
from contracts.units.permissions import (
    can_cancel_unit,
    can_fund_unit,
    can_reclaim_unit,
    can_review_unit,
    can_submit_unit,
)
from contracts.units.services.cancellations import ask_cancellation, reclaim_unit
from contracts.units.services.criteria import Claim, Finding
from contracts.units.services.funding import open_funding
from marketplace.core.api.endpoints import ActEndpoint, DetailEndpoint
from marketplace.core.api.serializers import Reason
from payments.charges.api.serializers import CheckoutSerializer
from payments.charges.services.checkouts import start_checkout


class TrialDetail(OfTrial, DetailEndpoint):
    """One trial with its submissions and the questions about it."""

    shows = TrialSerializer


class TrialOfContract(TrialDetail):
    """The trial of a contract; there is one once both have signed."""

    def load(self) -> Unit:
        contract = contract_for(self.user, self.kwargs["public_id"])
        unit = contract.units.first() if contract.is_trial else None
        if unit is None:
            raise Http404
        return self.fetch_unit(unit.public_id)


class TrialAct(OfTrial, ActEndpoint):
    shows = TrialSerializer

    def answer(self, subject: Any) -> Response:
        if isinstance(subject, Unit):
            subject = self.fetch_unit(subject.public_id)
        return super().answer(subject)


class Funding(TrialAct):
    """Get the address of the hosted checkout where a trial is paid for.

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


class Delivery(TrialAct):
    """Submit the result of a trial. The client's review of three days begins."""

    permission = can_submit_unit
    parser_classes = [MultiPartParser]
    takes = TrialSubmissionInput
    answers = TrialSubmissionSerializer
    creates = True

    def act(self, uploads: list[Any], claims: list[Claim], **words: str) -> Submission:
        trial = self.subject.trial
        return submit_trial(trial=trial, by=self.actor(), files=uploads, claims=claims, **words)


class Approval(TrialAct):
    """Close a trial with feedback. Its held funds are released at once, less the fee."""

    permission = can_review_unit
    fresh = True
    takes = FeedbackInput

    def act(self, feedback: str) -> Unit:
        approve_trial(trial=self.subject.trial, by=self.actor(), feedback=feedback)
        return self.subject


class ChangeRequests(TrialAct):
    """Request changes, once. Name every acceptance criterion that is not met."""

    permission = can_review_unit
    takes = ChangeRequestInput
    answers = ChangeRequestSerializer
    creates = True

    def act(self, findings: list[Finding], note: str) -> ChangeRequest:
        trial = self.subject.trial
        return request_changes(trial=trial, findings=findings, note=note, by=self.actor())


class Feedback(TrialAct):
    """Give feedback on a trial that ended without it, such as by silence."""

    permission = can_give_feedback
    takes = FeedbackInput

    def act(self, feedback: str) -> Unit:
        give_feedback(trial=self.subject.trial, by=self.actor(), feedback=feedback)
        return self.subject


class Cancellations(TrialAct):
    """Ask to cancel a trial. Nothing moves until the other side answers."""

    permission = can_cancel_unit
    takes = Reason
    answers = CancellationSerializer
    creates = True

    def act(self, why: str) -> Cancellation:
        return ask_cancellation(unit=self.subject, by=self.actor(), why=why)


class Reclaim(TrialAct):
    """Take the held funds back when nothing was delivered in time."""

    permission = can_reclaim_unit
    fresh = True

    def act(self) -> Unit:
        return reclaim_unit(unit=self.subject, by=self.actor())
