"""Months and years to take away: as a table while they run, and printed once they are over."""

from datetime import UTC, date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.queries import organisations_of
from accounts.people.models import User
from marketplace.core.data.money import Money
from marketplace.core.text.spreadsheets import csv_file, words
from marketplace.core.web.views import Gate, Page, signed_in
from payments.documents.errors import PeriodNotOver
from payments.documents.models.statements import Statement
from payments.documents.permissions import can_view_statements
from payments.documents.queries.statements import (
    FIRST_YEAR,
    LAST_YEAR,
    Party,
    StatementLine,
    StatementPart,
    month_start,
    months_with_statements,
    statement_parts,
)
from payments.documents.queries.years import year_parts
from payments.documents.services.statements import (
    issue_month,
    issue_year,
    month_after,
    print_statement,
)
from payments.documents.views.downloads import download
from payments.escrows.views.viewers import viewer_of

HEADINGS = (
    *(
        "Date",
        "What",
        "Work",
        "With",
        "Amount",
        "Fee",
        "Balance",
        "Currency",
        "Reference",
        "Document",
    ),
)


class _PartyYear:
    """One party's year: its sums, and its months with whether each is over."""

    def __init__(self, party: Party, year: int, today: date) -> None:
        self.party = party
        self.parts = year_parts(party, year)
        self.all_months = months_with_statements(party, today)
        self.months = [
            (month, month_after(month) <= today) for month in self.all_months if month.year == year
        ]


class StatementsPage(Page):
    """A year of one's own, or of one's organisations: what it came to, and its papers."""

    template = "payments/statement_list.html"
    permission = signed_in

    def context(self) -> dict[str, Any]:
        today = timezone.now().astimezone(UTC).date()
        year = self.kwargs.get("year") or today.year
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise Http404
        parties = [_PartyYear(party, year, today) for party in self._parties()]
        years = {month.year for party in parties for month in party.all_months} - {year}
        return {
            "year": year,
            "is_over": today.year > year,
            "years": sorted(years, reverse=True),
            "parties": parties,
            "is_client": self._is_client,
        }

    @property
    def _is_client(self) -> bool:
        return str(self.request.side) == "client"  # type: ignore[attr-defined]

    def _parties(self) -> list[Party]:
        user = viewer_of(self.request)
        return list(organisations_of(user)) if self._is_client else [user]


class StatementGate(Gate):
    """One's own, or those of an organisation that the address names."""

    permission = can_view_statements

    def load(self) -> Organisation | User:
        user = viewer_of(self.request)
        if "public_id" not in self.kwargs:
            return user
        return get_object_or_404(organisations_of(user), public_id=self.kwargs["public_id"])

    def month(self) -> date:
        first = month_start(self.kwargs["year"], self.kwargs["month"])
        if first is None:
            raise Http404
        return first


class StatementTable(StatementGate):
    """One month as CSV; a month that runs, as far as it is."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        first = self.month()
        parts = statement_parts(self.subject, first, month_after(first))
        rows = [HEADINGS, *(row for part in parts for row in rows_of(part))]
        return download(csv_file(rows), f"holdout-{first:%Y-%m}.csv")


class StatementPaper(StatementGate):
    """One month as PDF."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        first = self.month()
        return self.printed(f"{first:%Y-%m}", lambda: issue_month(of=self.subject, month=first))

    @staticmethod
    def printed(period: str, issue: Any) -> HttpResponse:
        try:
            statement: Statement = issue()
        except PeriodNotOver as refusal:
            raise Http404(refusal.sentence) from refusal
        body = print_statement(statement=statement)
        answer = HttpResponse(body, content_type="application/pdf")
        return download(answer, f"holdout-{period}.pdf")


class YearPaper(StatementPaper):
    """One year as PDF."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        year = self.kwargs["year"]
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise Http404
        return self.printed(str(year), lambda: issue_year(of=self.subject, year=year))


def rows_of(part: StatementPart) -> list[list[str]]:
    opening = _balance("Balance at the start", part.opening)
    return [opening, *map(_cells, part.lines), _balance("Balance at the end", part.closing)]


def _balance(what: str, money: Money) -> list[str]:
    return ["", what, "", "", "", "", str(money.major), money.currency, "", ""]


def _cells(line: StatementLine) -> list[str]:
    """Amounts are ours and stay numbers; words are anybody's and are made harmless."""
    told = [words(word) for word in (line.what, line.work, line.party)]
    figures = [str(amount.major) for amount in (line.money, line.fee, line.balance)]
    day = f"{line.when.astimezone(UTC):%Y-%m-%d}"
    return [day, *told, *figures, line.money.currency, words(line.reference), line.document]
