"""The lines of a contract to take away."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from contracts.agreements.permissions import can_view_contract
from contracts.agreements.views.loading import OfContract
from contracts.timesheets.queries.tables import time_table
from marketplace.core.text.spreadsheets import csv_file
from marketplace.core.web.views import Gate
from payments.documents.views.downloads import download


class TimeTable(OfContract, Gate):
    """As CSV: `from` and `to` are days of UTC, both within; without them, all lines."""

    permission = can_view_contract

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        rows = time_table(self.contract, self._day("from"), self._day("to"))
        return download(csv_file(rows), f"time-{self.contract.public_id}.csv")

    def _day(self, name: str) -> date | None:
        typed = self.request.GET.get(name)
        try:
            return date.fromisoformat(typed) if typed else None
        except ValueError as error:
            raise Http404 from error
