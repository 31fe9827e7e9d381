"""Periods over the months, with a moved clock: charged, closed, reported, resting, ending."""

from datetime import date, timedelta

import pytest

from contracts.agreements.services.pauses import pause_contract, resume_contract
from contracts.retainers.models.periods import Period
from contracts.retainers.queries.periods import contracts_with_periods_due
from contracts.timesheets.errors import OverTheLimit
from contracts.units.services.closings import give_notice
from marketplace.core.data.models import Event
from payments.charges.models import ChargePlan
from tests.factories.contracts import fresh, fund
from tests.factories.payments import make_method
from tests.factories.retainers import keep_retainer, make_retainer, on, period_of, report, spend

pytestmark = pytest.mark.django_db
HOUR = 3_600


def spans(contract) -> list[tuple[str, str, str]]:
    rows = contract.units.order_by("position").values_list("starts_at", "ends_at", "state")
    return [(a.date().isoformat(), b.date().isoformat(), state) for a, b, state in rows]


def told(verb: str) -> int:
    return Event.objects.filter(verb=f"period.{verb}").count()


def renew(clock, contract, day: date) -> None:
    """The clock charges the period that begins that day, and the charge succeeds."""
    clock.move_to(on(day - timedelta(days=3), 12))
    contract = keep_retainer(contract)
    fund(contract.units.order_by("-position").first())


def test_the_first_period_begins_on_the_day_of_the_signatures(retainer):
    assert spans(retainer) == [("2027-01-15", "2027-02-15", "funded")]
    unit = retainer.units.get()
    assert (str(unit.price), unit.title) == ("3,000.00 USD", "15 January 2027 to 14 February 2027")


def test_the_next_period_is_charged_three_days_before_and_once(clock, retainer, saved):
    clock.move_to(on(date(2027, 2, 12), 11, 59))
    assert not contracts_with_periods_due().exists()
    keep_retainer(retainer)
    assert retainer.units.count() == 1
    clock.move_to(on(date(2027, 2, 12), 12))
    assert contracts_with_periods_due().get() == retainer
    for _ in range(3):
        keep_retainer(retainer)
    second = period_of(retainer, 2)
    plan = ChargePlan.objects.get(escrow=second.escrow)
    assert [each.day for each in plan.moments] == [12, 13, 14, 15, 16, 17]
    assert spans(retainer)[1:] == [("2027-02-15", "2027-03-15", "awaiting_funds")]


def test_without_a_saved_method_both_hear_and_the_contract_rests_after_grace(clock, retainer):
    clock.move_to(on(date(2027, 2, 12), 12))
    keep_retainer(retainer)
    assert told("left_unpaid") == 1
    clock.move_to(on(date(2027, 2, 17), 11, 59))
    assert keep_retainer(retainer).is_active
    clock.move_to(on(date(2027, 2, 17), 12))
    assert keep_retainer(retainer).is_paused
    assert keep_retainer(retainer).is_paused


def test_a_contract_that_rests_unpaid_goes_on_with_its_money_days_later(clock, retainer):
    clock.move_to(on(date(2027, 2, 12), 12))
    keep_retainer(retainer)
    clock.move_to(on(date(2027, 2, 17), 12))
    keep_retainer(retainer)
    clock.move_to(on(date(2027, 2, 21), 9))
    fund(period_of(retainer, 2))
    assert fresh(retainer).is_active
    assert spans(retainer)[1:] == [("2027-02-19", "2027-03-19", "funded")]


def test_a_pause_over_a_renewal_charges_nothing_and_moves_what_follows(
    clock, retainer, saved, as_client
):
    clock.move_to(on(date(2027, 2, 1), 9))
    pause_contract(contract=retainer, by=as_client, why="Summer.")
    for day in (date(2027, 2, 12), date(2027, 2, 20), date(2027, 3, 1)):
        clock.move_to(on(day, 12))
        assert not contracts_with_periods_due().exists()
        keep_retainer(retainer)
    assert (retainer.units.count(), ChargePlan.objects.count()) == (1, 0)
    clock.move_to(on(date(2027, 3, 3), 9))
    resume_contract(contract=fresh(retainer), by=as_client)
    assert spans(retainer) == [("2027-01-15", "2027-03-17", "funded")]
    renew(clock, retainer, date(2027, 3, 17))
    assert spans(retainer)[1:] == [("2027-03-17", "2027-04-17", "funded")]


def test_unused_hours_roll_over_for_one_period_and_are_spent_first(clock, retainer, saved):
    clock.move_to(on(date(2027, 1, 20), 20))
    spend(period_of(retainer, 1), on(date(2027, 1, 20), 8), 8)
    renew(clock, retainer, date(2027, 2, 15))
    clock.move_to(on(date(2027, 2, 15), 11, 59))
    keep_retainer(retainer)
    assert period_of(retainer, 2).period.rolled_seconds == 0
    clock.move_to(on(date(2027, 2, 15), 12))
    for _ in range(2):
        keep_retainer(retainer)
    assert period_of(retainer, 2).period.rolled_seconds == 5 * HOUR
    event = Event.objects.get(verb="period.hours_closed")
    said = {name: event.particulars[name] // HOUR for name in ("used", "rolled", "lapsed")}
    assert said == {"used": 8, "rolled": 5, "lapsed": 7}
    renew(clock, retainer, date(2027, 3, 15))
    clock.move_to(on(date(2027, 3, 15), 12))
    keep_retainer(retainer)
    # What had rolled once does not roll again.
    assert period_of(retainer, 3).period.rolled_seconds == 5 * HOUR


def test_hours_end_with_what_is_included(clock, people):

    contract = make_retainer(*people, hours=2)
    unit = contract.units.get()
    clock.move_to(on(date(2027, 1, 15), 20))
    spend(unit, on(date(2027, 1, 15), 9), 2)
    with pytest.raises(OverTheLimit):
        spend(unit, on(date(2027, 1, 15), 12), 0.5)
    assert unit.time_entries.count() == 1


def test_a_missing_report_is_told_once_and_keeps_the_money(clock, retainer, saved):
    renew(clock, retainer, date(2027, 2, 15))
    clock.move_to(on(date(2027, 2, 15), 0))
    keep_retainer(retainer)
    assert (told("ended"), told("report_missed")) == (1, 0)
    clock.move_to(on(date(2027, 2, 17), 0))
    for _ in range(2):
        keep_retainer(retainer)
    assert (told("ended"), told("report_missed")) == (1, 1)
    first = period_of(retainer, 1)
    assert (first.state, first.held_in.released, first.outstanding) == ("funded", 0, first.price)


def test_after_nine_days_without_a_beat_it_catches_up_in_order(clock, retainer, saved):
    clock.move_to(on(date(2027, 2, 21), 12))
    contract = keep_retainer(retainer)
    assert contract.is_active
    assert spans(contract)[1:] == [("2027-02-15", "2027-03-15", "awaiting_funds")]
    assert (told("ended"), told("hours_closed"), told("report_missed")) == (1, 1, 1)


def test_a_notice_on_the_day_of_the_charge_lets_the_period_within_it_run(
    clock, retainer, saved, as_client
):
    clock.move_to(on(date(2027, 2, 12), 12))
    keep_retainer(retainer)
    give_notice(contract=fresh(retainer), by=as_client, why="The campaign ends.")
    fund(period_of(retainer, 2))
    assert [state for *_, state in spans(retainer)] == ["funded", "funded"]
    clock.move_to(on(date(2027, 2, 15), 9))
    report(period_of(retainer, 1))
    clock.move_to(on(date(2027, 3, 12), 12))
    assert keep_retainer(retainer).is_ending
    assert retainer.units.count() == 2


def test_a_notice_without_days_gives_back_what_was_charged_for_later(clock, people, as_client):

    contract = make_retainer(*people, notice_days=0)
    make_method(contract.organisation)
    renew(clock, contract, date(2027, 2, 15))
    give_notice(contract=fresh(contract), by=as_client, why="The campaign ends.")
    second = period_of(contract, 2)
    assert (second.state, second.held_in.refunded) == ("refunded", 300_000)
    assert fresh(contract).is_ending
    assert Period.objects.count() == 2
