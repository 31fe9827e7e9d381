"""Contested lines: they stay held while the rest is paid, until one side gives way."""

import pytest

from contracts.timesheets.errors import (
    ContestAnswered,
    LineContestedBefore,
    NothingContested,
    WeekNotInReview,
)
from contracts.timesheets.models.entries import TimeContest
from contracts.timesheets.services.reviews import (
    approve_week,
    concede_line,
    contest_lines,
    drop_contest,
)
from contracts.timesheets.states import Ground
from contracts.timesheets.turns import FREELANCER
from contracts.units.queries.units import units_with_money
from contracts.units.services.cancellations import ask_cancellation
from contracts.units.services.reviews import approve_silent_unit
from contracts.units.states import UnitState
from payments.escrows.states import EscrowState
from payments.payouts.models.payouts import Payout
from payments.refunds.models import Refund
from tests.factories.contracts import fresh, fund
from tests.factories.timesheets import at, week_of
from tests.people import sign_in


def contest(unit, by, *places, ground=Ground.NOT_WORKED):
    lines = list(unit.time_entries.all())
    chosen = [lines[place] for place in places]
    return contest_lines(unit=unit, entries=chosen, ground=ground, why="Not seen.", by=by)


def paid():
    return sum(Payout.objects.values_list("amount", flat=True)) + sum(
        Payout.objects.values_list("fee", flat=True)
    )


def refunded():
    """What the week did not use pays for the next one instead."""
    return sum(Refund.objects.values_list("amount", flat=True))


@pytest.fixture
def contested(handed_in, as_client):
    """The first of three lines of 160.00 each is contested, the rest approved."""
    (one,) = contest(handed_in, as_client, 0)
    approve_week(unit=handed_in, by=as_client)
    return TimeContest.objects.select_related("entry__unit__escrow").get(pk=one.pk)


def test_the_rest_is_paid_and_the_contested_line_stays_held(contested, handed_in):
    unit = fresh(handed_in)
    assert (unit.state, str(unit.outstanding)) == (UnitState.PARTLY_APPROVED, "160.00 USD")
    assert (paid(), refunded()) == (32_000, 0)


def test_silence_pays_what_is_not_contested(clock, handed_in, as_client):
    contest(handed_in, as_client, 0, 2)
    clock.move_to(at(11, 23, 59))
    assert approve_silent_unit(unit=fresh(handed_in))
    assert (paid(), fresh(handed_in).state) == (16_000, UnitState.PARTLY_APPROVED)


def test_a_dropped_contest_pays_the_line_and_settles_the_week(contested, handed_in, as_client):
    drop_contest(contest=contested, by=as_client)
    assert fresh(handed_in).state == UnitState.RELEASED
    assert (paid(), refunded()) == (48_000, 0)


def test_a_conceded_line_goes_back_and_settles_the_week(contested, handed_in, as_freelancer):
    concede_line(contest=contested, by=as_freelancer)
    unit = fresh(handed_in)
    assert (unit.state, unit.escrow.state) == (UnitState.RELEASED, EscrowState.REFUNDED)
    assert (paid(), refunded()) == (32_000, 16_000)


def test_each_of_several_lines_is_decided_by_itself(handed_in, as_client, as_freelancer):
    contest(handed_in, as_client, 0, 1)
    approve_week(unit=handed_in, by=as_client)
    rows = TimeContest.objects.select_related("entry__unit__escrow").order_by("pk")
    first, second = rows
    concede_line(contest=first, by=as_freelancer)
    assert (paid(), refunded()) == (16_000, 16_000)
    assert fresh(handed_in).state == UnitState.PARTLY_APPROVED
    drop_contest(contest=second, by=as_client)
    assert (paid(), refunded()) == (32_000, 16_000)
    assert fresh(handed_in).state == UnitState.RELEASED


def test_what_is_conceded_before_the_answer_goes_back_with_it(handed_in, as_client, as_freelancer):
    (one,) = contest(handed_in, as_client, 1)
    concede_line(contest=one, by=as_freelancer)
    assert (paid(), refunded()) == (0, 0)
    approve_week(unit=fresh(handed_in), by=as_client)
    assert (paid(), refunded()) == (32_000, 16_000)
    assert fresh(handed_in).state == UnitState.RELEASED


def test_a_week_of_which_every_line_is_conceded_goes_back(handed_in, as_client, as_freelancer):
    contest(handed_in, as_client, 0, 1, 2)
    approve_week(unit=handed_in, by=as_client)
    rows = TimeContest.objects.select_related("entry__unit__escrow").order_by("pk")
    for row in rows:
        concede_line(contest=row, by=as_freelancer)
    assert (paid(), refunded()) == (0, 48_000)
    assert fresh(handed_in).state == UnitState.REFUNDED


def test_an_answer_is_given_once(contested, as_client, as_freelancer):
    concede_line(contest=contested, by=as_freelancer)
    with pytest.raises(ContestAnswered):
        drop_contest(contest=contested, by=as_client)
    assert (paid(), refunded()) == (32_000, 16_000)


def test_a_line_is_contested_once_and_only_in_review(handed_in, as_client):
    contest(handed_in, as_client, 0)
    with pytest.raises(LineContestedBefore):
        contest(handed_in, as_client, 0, 1)
    with pytest.raises(NothingContested):
        contest(handed_in, as_client)
    approve_week(unit=handed_in, by=as_client)
    with pytest.raises(WeekNotInReview):
        contest(week_of(handed_in).unit, as_client, 1)
    assert TimeContest.objects.count() == 1


def test_the_freelancer_is_asked_about_a_contested_line_while_the_next_week_runs(contested):
    contract = contested.entry.unit.contract
    fund(contract.units.get(position=2))
    units = list(units_with_money().filter(contract=contract))
    for unit in units:
        unit.contract = contract
    turn = next(filter(None, (rule(contract, units, contract.freelancer) for rule in FREELANCER)))
    assert turn.title == "Your turn: answer about week 1."


def test_the_page_of_a_week_shows_the_question_about_it(contested, as_freelancer):
    unit = contested.entry.unit
    ask_cancellation(unit=fresh(unit), by=as_freelancer, why="We found nothing to do.")
    page = sign_in(unit.contract.offered_by).get(unit.get_absolute_url()).content.decode()
    assert "asks to cancel week 1." in page
    assert "We found nothing to do." in page
