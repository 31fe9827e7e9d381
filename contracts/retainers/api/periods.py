"""Periods for programs: read, fund, report, approve, cancel."""

from typing import Any

from rest_framework.response import Response

from contracts.retainers.api.loading import OfPeriod, in_full
from contracts.retainers.api.serializers import PeriodSerializer, ReportInput
from contracts.retainers.services.reports import (
    approve_period,
    approve_without_report,
    hand_in_report,
)
from contracts.units.api.cancellations import AskCancellation
from contracts.units.api.funding import OpenFunding
from contracts.units.api.serializers import ApprovalInput
from contracts.units.models.units import Unit
from contracts.units.permissions import (
    can_cancel_unit,
    can_fund_unit,
    can_review_unit,
    can_submit_unit,
)
from marketplace.core.api.endpoints import ActEndpoint, DetailEndpoint
from marketplace.core.api.serializers import Reason


class PeriodDetail(OfPeriod, DetailEndpoint):
    """One period with its lines of time, its hours and its report."""

    shows = PeriodSerializer

    def show(self, subject: Unit) -> Response:
        return super().show(in_full(subject))


class PeriodAct(OfPeriod, ActEndpoint):
    """Answers with the period as it is then."""

    shows = PeriodSerializer

    def answer(self, subject: Unit) -> Response:
        return super().answer(in_full(self.fetch_unit(subject.public_id)))


class Funding(OfPeriod, OpenFunding):
    """Get the address of the hosted checkout where a period is paid for.

    Asked again, it is the same checkout while that one is open.
    """

    permission = can_fund_unit


class Reports(PeriodAct):
    """Report a period that is over, and sign its choice. The client's review begins."""

    permission = can_submit_unit
    fresh = True
    takes = ReportInput
    creates = True

    def act(self, name: str, is_meant: bool, **written: Any) -> Unit:
        by = self.actor()
        hand_in_report(unit=self.subject, by=by, name=name, is_meant=is_meant, written=written)
        return self.subject


class Approval(PeriodAct):
    """Approve a reported period. Its fee is released to the freelancer."""

    permission = can_review_unit
    fresh = True
    takes = ApprovalInput

    def act(self, note: str) -> Unit:
        return approve_period(unit=self.subject, by=self.actor(), note=note)


class Waiver(PeriodAct):
    """Approve a period whose report was missed, without it. Its fee is released."""

    permission = can_review_unit
    fresh = True
    takes = Reason

    def act(self, why: str) -> Unit:
        return approve_without_report(unit=self.subject, by=self.actor(), why=why)


class Cancellations(OfPeriod, AskCancellation):
    """Ask to cancel a period. Nothing moves until the other side answers."""

    permission = can_cancel_unit
