import pytest
import time_machine

from contracts.agreements.models.contracts import Contract
from contracts.timesheets.models.entries import TimeContest, TimeEntry
from contracts.timesheets.models.weeks import Week
from contracts.units.models.units import Unit
from tests.api.conftest import Program, program
from tests.contracts.timesheets.programs import address, contest_body
from tests.factories.timesheets import at, keep, make_hourly, week_of, work


@pytest.fixture
def clock():
    """Stands on Monday 2 November 2026, 08:00 UTC, until a test moves it."""
    with time_machine.travel(at(0, 8), tick=False) as machine:
        yield machine


@pytest.fixture
def hourly(clock, people) -> Contract:
    """80.00 USD an hour, at most 20 hours a week; its first week is funded on Monday, 08:00."""
    return make_hourly(*people)


@pytest.fixture
def week(hourly) -> Week:
    return week_of(hourly.units.get())


@pytest.fixture
def handed_in(clock, hourly, week) -> Unit:
    """Three lines of two hours, and the week has closed: 480.00 USD."""
    for day in (0, 1, 2):
        clock.move_to(at(day, 18))
        work(week, at(day, 9), 2, task=f"Day {day}")
    clock.move_to(at(7, 12))
    keep(hourly)
    return week_of(week.unit).unit


@pytest.fixture
def hirer(client_person) -> Program:
    return program(client_person)


@pytest.fixture
def author(freelancer_person) -> Program:
    return program(freelancer_person)


@pytest.fixture
def evening(clock, week) -> Week:
    """Of the Monday on which the first week was funded, at eight."""
    clock.move_to(at(0, 18))
    return week


@pytest.fixture
def line(evening) -> TimeEntry:
    return work(evening, at(0, 9), 2.5)


@pytest.fixture
def contested(handed_in, hirer) -> TimeContest:
    hirer.write(address(handed_in, "contests/"), contest_body(handed_in))
    return TimeContest.objects.get()
