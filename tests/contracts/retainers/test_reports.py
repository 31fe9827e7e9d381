"""The report of a period: signed, approved or silently so, and what is refused before it."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from contracts.agreements.errors import SignedAsAnother
from contracts.retainers.errors import PeriodNotOver, ReportHandedIn, ReportNotMissed
from contracts.retainers.models.reports import Report
from contracts.retainers.services.reports import (
    approve_period,
    approve_without_report,
    hand_in_report,
)
from contracts.units.services.reviews import approve_silent_unit
from tests.factories.retainers import REPORT, keep_retainer, on, period_of, report

pytestmark = pytest.mark.django_db


@pytest.fixture
def over(clock, retainer):
    """The first period, on the day after its end."""
    clock.move_to(on(date(2027, 2, 15), 9))
    return period_of(retainer, 1)


def test_a_report_is_signed_and_begins_the_review(over):
    made = report(over)
    unit = period_of(over.contract, 1)
    assert (unit.state, unit.review_ends_at) == ("submitted", on(date(2027, 2, 20), 9))
    assert made.is_intact
    assert made.signed_name == over.contract.freelancer.name
    assert unit.period.closed_at == on(date(2027, 2, 15), 9)


def test_silence_approves_after_five_days_and_not_before(clock, over):
    report(over)
    clock.move_to(on(date(2027, 2, 20), 8, 59))
    assert not approve_silent_unit(unit=period_of(over.contract, 1))
    clock.move_to(on(date(2027, 2, 20), 9))
    assert approve_silent_unit(unit=period_of(over.contract, 1))
    assert period_of(over.contract, 1).held_in.released == 300_000


def test_the_client_approves(over, as_client):
    report(over)
    approve_period(unit=period_of(over.contract, 1), by=as_client)
    assert period_of(over.contract, 1).state == "released"


def test_a_report_before_the_end_is_refused(retainer):
    with pytest.raises(PeriodNotOver):
        report(period_of(retainer, 1))
    assert not Report.objects.exists()


def test_a_second_report_is_refused(over):
    report(over)
    with pytest.raises(ReportHandedIn):
        report(over, choice="retire")
    assert Report.objects.get().choice == "keep"


def test_another_name_is_no_signature(over, as_freelancer):
    with pytest.raises(SignedAsAnother):
        hand_in_report(unit=over, by=as_freelancer, name="Somebody Else", written=REPORT)
    assert period_of(over.contract, 1).state == "funded"
    hand_in_report(unit=over, by=as_freelancer, name="Somebody Else", is_meant=True, written=REPORT)
    assert Report.objects.get().signed_name == "Somebody Else"


def test_without_a_report_the_client_may_wait_or_approve_once_it_is_missed(clock, over, as_client):
    with pytest.raises(ReportNotMissed):
        approve_without_report(unit=over, by=as_client, why="We know.")
    clock.move_to(on(date(2027, 2, 17), 0))
    keep_retainer(over.contract)
    approve_without_report(unit=period_of(over.contract, 1), by=as_client, why="We know.")
    unit = period_of(over.contract, 1)
    assert (unit.state, unit.held_in.released) == ("released", 300_000)


def test_what_was_signed_is_never_changed(over):
    made = report(over)
    with pytest.raises(DatabaseError), transaction.atomic():
        Report.objects.filter(pk=made.pk).update(choice="retire")
    assert Report.objects.get().choice == "keep"
