"""A week from its money to its end, with the clock moved by hand."""

from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.pauses import pause_contract, resume_contract
from contracts.agreements.states import ContractState
from contracts.timesheets.services.reviews import approve_week
from contracts.timesheets.tasks import remind_of_weeks
from contracts.units.services.closings import give_notice
from contracts.units.services.reviews import approve_silent_unit
from contracts.units.states import UnitState
from marketplace.core.data.models import Event
from payments.charges.models import ChargePlan
from payments.escrows.states import EscrowState
from payments.payouts.models.payouts import Payout
from payments.refunds.models import Refund
from tests.factories.contracts import fresh
from tests.factories.payments import make_method
from tests.factories.timesheets import at, keep, make_hourly_agreed, week_of, work


def states(contract: Contract) -> list[tuple[int, str]]:
    return list(contract.units.order_by("position").values_list("position", "state"))


def test_signing_lays_down_one_week_at_its_limit(clock, people):
    unit = make_hourly_agreed(*people).units.get()
    assert (unit.kind, unit.title, unit.starts_at) == ("week", "First week", None)
    assert (str(unit.price), unit.week.limit_hours) == ("1,600.00 USD", 20)


def test_the_money_of_the_first_week_opens_it_and_fills_the_brief(hourly, week):
    unit = week.unit
    assert (hourly.state, unit.state) == (ContractState.ACTIVE, UnitState.FUNDED)
    assert (unit.starts_at, unit.ends_at) == (at(0, 0), at(7, 0))
    assert (week.opens_at, week.closes_at) == (at(0, 8), at(7, 12))
    assert unit.title == "Week of 2 November 2026"


def test_a_week_is_handed_in_at_monday_noon_and_not_before(clock, hourly, week):
    clock.move_to(at(1, 18))
    work(week, at(1, 9), 2)
    clock.move_to(at(7, 11, 59))
    keep(hourly)
    assert fresh(week.unit).state == UnitState.FUNDED
    clock.move_to(at(7, 12))
    keep(hourly)
    unit = fresh(week.unit)
    assert unit.state == UnitState.SUBMITTED
    assert unit.review_ends_at == at(11, 23, 59)
    assert str(unit.outstanding) == "160.00 USD"


def test_what_a_week_did_not_use_pays_for_the_next_when_it_closes(hourly, handed_in):
    assert (handed_in.held_in.carried_on, Refund.objects.count()) == (112_000, 0)
    assert str(handed_in.outstanding) == "480.00 USD"
    following = hourly.units.get(position=2)
    assert (following.state, str(following.to_charge)) == ("awaiting_funds", "480.00 USD")
    assert [line.amount for line in handed_in.time_entries.all()] == [16_000] * 3


def test_an_approved_week_is_paid_less_the_fee(handed_in, as_client):
    approve_week(unit=handed_in, by=as_client)
    assert fresh(handed_in).state == UnitState.RELEASED
    payout = Payout.objects.get()
    assert (payout.amount, payout.fee) == (44_160, 3_840)


def test_silence_approves_a_week_on_friday_night(clock, handed_in):
    clock.move_to(at(11, 23, 58))
    assert not approve_silent_unit(unit=fresh(handed_in))
    clock.move_to(at(11, 23, 59))
    assert approve_silent_unit(unit=fresh(handed_in))
    assert fresh(handed_in).state == UnitState.RELEASED


def test_a_week_without_lines_pays_for_the_next_one(clock, hourly, week):
    clock.move_to(at(7, 12))
    keep(hourly)
    unit = fresh(week.unit)
    assert (unit.state, unit.escrow.state) == (UnitState.REFUNDED, EscrowState.CARRIED)
    assert states(hourly) == [(1, "refunded"), (2, "funded")]
    assert not Refund.objects.exists()
    assert Contract.objects.get().state == ContractState.ACTIVE


def test_the_next_week_is_charged_on_friday_noon(clock, hourly, week):
    make_method(hourly.organisation)
    clock.move_to(at(4, 11, 59))
    keep(hourly)
    assert states(hourly) == [(1, "funded")]
    clock.move_to(at(4, 12))
    keep(hourly)
    assert states(hourly) == [(1, "funded"), (2, "awaiting_funds")]
    unit = hourly.units.get(position=2)
    assert (unit.starts_at, unit.title) == (at(7, 0), "Week of 9 November 2026")
    assert ChargePlan.objects.get().escrow == unit.escrow


def test_without_a_saved_method_both_hear_that_the_week_is_unpaid(clock, hourly, week):
    clock.move_to(at(4, 12))
    keep(hourly)
    unit = hourly.units.get(position=2)
    assert unit.state == UnitState.AWAITING_FUNDS
    assert not ChargePlan.objects.exists()


def test_the_clock_may_come_twice(clock, hourly, week):
    make_method(hourly.organisation)
    clock.move_to(at(7, 13))
    keep(hourly)
    before = states(hourly)
    keep(hourly)
    assert states(hourly) == before == [(1, "refunded"), (2, "funded")]
    assert not Refund.objects.exists()
    assert not ChargePlan.objects.exists()


def test_nine_days_without_a_beat_are_caught_up_in_order(clock, hourly, week):
    clock.move_to(at(1, 18))
    work(week, at(1, 9), 2)
    clock.move_to(at(16, 10))
    keep(hourly)
    assert states(hourly) == [(1, "submitted"), (2, "awaiting_funds")]
    assert hourly.units.get(position=2).starts_at == at(14, 0)
    assert fresh(week.unit).review_ends_at == at(16, 10) + (at(11, 23, 59) - at(7, 12))


def test_a_week_that_was_never_paid_ends_with_its_days(clock, hourly, week):
    clock.move_to(at(4, 12))
    keep(hourly)
    clock.move_to(at(14, 0))
    keep(hourly)
    assert hourly.units.get(position=2).state == UnitState.CANCELLED


def test_a_paused_contract_is_not_charged_and_goes_on_when_it_is_resumed(
    clock, hourly, week, as_client
):
    clock.move_to(at(4, 13))
    keep(hourly)
    pause_contract(contract=hourly, by=as_client, why="Holidays.")
    assert states(hourly) == [(1, "funded"), (2, "cancelled")]
    clock.move_to(at(7, 13))
    assert states(keep(hourly)) == [(1, "refunded"), (2, "cancelled")]
    resume_contract(contract=Contract.objects.get(), by=as_client)
    keep(hourly)
    assert hourly.units.get(position=3).starts_at == at(7, 0)


def test_after_notice_the_running_week_is_the_last(clock, hourly, week, as_freelancer, as_client):
    clock.move_to(at(2, 18))
    work(week, at(2, 9), 3)
    give_notice(contract=hourly, by=as_freelancer, why="A new job.")
    clock.move_to(at(7, 12))
    keep(hourly)
    assert states(hourly) == [(1, "submitted")]
    approve_week(unit=week_of(week.unit).unit, by=as_client)
    assert Contract.objects.get().state == ContractState.COMPLETED


def test_the_client_is_reminded_once_on_the_last_day(clock, handed_in):
    reminded = Event.objects.filter(verb="week.review_reminded")
    clock.move_to(at(10, 23, 58))
    remind_of_weeks()
    assert not reminded.exists()
    clock.move_to(at(10, 23, 59))
    remind_of_weeks()
    remind_of_weeks()
    assert reminded.count() == 1
    clock.move_to(at(11, 23, 59))
    remind_of_weeks()
    assert reminded.count() == 1
