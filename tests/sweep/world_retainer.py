"""Retainers with a period that runs, one in review, one unpaid, and one without its report."""

from datetime import date, timedelta
from types import SimpleNamespace

import time_machine
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.retainers.cycle.clock import charged_from, months_after
from tests.factories.contracts import fund
from tests.factories.retainers import (
    keep_retainer,
    make_retainer,
    make_retainer_agreed,
    make_retainer_offer,
    on,
    period_of,
    report,
    spend,
)

HOUR = timedelta(hours=1)


def fill_retainer(world: SimpleNamespace) -> None:
    today = timezone.now().date()
    lately, before = (today - timedelta(days=days) for days in (2, 5))
    world.retainer_room = one_month_in(world, months_after(lately, -1))
    report(period_of(world.retainer_room, 1))
    world.period_in_review = period_of(world.retainer_room, 1)
    world.period_open = period_of(world.retainer_room, 2)
    started_at = world.period_open.starts_at + 20 * HOUR
    links = ["https://git.example.org/churn/commit/91b1c0d"]
    world.period_line = spend(world.period_open, started_at, 2, links=links)
    world.period_missed = period_of(one_month_in(world, months_after(before, -1)), 1)
    people = (world.organisation, world.client, world.freelancer)
    world.period_unpaid = make_retainer_agreed(*people).units.get()
    world.retainer_offer = make_retainer_offer(*people, hours=None, outcomes=("A drift note",))


def one_month_in(world: SimpleNamespace, starts_on: date) -> Contract:
    """A retainer whose second period runs, paid by hand."""
    with time_machine.travel(on(starts_on, 8), tick=False) as clock:
        contract = make_retainer(world.organisation, world.client, world.freelancer)
        first = period_of(contract, 1)
        clock.move_to(charged_from(first.ends_at))
        keep_retainer(contract)
        fund(period_of(contract, 2))
    return keep_retainer(contract)
