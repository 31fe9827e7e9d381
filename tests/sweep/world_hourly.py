"""Contracts by the hour: one to fund, one on which somebody works, one that waits for answers."""

from datetime import timedelta
from types import SimpleNamespace

import time_machine
from django.utils import timezone

from contracts.timesheets.cycle.clock import CLOSES_AFTER, WEEK, monday_of
from contracts.timesheets.services.reviews import contest_lines
from contracts.timesheets.states import Ground
from marketplace.core.data.actors import client
from tests.factories.contracts import fresh
from tests.factories.timesheets import (
    keep,
    make_hourly,
    make_hourly_agreed,
    make_hourly_offer,
    week_of,
    work,
)

HOUR = timedelta(hours=1)


def fill_hourly(world: SimpleNamespace) -> None:
    people = (world.organisation, world.client, world.freelancer)
    world.hourly_offer = make_hourly_offer(*people)
    world.week_unpaid = make_hourly_agreed(*people).units.get()
    monday = monday_of(timezone.now() - 2 * HOUR)
    with time_machine.travel(monday, tick=False) as clock:
        world.hourly_room = make_hourly(*people)
        week = week_of(world.hourly_room.units.get())
        clock.move_to(monday + HOUR)
        world.line = work(week, monday, 1, note="Joined the recharges.")
    world.week_open = fresh(week.unit)
    fill_review(world, people)


def fill_review(world: SimpleNamespace, people: tuple) -> None:
    """Handed in three weeks ago, so that no week of it is to be laid down meanwhile."""
    monday = monday_of(timezone.now()) - 3 * WEEK
    with time_machine.travel(monday, tick=False) as clock:
        contract = make_hourly(*people)
        week = week_of(contract.units.get())
        clock.move_to(monday + 3 * HOUR)
        lines = [work(week, monday + place * HOUR, 1) for place in range(2)]
        clock.move_to(monday + WEEK + CLOSES_AFTER)
        keep(contract)
        unit = fresh(week.unit)
        (world.line_contested,) = contest_lines(
            unit=unit,
            entries=lines[:1],
            ground=Ground.OUT_OF_SCOPE,
            why="Dashboards were not agreed on.",
            by=client(world.client),
        )
    world.week_in_review = fresh(unit)
