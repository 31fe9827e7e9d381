"""Weeks for programs: read, fund, approve, cancel; other terms; the time as a table."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response

from contracts.agreements.api.loading import OfContract
from contracts.agreements.api.terms_of_kind import TermsOfKind
from contracts.agreements.clauses.schedules import HourlySchedule
from contracts.agreements.permissions import can_propose_terms
from contracts.timesheets.api.loading import OfWeek, in_full
from contracts.timesheets.api.serializers import (
    HourlyTermsInput,
    TimeQuery,
    WeekDetailSerializer,
)
from contracts.timesheets.queries.tables import time_table
from contracts.timesheets.services.reviews import approve_week
from contracts.units.api.cancellations import AskCancellation
from contracts.units.api.funding import OpenFunding
from contracts.units.api.serializers import ApprovalInput
from contracts.units.models.units import Unit
from contracts.units.permissions import can_cancel_unit, can_fund_unit, can_review_unit
from marketplace.core.api.endpoints import ActEndpoint, DetailEndpoint, DownloadEndpoint
from marketplace.core.text.spreadsheets import csv_file
from payments.documents.views.downloads import download


class WeekDetail(OfWeek, DetailEndpoint):
    """One week with its lines, and what they come to."""

    shows = WeekDetailSerializer

    def show(self, subject: Unit) -> Response:
        return super().show(in_full(subject))


class WeekAct(OfWeek, ActEndpoint):
    """Answers with the week as it is then."""

    shows = WeekDetailSerializer

    def answer(self, subject: Unit) -> Response:
        return super().answer(in_full(self.fetch_unit(subject.public_id)))


class Funding(OfWeek, OpenFunding):
    """Get the address of the hosted checkout where a week is paid for, at its limit.

    Asked again, it is the same checkout while that one is open.
    """

    permission = can_fund_unit


class Approval(WeekAct):
    """Approve a week. What is not contested is released to the freelancer, less the fee."""

    permission = can_review_unit
    fresh = True
    takes = ApprovalInput

    def act(self, note: str) -> Unit:
        return approve_week(unit=self.subject, by=self.actor(), why=note)


class Cancellations(OfWeek, AskCancellation):
    """Ask to cancel a week. Nothing moves until the other side answers."""

    permission = can_cancel_unit


class HourlyTerms(TermsOfKind):
    """Counter an offer by the hour, or revise its terms. Both must sign the new version."""

    tag = "weeks"
    permission = can_propose_terms
    takes = HourlyTermsInput
    schedule = HourlySchedule


class Time(OfContract, DownloadEndpoint):
    """Download the lines of a contract by the hour as CSV; without days, all of them."""

    tag = "weeks"
    media_type = "text/csv"
    filters = TimeQuery

    def get(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = self._validated(TimeQuery, request.query_params.dict())
        rows = time_table(self.contract, asked.get("from"), asked.get("to"))
        return download(csv_file(rows), f"time-{self.contract.public_id}.csv")
