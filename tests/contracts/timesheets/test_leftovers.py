"""What a week did not use pays for the next one: the first two weeks are paid, with a moved clock.

A week costs 1,600.00; week 1 closes on Monday, day 7, when week 2 runs and week 3 is not due.
"""

import pytest

from accounts.notices.models import Notification
from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.pauses import pause_contract
from contracts.timesheets.queries.weeks import contracts_with_weeks_due
from contracts.timesheets.services.weeks import keep_weeks
from contracts.timesheets.turns import fund as turn_to_fund
from contracts.units.models.units import Unit
from contracts.units.services.closings import give_notice
from marketplace.core.data.models import Event
from payments.charges.models import Charge, ChargePlan
from payments.escrows.models.escrows import Escrow
from payments.refunds.models import Refund
from tests.factories.contracts import fund
from tests.factories.payments import make_method
from tests.factories.timesheets import at, keep, week_of, work
from tests.jobs import run_jobs
from tests.people import sign_in


@pytest.fixture
def saved(hourly):
    return make_method(hourly.organisation)


@pytest.fixture
def two_paid(clock, hourly, saved) -> Contract:
    """It is Friday of the first week, and the second one is paid as well."""
    clock.move_to(at(4, 12))
    keep(hourly)
    fund(unit(hourly, 2))
    return hourly


@pytest.fixture
def six_hours(clock, two_paid) -> Contract:
    """Week 1 has closed with 480.00 of time: week 3 is laid down with the other 1,120.00."""
    for day in (0, 1, 2):
        work(unit(two_paid, 1).week, at(day, 9), 2)
    return close(clock, two_paid, 1)


def unit(contract: Contract, position: int) -> Unit:
    return week_of(contract.units.get(position=position)).unit


def close(clock, contract: Contract, position: int) -> Contract:
    clock.move_to(at(7 * position, 12))
    return keep(contract)


def money(contract: Contract) -> list[tuple[str, int, int, int]]:
    """Of each week: the state of its unit, what came from others, went on and went back."""
    parts = ("state", "escrow__carried_in", "escrow__carried_on", "escrow__refunded")
    return list(contract.units.order_by("position").values_list(*parts))


def back() -> list[int]:
    return list(Refund.objects.order_by("id").values_list("amount", flat=True))


def test_on_friday_only_what_is_missing_is_charged(clock, six_hours):
    assert money(six_hours) == [
        ("submitted", 0, 112_000, 0),
        ("funded", 0, 0, 0),
        ("awaiting_funds", 112_000, 0, 0),
    ]
    third = unit(six_hours, 3)
    clock.move_to(at(11, 11, 59))
    assert not contracts_with_weeks_due().exists()
    keep(six_hours)
    assert not third.held_in.charge_plans.exists()
    clock.move_to(at(11, 12))
    assert contracts_with_weeks_due().exists()
    keep(six_hours)
    keep(six_hours)
    plan = third.held_in.charge_plans.get()
    assert plan.moments == [at(11, 12), at(12, 12), at(13, 12)]
    assert not contracts_with_weeks_due().exists()
    fund(third)
    assert Charge.objects.get(escrow=third.escrow).amount == 48_000
    assert back() == []


def test_before_its_friday_it_is_nobodys_turn_and_may_be_paid_by_hand(
    clock, six_hours, client_person
):
    third = unit(six_hours, 3)
    assert turn_to_fund(six_hours, [third], client_person) is None
    page = sign_in(client_person).get(third.get_absolute_url()).content.decode()
    assert "This week is charged before it begins." in page
    room = sign_in(client_person).get(six_hours.get_absolute_url()).content.decode()
    assert "of it from weeks before" in room
    assert "Fund now" not in room
    fund(third)
    clock.move_to(at(11, 12))
    keep(six_hours)
    assert ChargePlan.objects.filter(escrow=third.escrow).count() == 0
    assert [row[0] for row in money(six_hours)][2:] == ["funded"]


def test_from_friday_on_it_is_the_clients_turn_to_pay_the_rest(clock, six_hours, client_person):
    clock.move_to(at(11, 12))
    turn = turn_to_fund(keep(six_hours), [unit(six_hours, 3)], client_person)
    assert (turn.title, str(turn.amount)) == ("Your turn: fund week 3.", "480.00 USD")


def test_without_a_method_both_hear_once_and_on_friday(clock, six_hours, saved):
    saved.is_default = False
    saved.save()
    unpaid = Event.objects.filter(verb="week.left_unpaid")
    for moment, count in ((at(8, 12), 0), (at(11, 12), 1), (at(11, 13), 1)):
        clock.move_to(moment)
        keep(six_hours)
        assert unpaid.count() == count


def test_an_empty_week_pays_for_the_whole_next_one_at_once(clock, two_paid, client_person):
    close(clock, two_paid, 1)
    assert money(two_paid) == [
        ("refunded", 0, 160_000, 0),
        ("funded", 0, 0, 0),
        ("funded", 160_000, 0, 0),
    ]
    told = Event.objects.get(verb="week.carried").particulars
    assert (told["amount"], told["back"]) == (160_000, 0)
    browser = sign_in(client_person)
    page = browser.get(unit(two_paid, 1).get_absolute_url()).content.decode()
    assert "Week 1 was not used: its money pays for the next one" in page
    assert "Not used, carried on" in browser.get(two_paid.get_absolute_url()).content.decode()
    clock.move_to(at(11, 12))
    keep(two_paid)
    assert not unit(two_paid, 3).held_in.charge_plans.exists()
    run_jobs("accounts.deliver_notices")
    heard = Notification.objects.filter(user=client_person).values_list("subject", flat=True)
    assert any(subject.startswith("1,600.00 USD was not used in week 1") for subject in heard)
    assert not any("refunded" in subject for subject in heard)


def test_a_week_that_nobody_paid_for_is_paid_by_the_one_before(clock, hourly, week):
    clock.move_to(at(4, 12))
    keep(hourly)
    close(clock, hourly, 1)
    assert money(hourly) == [("refunded", 0, 160_000, 0), ("funded", 160_000, 0, 0)]
    assert unit(hourly, 2).week.opens_at == at(7, 12)


def test_after_four_weeks_what_nobody_used_goes_back(clock, two_paid):
    for position in range(1, 5):
        close(clock, two_paid, position)
    assert back() == []
    close(clock, two_paid, 5)
    assert (back(), money(two_paid)[4]) == ([160_000], ("refunded", 160_000, 0, 160_000))


def test_the_oldest_money_is_spent_first(clock, six_hours):
    """Of week 1 1,120.00 are in week 3; it uses 480.00, so 640.00 of them go on, and grow old."""
    clock.move_to(at(11, 12))
    keep(six_hours)
    fund(unit(six_hours, 3))
    close(clock, six_hours, 2)
    for day in (14, 15, 16):
        clock.move_to(at(day, 18))
        work(unit(six_hours, 3).week, at(day, 9), 2)
    close(clock, six_hours, 3)
    clock.move_to(at(25, 12))
    keep(six_hours)
    fund(unit(six_hours, 5))
    close(clock, six_hours, 4)
    assert back() == []
    close(clock, six_hours, 5)
    assert back() == [64_000]
    assert money(six_hours)[4] == ("refunded", 112_000, 96_000, 64_000)
    assert Refund.objects.get().charge == unit(six_hours, 1).held_in.charges.get()


@pytest.mark.parametrize("end", [give_notice, pause_contract])
def test_when_the_contract_ends_or_rests_all_of_it_goes_back(clock, six_hours, as_client, end):
    end(contract=six_hours, by=as_client, why="Enough for now.")
    assert (back(), unit(six_hours, 3).state) == ([112_000], "cancelled")
    close(clock, six_hours, 2)
    assert back() == [112_000, 160_000]
    assert len(money(six_hours)) == 3


def test_what_cannot_be_carried_goes_back(clock, six_hours):
    """Somebody is at a checkout for the next week just then."""
    third = unit(six_hours, 3)
    Charge.objects.create(escrow=third.held_in, currency="USD", amount=48_000)
    close(clock, six_hours, 2)
    assert back() == [160_000]
    assert money(six_hours)[1:3] == [("refunded", 0, 0, 160_000), ("awaiting_funds", 112_000, 0, 0)]


def test_a_week_whose_bank_is_at_work_is_left_to_it(clock, hourly, saved):
    clock.move_to(at(4, 12))
    keep(hourly)
    Escrow.objects.filter(unit=unit(hourly, 2)).update(state="processing")
    close(clock, hourly, 1)
    assert money(hourly)[1:] == [("awaiting_funds", 0, 0, 0), ("funded", 160_000, 0, 0)]


def test_days_without_a_beat_are_caught_up(clock, two_paid):
    """Both weeks have closed, and a third of them runs: it is paid by the first."""
    clock.move_to(at(16, 10))
    keep(two_paid)
    assert money(two_paid)[2:] == [("funded", 160_000, 0, 0), ("funded", 160_000, 0, 0)]
    assert [unit(two_paid, place).starts_at for place in (3, 4)] == [at(14, 0), at(21, 0)]
    before = money(two_paid)
    keep_weeks(contract=Contract.objects.get())
    assert (money(two_paid), back()) == (before, [])
