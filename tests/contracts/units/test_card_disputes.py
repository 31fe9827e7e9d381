"""While a bank disputes the payment nothing of a milestone moves; won it goes on, lost it ends."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.notices.registry import notices_of
from contracts.agreements.queries.contracts import contracts_for
from contracts.room.turns import turn_of
from contracts.units.queries.places import place_of_unit, rail_of
from contracts.units.queries.silence import free_to_reclaim_at
from contracts.units.services.cancellations import (
    agree_cancellation,
    ask_cancellation,
    reclaim_unit,
)
from contracts.units.services.closings import terminate_contract
from contracts.units.services.reviews import approve_silent_unit, approve_unit
from contracts.units.tasks import approve_silent_milestones, remind_reviews, warn_silent_freelancers
from marketplace.core.data.actors import client, freelancer, moderator
from marketplace.core.data.errors import DomainError, IllegalMove
from marketplace.core.data.models import Event
from payments.escrows.errors import EscrowDisputed
from payments.ledger.models import Transfer
from tests.factories.contracts import deliver, fresh, make_active
from tests.factories.payments import make_dispute, seen_dispute, take_over_dispute

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def funded(organisation, client_person, freelancer_person):
    return make_active(organisation, client_person, freelancer_person).units.get(position=1)


@pytest.fixture
def in_review(funded):
    deliver(funded)
    return fresh(funded)


def later(time_machine, **span) -> None:
    time_machine.move_to(timezone.now() + timedelta(**span))


def unmoved(unit, act) -> DomainError:
    before = (Transfer.objects.count(), fresh(unit).state)
    with pytest.raises(DomainError) as refusal:
        act()
    assert (Transfer.objects.count(), fresh(unit).state) == before
    return refusal.value


def test_a_disputed_milestone_is_not_approved_and_says_why(in_review, client_person):
    make_dispute(in_review.held_in)
    refusal = unmoved(
        in_review, lambda: approve_unit(unit=fresh(in_review), by=client(client_person))
    )
    assert isinstance(refusal, EscrowDisputed)


def test_it_is_neither_cancelled_nor_taken_back_nor_terminated(
    funded, client_person, freelancer_person, time_machine
):
    asked = ask_cancellation(unit=funded, by=client(client_person), why="Not needed.")
    make_dispute(funded.held_in)
    by = freelancer(freelancer_person)
    unmoved(funded, lambda: agree_cancellation(cancellation=fresh(asked), by=by))
    later(time_machine, days=30)
    assert free_to_reclaim_at(fresh(funded)) is None
    refusal = unmoved(funded, lambda: reclaim_unit(unit=fresh(funded), by=client(client_person)))
    assert isinstance(refusal, IllegalMove)
    contract = fresh(funded.contract)
    unmoved(
        funded,
        lambda: terminate_contract(contract=contract, by=moderator(None), why="It was fraud."),
    )


def test_silence_approves_nothing_while_it_is_disputed_and_the_others_go_on(
    in_review, organisation, client_person, freelancer_person, time_machine
):
    other = make_active(organisation, client_person, freelancer_person).units.get(position=1)
    deliver(other)
    make_dispute(in_review.held_in)
    later(time_machine, days=8)
    assert approve_silent_unit(unit=fresh(in_review)) is False
    approve_silent_milestones()
    remind_reviews()
    warn_silent_freelancers()
    assert (fresh(in_review).state, fresh(other).state) == ("submitted", "released")
    assert not Event.objects.filter(verb="milestone.review_reminded").exists()


@pytest.mark.parametrize(("days_in", "rest"), [(1, 6), (6, 3)])
def test_a_won_dispute_gives_the_review_its_rest_and_at_least_three_days(
    in_review, time_machine, days_in, rest
):
    later(time_machine, days=days_in)
    make_dispute(in_review.held_in)
    later(time_machine, days=40)
    charge = in_review.held_in.charges.get()
    take_over_dispute(charge, seen_dispute(charge, "won"))
    unit = fresh(in_review)
    left = unit.review_ends_at - timezone.now()
    assert round(left / timedelta(days=1), 2) == rest
    assert unit.submissions.get().review_ends_at == unit.review_ends_at
    assert approve_silent_unit(unit=unit) is False
    later(time_machine, days=rest, seconds=1)
    assert approve_silent_unit(unit=fresh(in_review)) is True


def test_after_a_won_dispute_the_silence_of_the_freelancer_counts_anew(funded, time_machine):
    make_dispute(funded.held_in)
    later(time_machine, days=40)
    charge = funded.held_in.charges.get()
    take_over_dispute(charge, seen_dispute(charge, "won"))
    left = free_to_reclaim_at(fresh(funded)) - timezone.now()
    assert round(left / timedelta(days=1), 2) == 7


def test_a_lost_dispute_ends_the_milestone_and_both_sides_are_told(
    in_review, client_person, freelancer_person
):
    ask_cancellation(unit=in_review, by=freelancer(freelancer_person), why="Not needed.")
    make_dispute(in_review.held_in, "lost")
    unit = fresh(in_review)
    assert (unit.state, unit.review_ends_at) == ("refunded", None)
    assert unit.cancellations.get().state == "dropped"
    event = Event.objects.get(verb="milestone.charged_back")
    told = sorted(str(user) for user, _ in notices_of(event))
    assert told == [str(client_person), str(freelancer_person)]


def test_the_contract_closes_with_its_last_milestone(funded, client_person):
    contract = fresh(funded.contract)
    contract.units.exclude(pk=funded.pk).update(state="cancelled")
    make_dispute(funded.held_in, "lost")
    assert fresh(contract).state == "completed"


def test_a_dispute_about_a_released_milestone_changes_nothing_of_the_work(in_review, client_person):
    approve_unit(unit=in_review, by=client(client_person))
    make_dispute(in_review.held_in, "lost")
    assert fresh(in_review).state == "released"


def test_both_sides_see_where_the_money_is_and_what_is_next(
    funded, client_person, freelancer_person
):
    make_dispute(funded.held_in)
    for user in (client_person, freelancer_person):
        contract = contracts_for(user).get(pk=funded.contract_id)
        units = list(contract.units.select_related("escrow__payout"))
        assert place_of_unit(units[0]) == "disputed"
        assert dict(rail_of(contract, units))["disputed"] == funded.amount
        assert turn_of(contract, user).title.startswith("The card holder’s bank disputes")
