"""Lines of time: what is taken, and what is refused without a trace."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from contracts.agreements.services.pauses import pause_contract
from contracts.timesheets.errors import (
    LineTakenAway,
    NotWorkedYet,
    OutsideWeek,
    OverTheLimit,
    TimeOverlaps,
    WaitingNotPaid,
    WeekNotOpen,
    WeekNotPaid,
    WorkedWhilePaused,
)
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.services.entries import change_time, remove_time
from marketplace.core.data.models import Event
from tests.factories.timesheets import at, keep, make_hourly, make_hourly_agreed, week_of, work


def test_time_is_taken_until_the_last_moment_before_monday_noon(clock, week):
    clock.move_to(at(7, 11, 59))
    work(week, at(6, 9), 1)
    clock.move_to(at(7, 12))
    with pytest.raises(WeekNotOpen):
        work(week, at(6, 11), 1)
    assert TimeEntry.objects.count() == 1


def test_time_before_the_money_came_is_not_paid(clock, week):
    clock.move_to(at(0, 20))
    with pytest.raises(OutsideWeek):
        work(week, at(0, 7, 59), 1)
    assert work(week, at(0, 8), 1).pk


def test_time_that_crosses_the_end_of_the_week_is_refused(clock, week):
    clock.move_to(at(7, 2))
    with pytest.raises(OutsideWeek):
        work(week, at(6, 23), 2)


def test_time_that_is_not_over_is_refused(clock, week):
    clock.move_to(at(1, 10))
    with pytest.raises(NotWorkedYet):
        work(week, at(1, 9), 2)


def test_a_week_without_money_takes_no_time(clock, people):
    unit = make_hourly_agreed(*people).units.get()
    with pytest.raises(WeekNotPaid):
        work(unit.week, at(0, 5), 1)


def test_working_time_never_overlaps_but_may_follow_at_once(clock, week):
    clock.move_to(at(1, 20))
    work(week, at(1, 9), 2)
    with pytest.raises(TimeOverlaps):
        work(week, at(1, 10), 2)
    work(week, at(1, 11), 1)
    assert TimeEntry.objects.count() == 2


def test_working_time_never_overlaps_with_that_of_another_contract(clock, people, week):
    other = week_of(make_hourly(*people).units.get())
    clock.move_to(at(1, 20))
    work(week, at(1, 9), 2)
    with pytest.raises(TimeOverlaps):
        work(other, at(1, 10), 2)


def test_the_database_refuses_what_overlaps(clock, week):
    clock.move_to(at(1, 20))
    entry = work(week, at(1, 9), 2)
    entry.pk, entry.public_id = None, week.unit.public_id
    entry._state.adding = True
    refused = pytest.raises(IntegrityError, match="time_entry_work_never_overlaps")
    with refused, transaction.atomic():
        entry.save()


def test_waiting_for_a_machine_has_its_own_rate_and_may_overlap(clock, people):
    week = week_of(make_hourly(*people, waiting_rate=1_000).units.get())
    clock.move_to(at(1, 20))
    work(week, at(1, 9), 2)
    waited = work(week, at(1, 9), 8, is_waiting=True)
    assert (waited.time.rate, waited.seconds) == (1_000, 8 * 3_600)


def test_waiting_is_refused_where_the_terms_pay_none(clock, week):
    clock.move_to(at(1, 20))
    with pytest.raises(WaitingNotPaid):
        work(week, at(1, 9), 2, is_waiting=True)


def test_the_limit_is_what_the_week_holds(clock, week):
    clock.move_to(at(2, 20))
    work(week, at(0, 9), 12)
    with pytest.raises(OverTheLimit) as refusal:
        work(week, at(1, 9), 8.5)
    assert "8:00 h" in refusal.value.sentence
    work(week, at(1, 9), 8)
    assert TimeEntry.objects.count() == 2


def test_a_line_that_is_corrected_counts_once_against_the_limit(clock, week, as_freelancer):
    clock.move_to(at(2, 20))
    entry = work(week, at(0, 9), 12)
    work(week, at(1, 9), 8)
    change_time(
        entry=entry, by=as_freelancer, started_at=at(0, 10), ended_at=at(0, 22), task="Labels"
    )
    assert (entry.task, entry.seconds) == ("Labels", 12 * 3_600)


def test_a_line_written_down_two_days_later_is_marked(clock, week):
    clock.move_to(at(3, 12))
    assert not work(week, at(1, 10), 2).is_late
    assert work(week, at(1, 9), 1).is_late


def test_while_a_contract_rests_only_earlier_time_is_written_down(clock, week, as_client):
    clock.move_to(at(1, 12))
    pause_contract(contract=week.unit.contract, by=as_client, why="Holidays.")
    clock.move_to(at(2, 20))
    work(week, at(1, 9), 3)
    with pytest.raises(WorkedWhilePaused):
        work(week, at(1, 12), 1)


def test_what_was_taken_away_stays_in_the_log(clock, week, as_freelancer):
    clock.move_to(at(1, 20))
    entry = work(week, at(1, 9), 2)
    remove_time(entry=entry, by=as_freelancer)
    assert not TimeEntry.objects.exists()
    told = Event.objects.get(verb="time_entry.removed").particulars
    assert (told["from"], told["task"]) == (at(1, 9).isoformat(), "Feature table")


def test_a_closed_week_loses_no_line(clock, hourly, week, as_freelancer):
    clock.move_to(at(1, 20))
    entry = work(week, at(1, 9), 2)
    clock.move_to(at(7, 12))
    keep(hourly)
    entry.unit = week_of(week.unit).unit
    with pytest.raises(WeekNotOpen):
        remove_time(entry=entry, by=as_freelancer)
    assert TimeEntry.objects.count() == 1


def test_a_line_that_was_taken_away_meanwhile_does_not_come_back(clock, week, as_freelancer):
    clock.move_to(at(1, 20))
    entry = work(week, at(1, 9), 2)
    in_another_tab = TimeEntry.objects.select_related("unit__contract").get()
    remove_time(entry=in_another_tab, by=as_freelancer)
    with pytest.raises(LineTakenAway):
        change_time(
            entry=entry, by=as_freelancer, started_at=at(1, 9), ended_at=at(1, 10), task="Labels"
        )
    with pytest.raises(LineTakenAway):
        remove_time(entry=entry, by=as_freelancer)
    assert not TimeEntry.objects.exists()
    assert Event.objects.filter(verb="time_entry.removed").count() == 1


def test_an_address_that_is_too_long_is_refused_at_its_field(
    clock, week, freelancer_person, browser_of
):
    clock.move_to(at(1, 20))
    typed = {"day": "2026-11-03", "starts": "09:00", "ends": "10:00", "task": "Labels"}
    typed["links"] = "https://example.org/" + "a" * 500
    page = reverse("contracts:week_time", args=[week.unit.public_id])
    answer = browser_of(freelancer_person).post(page, typed)
    sentence = "An address has at most 500 characters."
    assert (answer.status_code, answer.context["form"].errors["links"]) == (422, [sentence])
    assert not TimeEntry.objects.exists()
