"""A contract by the hour, with a week in every state."""

from datetime import timedelta
from types import SimpleNamespace

import time_machine
from django.utils import timezone

from contracts.timesheets.cycle.clock import WEEK, monday_of
from contracts.timesheets.services.reviews import approve_week, contest_lines
from contracts.timesheets.services.timers import start_timer
from contracts.timesheets.states import Ground
from marketplace.core.data.actors import client, freelancer
from tests.factories.contracts import fresh, fund
from tests.factories.timesheets import (
    keep,
    make_hourly,
    make_hourly_agreed,
    make_hourly_offer,
    week_of,
    work,
)

MORNING, NOON = timedelta(hours=8), timedelta(hours=12)
FRIDAY = timedelta(days=4, hours=13)


def fill_hourly(world: SimpleNamespace) -> None:
    """Weeks that are partly approved, released, in review and open; one nobody has paid for."""
    people = (world.organisation, world.client, world.freelancer)
    by_client = client(world.client)
    first = monday_of(timezone.now()) - 3 * WEEK
    with time_machine.travel(first + MORNING, tick=False) as clock:
        contract = make_hourly(*people, waiting_rate=1_000)
        for number in (1, 2, 3):
            starts_at = first + (number - 1) * WEEK
            unit = contract.units.get(position=number)
            clock.move_to(starts_at + timedelta(days=1, hours=18))
            work(week_of(unit), starts_at + timedelta(days=1, hours=9), 3, task="Labels")
            work(week_of(unit), starts_at + timedelta(days=1, hours=13), 2, is_waiting=True)
            clock.move_to(starts_at + FRIDAY)
            keep(contract)
            fund(contract.units.get(position=number + 1))
            clock.move_to(starts_at + WEEK + NOON)
            keep(contract)
            if number == 1:
                contest(world, fresh(unit), by_client)
            if number < 3:
                approve_week(unit=fresh(unit), by=by_client)
        world.week_contested, _, world.week_in_review, open_week = (
            fresh(unit) for unit in contract.units.order_by("position")[:4]
        )
        clock.move_to(open_week.starts_at + timedelta(hours=20))
        links = ["https://git.example.org/churn/commit/4f2a9c1"]
        started_at = open_week.starts_at + timedelta(hours=14)
        world.line = work(week_of(open_week), started_at, 2, links=links)
        world.timer = start_timer(contract=fresh(contract), by=freelancer(world.freelancer))
        world.week_open, world.hourly_room = fresh(open_week), fresh(contract)
    world.hourly_offer = make_hourly_offer(*people)
    world.hourly_agreed = make_hourly_agreed(*people)
    world.week_unpaid = world.hourly_agreed.units.get()


def contest(world: SimpleNamespace, unit, by) -> None:
    lines = list(unit.time_entries.all()[:1])
    (world.line_contested,) = contest_lines(
        unit=unit, entries=lines, ground=Ground.OUT_OF_SCOPE, why="These were ours.", by=by
    )
