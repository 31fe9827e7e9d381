"""The whole cycle on random clocks, and killed at each step: it always ends in the same state."""

from collections import Counter
from contextlib import suppress
from datetime import date, timedelta

from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.pauses import pause_contract, resume_contract
from contracts.retainers.services.reports import approve_without_report
from contracts.units.models.units import Unit
from contracts.units.services.closings import give_notice
from contracts.units.services.reviews import approve_silent_unit
from contracts.units.states import UnitState
from marketplace.core.data.actors import client, freelancer
from marketplace.core.data.errors import DomainError
from marketplace.core.data.signals import event_recorded
from payments.charges.models import Charge
from payments.payouts.models.payouts import Payout
from payments.refunds.models import Refund
from tests.factories.contracts import fresh, fund
from tests.factories.retainers import keep_retainer, on, period_of, report, spend
from tests.payments.books import trial_balance

ACTS = ["beat", "spend", "fund", "report", "silence", "waive", "pause", "resume", "notice"]
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(min_value=1, max_value=300)),
    min_size=5,
    max_size=25,
)
START = on(date(2027, 1, 15), 8)


class Killed(Exception):
    pass


def sums() -> Counter[str]:
    paid = Counter(charged=sum(Charge.objects.values_list("amount", flat=True)))
    paid["refunded"] = sum(Refund.objects.values_list("amount", flat=True))
    paid["released"] = sum(a + f for a, f in Payout.objects.values_list("amount", "fee"))
    units = Unit.objects.exclude(escrow=None).exclude(state=UnitState.CANCELLED)
    paid["held"] = sum(unit.held_in.inside for unit in units)
    return paid


def check(contract: Contract) -> None:
    """What was charged is somewhere; no day is in two periods; nothing is released early."""
    found = sums()
    assert found["charged"] == found["released"] + found["refunded"] + found["held"]
    units = contract.units.exclude(state=UnitState.CANCELLED).order_by("starts_at")
    spans = list(units.values_list("starts_at", "ends_at"))
    assert all(ends <= starts for (_, ends), (starts, _) in zip(spans, spans[1:], strict=False))
    for unit in units.filter(state=UnitState.RELEASED).select_related("period__report"):
        assert unit.submitted_at >= unit.ends_at
    for unit in units.select_related("period"):
        lines = list(unit.time_entries.all())
        hours = unit.period.hours(lines)
        assert hours.rolled <= hours.included // 4
        assert hours.used <= hours.available
    assert trial_balance() == 0


def act(contract: Contract, name: str, now) -> None:
    by_client, by_freelancer = client(contract.offered_by), freelancer(contract.freelancer)
    unit = period_of(contract, contract.units.count())
    first = contract.units.exclude(state__in=("released", "refunded", "cancelled")).first()
    if name == "beat":
        keep_retainer(contract)
    elif name == "fund" and unit.is_fundable and unit.escrow:
        fund(unit)
    elif name == "spend" and first:
        spend(first, now - timedelta(hours=3), 3)
    elif name == "report" and first:
        report(first)
    elif name == "silence" and first:
        approve_silent_unit(unit=fresh(first))
    elif name == "waive" and first:
        unit = period_of(contract, first.position)
        approve_without_report(unit=unit, by=by_client, why="We know.")
    elif name == "pause":
        pause_contract(contract=contract, by=by_freelancer, why="Away.")
    elif name == "resume":
        resume_contract(contract=contract, by=by_freelancer)
    elif name == "notice":
        give_notice(contract=contract, by=by_client, why="Enough.")


def test_on_any_clock_nothing_is_charged_twice_or_released_early(clock, retainer, saved):
    @settings(max_examples=8, deadline=None)
    @given(STEPS)
    def run(steps):
        with transaction.atomic():
            now = START
            clock.move_to(now)
            for name, hours in steps:
                now += timedelta(hours=hours)
                clock.move_to(now)
                with suppress(DomainError), transaction.atomic():
                    act(Contract.objects.get(pk=retainer.pk), name, now)
                check(retainer)
            transaction.set_rollback(True)

    run()


def told(contract: Contract) -> list[tuple[object, ...]]:
    rows = contract.units.order_by("position")
    period = ("period__rolled_seconds", "period__closed_at")
    return list(rows.values_list("state", "starts_at", "ends_at", *period))


def beat_killed_at(contract: Contract, step: int) -> bool:
    """Let the clock's beat die at its event of that number; whether it came so far."""
    seen = Counter()

    def die(**_: object) -> None:
        seen["events"] += 1
        if seen["events"] == step:
            raise Killed

    event_recorded.connect(die)
    try:
        with transaction.atomic():
            keep_retainer(contract)
    except Killed:
        return True
    finally:
        event_recorded.disconnect(die)
    return False


def test_a_beat_that_is_killed_at_any_step_ends_as_one_that_was_not(clock, retainer, saved):
    clock.move_to(on(date(2027, 1, 20), 20))
    spend(period_of(retainer, 1), on(date(2027, 1, 20), 8), 8)
    clock.move_to(on(date(2027, 2, 17), 9))
    with transaction.atomic():
        keep_retainer(retainer)
        expected = told(retainer)
        transaction.set_rollback(True)
    step = 1
    while beat_killed_at(retainer, step):
        assert contract_untouched(retainer)
        step += 1
    assert step > 3
    assert told(retainer) == expected
    check(retainer)


def contract_untouched(contract: Contract) -> bool:
    """Nothing of a killed beat is left."""
    return [unit.period.closed_at for unit in contract.units.all()] == [None]
