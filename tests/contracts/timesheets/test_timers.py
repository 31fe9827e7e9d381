"""The timer: one for each person, and nothing is written down without its owner."""

import threading

import pytest
from django.db import connection

from contracts.timesheets.errors import NoOpenWeek, OverTheLimit, TimerRunsElsewhere
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.models.timers import Timer
from contracts.timesheets.services.timers import (
    ask_silent_timers,
    note_sign,
    start_timer,
    stop_timer,
)
from marketplace.core.data.models import Event
from tests.factories.contracts import fund
from tests.factories.timesheets import at, keep, make_hourly


@pytest.fixture
def running(clock, hourly, as_freelancer):
    clock.move_to(at(1, 9))
    return start_timer(contract=hourly, by=as_freelancer)


def stop(timer, by, end=None, **facts):
    spans = {"started_at": timer.started_at, "ended_at": end or timer.proposed_end}
    return stop_timer(timer=timer, by=by, task="Labels", **spans, **facts)


def test_a_stopped_timer_becomes_a_line(clock, running, as_freelancer):
    clock.move_to(at(1, 11, 30))
    (entry,) = stop(running, as_freelancer)
    assert (entry.started_at, entry.ended_at) == (at(1, 9), at(1, 11, 30))
    assert not Timer.objects.exists()


def test_started_again_it_is_the_same(clock, hourly, running, as_freelancer):
    clock.move_to(at(1, 10))
    again = start_timer(contract=hourly, by=as_freelancer)
    assert (again.pk, again.started_at) == (running.pk, at(1, 9))


def test_it_runs_on_one_contract_only(people, running, as_freelancer):
    other = make_hourly(*people)
    with pytest.raises(TimerRunsElsewhere):
        start_timer(contract=other, by=as_freelancer)
    assert Timer.objects.get().contract_id == running.contract_id


def test_without_a_paid_week_no_time_runs(clock, hourly, as_freelancer):
    clock.move_to(at(7, 9))
    with pytest.raises(NoOpenWeek):
        start_timer(contract=hourly, by=as_freelancer)


def test_a_silent_timer_proposes_its_last_sign_of_life(clock, running):
    clock.move_to(at(1, 10, 15))
    note_sign(running)
    running.refresh_from_db()
    clock.move_to(at(1, 14, 14))
    assert running.proposed_end == at(1, 14, 14)
    clock.move_to(at(1, 14, 15))
    assert running.proposed_end == at(1, 10, 15)


def test_nobody_works_longer_than_twelve_hours(clock, running):
    clock.move_to(at(1, 22))
    note_sign(running)
    running.refresh_from_db()
    assert running.proposed_end == at(1, 21)


def test_the_owner_of_a_silent_timer_is_asked_once(clock, running):
    clock.move_to(at(1, 12, 59))
    ask_silent_timers()
    assert not Event.objects.filter(verb="week.timer_asked").exists()
    clock.move_to(at(1, 13))
    ask_silent_timers()
    ask_silent_timers()
    assert Event.objects.filter(verb="week.timer_asked").count() == 1


def test_over_monday_it_becomes_two_lines(clock, hourly, as_freelancer):
    clock.move_to(at(4, 13))
    keep(hourly)
    fund(hourly.units.get(position=2))
    clock.move_to(at(6, 22))
    timer = start_timer(contract=hourly, by=as_freelancer)
    clock.move_to(at(7, 1))
    entries = stop(timer, as_freelancer)
    spans = [(entry.unit.position, entry.started_at, entry.ended_at) for entry in entries]
    assert spans == [(1, at(6, 22), at(7, 0)), (2, at(7, 0), at(7, 1))]


def test_over_monday_it_stops_there_when_the_new_week_has_no_money(clock, hourly, as_freelancer):
    clock.move_to(at(6, 22))
    timer = start_timer(contract=hourly, by=as_freelancer)
    clock.move_to(at(7, 1))
    (entry,) = stop(timer, as_freelancer)
    assert (entry.started_at, entry.ended_at) == (at(6, 22), at(7, 0))


def test_a_refusal_lets_it_run_on(clock, running, as_freelancer):
    clock.move_to(at(2, 9))
    with pytest.raises(OverTheLimit):
        stop(running, as_freelancer, end=at(2, 9))
    assert Timer.objects.exists()
    assert not TimeEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_tabs_that_start_at_once_make_one(clock, hourly, as_freelancer):
    clock.move_to(at(1, 9))
    made, gate = [], threading.Barrier(2)

    def start():
        gate.wait()
        made.append(start_timer(contract=hourly, by=as_freelancer).pk)
        connection.close()

    tabs = [threading.Thread(target=start) for _ in range(2)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()
    assert len(made) == 2
    assert set(made) == {Timer.objects.get().pk}
