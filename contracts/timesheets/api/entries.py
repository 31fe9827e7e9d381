"""Lines for programs: write down, read, correct, take away."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response

from contracts.timesheets.api.loading import OfEntry, OfSheet
from contracts.timesheets.api.serializers import (
    TimeEntryChange,
    TimeEntryInput,
    TimeEntrySerializer,
)
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.permissions import can_change_entry, can_log_time, can_view_entry
from contracts.timesheets.services.entries import change_time, log_time, remove_time
from marketplace.core.api.edits import EditedEndpoint
from marketplace.core.api.endpoints import ActEndpoint
from marketplace.core.data.edit_versions import Facts


class TimeEntries(OfSheet, ActEndpoint):
    """Write a line down in a week, or retainer period, that is funded and not closed."""

    permission = can_log_time
    takes = TimeEntryInput
    answers = TimeEntrySerializer
    creates = True

    def act(self, **facts: Any) -> TimeEntry:
        return log_time(unit=self.subject, by=self.actor(), **facts)


class TimeEntryDetail(OfEntry, EditedEndpoint):
    """One line."""

    permission = can_view_entry
    write_permission = can_change_entry
    takes = TimeEntryChange
    shows = TimeEntrySerializer

    def stored_facts(self, subject: TimeEntry) -> Facts:
        return subject.written

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Read a line."""
        return self.show(self.subject)

    def patch(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Correct a line until its week closes. Moved to another time, it is entered now."""
        facts = self.subject.written | self.validated()
        by = self.actor()
        return self.answer(change_time(entry=self.subject, by=by, seen=self.seen, **facts))

    def delete(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take a line away, until its week closes."""
        remove_time(entry=self.subject, by=self.actor())
        return Response(status=204)
