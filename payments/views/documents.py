"""Papers to take away: numbered documents as PDF, statements as CSV, and who they name."""

import csv
from datetime import UTC, date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.models import Organisation, User
from accounts.queries.organisations import organisations_of
from marketplace.core.actors import client, freelancer
from marketplace.core.views import FormPage, Gate, Page, client_address, signed_in
from payments.forms import BillingDetailsForm
from payments.models import Document
from payments.permissions import can_state_billing_details, can_view_document
from payments.queries.documents import (
    billing_of_organisation,
    billing_of_person,
    documents_of,
)
from payments.queries.statements import (
    HEADINGS,
    StatementLine,
    earnings_by_month,
    lines_of_client,
    lines_of_freelancer,
)
from payments.services.billing_details import keep_billing_details
from payments.services.documents import print_document
from payments.views.viewers import viewer_of

# A spreadsheet takes a cell that starts so for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class DocumentDownload(Gate):
    permission = can_view_document

    def load(self) -> Document:
        return get_object_or_404(
            documents_of(viewer_of(self.request)), public_id=self.kwargs["public_id"]
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        document: Document = self.subject
        body = print_document(document=document)
        return _download(HttpResponse(body, content_type="application/pdf"), f"{document}.pdf")


class StatementsPage(Page):
    """The months of a year, each to be taken away, and for freelancers what they came to."""

    template = "payments/statements.html"
    permission = signed_in

    def context(self) -> dict[str, Any]:
        year = self.kwargs.get("year") or datetime.now(UTC).year
        if not 2020 <= year <= 2100:
            raise Http404
        user = viewer_of(self.request)
        return {
            "year": year,
            "years": [year - 1, year + 1],
            "months": [date(year, month, 1) for month in range(1, 13)],
            "earnings": [] if _is_client(self.request) else earnings_by_month(user, year),
            "organisations": organisations_of(user) if _is_client(self.request) else [],
        }


class StatementDownload(Gate):
    """One month as CSV, by the side one acts on."""

    permission = signed_in

    def get(self, request: HttpRequest, year: int, month: int) -> HttpResponse:
        try:
            first = date(year, month, 1)
        except ValueError as error:
            raise Http404 from error
        user = viewer_of(request)
        if _is_client(request):
            lines = lines_of_client(organisations_of(user), first)
        else:
            lines = lines_of_freelancer(user, first)
        response = HttpResponse(content_type="text/csv; charset=utf-8")
        writer = csv.writer(response)
        writer.writerow(HEADINGS)
        writer.writerows(_cells(line) for line in lines)
        return _download(response, f"holdout-{first:%Y-%m}.csv")


def _cells(line: StatementLine) -> list[str]:
    """Amounts are ours and stay numbers; words are anybody's and are made harmless."""
    words = [safe_cell(word) for word in (line.what, line.work, line.party)]
    figures = [str(line.money.major), str(line.fee.major), line.money.currency]
    return [f"{line.when.astimezone(UTC):%Y-%m-%d}", *words, *figures, safe_cell(line.reference)]


def safe_cell(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _is_client(request: HttpRequest) -> bool:
    return str(request.side) == "client"  # type: ignore[attr-defined]


def _download(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


class BillingDetailsPage(FormPage):
    """One's own as a freelancer, or an organisation's."""

    template = "payments/billing_details.html"
    permission = can_state_billing_details
    form_class = BillingDetailsForm
    said = "Saved. Documents from now on name you so."

    def load(self) -> Organisation | User:
        user = viewer_of(self.request)
        if "public_id" not in self.kwargs:
            return user
        return get_object_or_404(organisations_of(user), public_id=self.kwargs["public_id"])

    def form_options(self) -> dict[str, Any]:
        of = self.subject
        is_person = isinstance(of, User)
        return {"instance": billing_of_person(of) if is_person else billing_of_organisation(of)}

    def context(self) -> dict[str, Any]:
        return {"named": self.subject}

    def act(self, form: BillingDetailsForm) -> str:
        user, address = viewer_of(self.request), client_address(self.request)
        by = freelancer(user, address) if isinstance(self.subject, User) else client(user, address)
        keep_billing_details(of=self.subject, by=by, **form.stated)
        return reverse("payments:statements")
