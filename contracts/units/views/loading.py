"""What every page of a unit, or of a question about one, starts with: scoped to who looks."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.db.models import QuerySet

from contracts.agreements.models.contracts import Contract
from contracts.agreements.views.loading import OfContract
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest
from contracts.units.models.units import Unit
from contracts.units.permissions import can_view_unit
from contracts.units.queries.subjects import cancellation_for, change_request_for, unit_for


class OfUnit(OfContract):
    """Loads a unit `among` those of one kind."""

    permission = can_view_unit
    among: ClassVar[Callable[[], QuerySet[Any]]]

    def load(self) -> Unit:
        public_id = self.kwargs["public_id"]
        return unit_for(self.request.user, public_id, among=type(self).among())

    @property
    def unit(self) -> Unit:
        return self.subject

    @property
    def contract(self) -> Contract:
        return self.unit.contract

    def back(self) -> str:
        return self.unit.get_absolute_url()


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
