"""What every endpoint about a question on a unit starts with: the subject, scoped."""

from contracts.agreements.api.loading import OfContract
from contracts.agreements.models.contracts import Contract
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest
from contracts.units.queries.subjects import cancellation_for, change_request_for


class OfCancellation(OfContract):
    """A question about cancelling a unit."""

    tag = "milestones"

    def load(self) -> Cancellation:
        return cancellation_for(self.user, self.kwargs["public_id"])

    @property
    def contract(self) -> Contract:
        return self.subject.unit.contract


class OfChangeRequest(OfContract):
    """A request for changes."""

    tag = "milestones"

    def load(self) -> ChangeRequest:
        return change_request_for(self.user, self.kwargs["public_id"])

    @property
    def contract(self) -> Contract:
        return self.subject.submission.unit.contract
