"""The whole cycle on random clocks, and killed at each step: it always ends in the same state."""

from collections import Counter
from contextlib import suppress
from datetime import timedelta

from django.db import transaction
from django.db.models import Sum
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.agreements.models.contracts import Contract
from contracts.timesheets.errors import OverTheLimit, TimeOverlaps
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.services.reviews import concede_line, contest_lines, drop_contest
from contracts.timesheets.states import Ground
from contracts.units.models.units import Unit
from contracts.units.services.reviews import approve_silent_unit
from contracts.units.states import UnitState
from marketplace.core.data.actors import client, freelancer
from marketplace.core.data.signals import event_recorded
from payments.charges.models import Charge
from payments.escrows.models.escrows import Escrow
from payments.payouts.models.payouts import Payout
from payments.refunds.models import Refund
from tests.factories.contracts import fresh, fund
from tests.factories.payments import make_method
from tests.factories.timesheets import at, keep, week_of, work
from tests.payments.books import trial_balance

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["beat", "work", "fund", "silence", "contest", "concede", "drop"]),
        st.integers(min_value=1, max_value=60),
        st.integers(min_value=0, max_value=2),
    ),
    min_size=5,
    max_size=30,
)


class Killed(Exception):
    pass


def told(contract: Contract) -> list[tuple[object, ...]]:
    rows = contract.units.order_by("position")
    money = ("escrow__refunded", "escrow__carried_in", "escrow__carried_on")
    return list(rows.values_list("position", "state", "starts_at", *money))


def sums() -> Counter[str]:
    paid = Counter(charged=sum(Charge.objects.values_list("amount", flat=True)))
    paid["refunded"] = sum(Refund.objects.values_list("amount", flat=True))
    paid["released"] = sum(a + f for a, f in Payout.objects.values_list("amount", "fee"))
    units = Unit.objects.exclude(escrow=None).exclude(state=UnitState.CANCELLED)
    paid["held"] = sum(unit.held_in.inside for unit in units)
    return paid


def check(contract: Contract) -> None:
    """What was charged was released, went back or is held; no week is there twice."""
    found = sums()
    assert found["charged"] == found["released"] + found["refunded"] + found["held"]
    carried = Escrow.objects.aggregate(into=Sum("carried_in"), on=Sum("carried_on"))
    assert carried["into"] == carried["on"]
    starts = [start for start in contract.units.values_list("starts_at", flat=True) if start]
    assert len(starts) == len(set(starts))
    for unit in contract.units.filter(state__in=(UnitState.SUBMITTED, UnitState.PARTLY_APPROVED)):
        lines = TimeEntry.objects.filter(unit=unit.pk)
        whole = sum(lines.values_list("amount", flat=True))
        assert whole == unit.held_in.released + unit.held_in.left + conceded(unit)
    assert trial_balance() == 0


def conceded(unit: Unit) -> int:
    """What of a partly approved week went back line by line."""
    if not unit.is_partly_approved:
        return 0
    lines = TimeEntry.objects.filter(unit=unit.pk, contest__state="conceded")
    return sum(lines.values_list("amount", flat=True))


def act(contract: Contract, name: str, place: int, clock) -> None:
    units = list(contract.units.order_by("position"))
    unit = fresh(units[place % len(units)])
    open_ones = TimeEntry.objects.filter(unit__contract=contract, contest__state="open")
    if name == "beat":
        keep(contract)
    elif name == "fund" and unit.state == UnitState.AWAITING_FUNDS:
        fund(unit)
    elif name == "silence":
        approve_silent_unit(unit=unit)
    elif name == "contest" and unit.is_in_review:
        lines = list(unit.time_entries.filter(contest=None)[:1])
        if lines:
            by = client(contract.offered_by)
            contest_lines(unit=unit, entries=lines, ground=Ground.NOT_WORKED, why="No.", by=by)
    elif name in ("concede", "drop") and open_ones:
        contest = open_ones[0].contest
        if name == "concede":
            concede_line(contest=contest, by=freelancer(contract.freelancer))
        else:
            drop_contest(contest=contest, by=client(contract.offered_by))
    elif name == "work" and unit.is_funded:
        log_somewhere(week_of(unit), clock)


def log_somewhere(week, clock) -> None:
    ended_at = min(clock.now, week.unit.ends_at)
    started_at = ended_at - timedelta(hours=3)
    if started_at < week.opens_at or clock.now >= week.closes_at:
        return
    with suppress(OverTheLimit, TimeOverlaps):
        work(week, started_at, 3)


class Clock:
    """The moved clock, with the moment that it shows."""

    def __init__(self, machine) -> None:
        self.machine, self.now = machine, at(0, 8)

    def forward(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.machine.move_to(self.now)


def test_on_any_clock_nothing_is_charged_twice_skipped_or_released_early(clock, hourly):
    make_method(hourly.organisation)

    @settings(max_examples=6, deadline=None)
    @given(STEPS)
    def run(steps):
        with transaction.atomic():
            moved = Clock(clock)
            clock.move_to(moved.now)
            for name, hours, place in steps:
                moved.forward(hours)
                act(Contract.objects.get(pk=hourly.pk), name, place, moved)
                check(hourly)
            transaction.set_rollback(True)

    run()


def test_killed_at_each_step_the_cycle_ends_as_if_it_had_not_been(clock, hourly, week):
    make_method(hourly.organisation)
    clock.move_to(at(1, 18))
    work(week, at(1, 9), 2)
    clock.move_to(at(11, 13))
    before = told(hourly)
    with transaction.atomic():
        keep(hourly)
        expected = told(hourly)
        transaction.set_rollback(True)
    deaths = 0
    while dies_at(deaths + 1, hourly):
        deaths += 1
        assert told(hourly) == before
    assert deaths >= 5
    keep(hourly)
    assert told(hourly) == expected
    keep(hourly)
    assert told(hourly) == expected


def dies_at(step: int, contract: Contract) -> bool:
    """Kill the cycle as it writes its event number `step`; whether there was one."""
    seen = 0

    def kill(**_):
        nonlocal seen
        seen += 1
        if seen == step:
            raise Killed

    event_recorded.connect(kill)
    try:
        with transaction.atomic():
            keep(contract)
            transaction.set_rollback(True)
    except Killed:
        return True
    finally:
        event_recorded.disconnect(kill)
    return False
