"""What every page about a question on a unit starts with: the subject, scoped, and who acts."""

from contracts.agreements.models.contracts import Contract
from contracts.agreements.views.loading import OfContract
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest
from contracts.units.queries.subjects import cancellation_for, change_request_for


class OfCancellation(OfContract):
    """Loads a question about cancelling a unit."""

    def load(self) -> Cancellation:
        return cancellation_for(self.request.user, self.kwargs["public_id"])

    @property
    def contract(self) -> Contract:
        return self.subject.unit.contract

    def back(self) -> str:
        return self.subject.unit.get_absolute_url()


class OfChangeRequest(OfContract):
    """Loads a request for changes."""

    def load(self) -> ChangeRequest:
        return change_request_for(self.request.user, self.kwargs["public_id"])

    @property
    def contract(self) -> Contract:
        return self.subject.submission.unit.contract

    def back(self) -> str:
        return self.subject.submission.unit.get_absolute_url()
