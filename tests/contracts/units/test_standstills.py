"""Nothing is decided by the silence of a side that staff keep out; it goes on where it stopped."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.moderation.services import restore_person, suspend_person
from accounts.notices.registry import notices_of
from accounts.organisations.models.organisations import Membership
from accounts.organisations.services.organisations import change_role, remove_member
from contracts.agreements.models.contracts import Contract
from contracts.agreements.queries.standstills import standing_contracts
from contracts.agreements.services.signatures import sign_terms
from contracts.units.errors import ReviewNotStandingStill, SilenceDecidesNothing
from contracts.units.models.submissions import Submission
from contracts.units.queries.schedule import submissions_in_review, units_to_approve
from contracts.units.queries.silence import SILENCE, free_to_reclaim_at
from contracts.units.queries.standstills import standing_reviews
from contracts.units.services.cancellations import reclaim_unit
from contracts.units.services.closings import lapse_contract
from contracts.units.services.reminders import remind_review, warn_silent_freelancer
from contracts.units.services.reviews import approve_silent_unit, approve_unit
from contracts.units.tasks import look_at_standstills
from marketplace.core.data.actors import client, freelancer
from marketplace.core.data.actors import moderator as as_moderator
from marketplace.core.data.models import Event
from payments.ledger.models import Transfer
from payments.payouts.models.payouts import Payout
from payments.staff.models import AdjustmentAct
from payments.staff.services.adjustments import approve_adjustment, ask_for_adjustment
from tests.factories.accounts import make_member, make_user
from tests.factories.contracts import deliver, fresh, make_active, make_agreed, make_offer
from tests.jobs import run_jobs

pytestmark = [pytest.mark.django_db]
WHY = "Under investigation for payment fraud."


@pytest.fixture
def staff(moderator):
    """Suspends and restores, and the contracts hear of it."""

    class Staff:
        actor = as_moderator(moderator)

        def suspend(self, user):
            suspend_person(user=user, by=self.actor, why=WHY)
            run_jobs("contracts.look_at_access", "projects.give_time_again")

        def restore(self, user):
            restore_person(user=user, by=self.actor, why="It was a mistake of ours.")
            run_jobs("contracts.look_at_access", "projects.give_time_again")

    return Staff()


def moved() -> tuple[int, int]:
    return Transfer.objects.count(), Payout.objects.count()


def later(**time):
    return time_machine.travel(timezone.now() + timedelta(**time), tick=False)


def test_a_suspended_clients_silence_releases_nothing(submitted, staff, client_person):
    before = moved()
    staff.suspend(client_person)
    with later(days=60):
        assert list(units_to_approve()) == []
        assert approve_silent_unit(unit=submitted) is False
        assert list(submissions_in_review()) == []
    assert (moved(), fresh(submitted).state) == (before, "submitted")
    assert list(standing_reviews()) == [submitted]
    assert fresh(submitted).review_due_at is None


def test_what_was_left_of_the_review_goes_on(submitted, staff, client_person):
    with later(days=4):
        left = submitted.review_ends_at - timezone.now()
        staff.suspend(client_person)
    with later(days=30):
        staff.restore(client_person)
        again = fresh(submitted)
        assert again.review_ends_at == again.review_due_at == timezone.now() + left
        assert Submission.objects.get().review_ends_at == again.review_ends_at
    with later(days=30 + left.days + 1):
        assert approve_silent_unit(unit=again) is True
    assert fresh(submitted).state == "released"


def test_nobody_comes_back_to_a_review_that_ends_at_once(submitted, staff, client_person):
    with time_machine.travel(submitted.review_ends_at - timedelta(minutes=5), tick=False):
        staff.suspend(client_person)
        staff.restore(client_person)
        assert fresh(submitted).review_ends_at == timezone.now() + timedelta(days=1)


def test_work_delivered_meanwhile_has_its_whole_period_afterwards(funded, staff, client_person):
    staff.suspend(client_person)
    with later(days=10):
        deliver(funded)
        assert fresh(funded).review_paused_since == timezone.now()
    with later(days=20):
        staff.restore(client_person)
        days = funded.contract.review_days
        assert fresh(funded).review_ends_at == timezone.now() + timedelta(days=days)


def test_the_schedule_that_comes_before_the_news_decides_nothing(submitted, staff, client_person):
    suspend_person(user=client_person, by=staff.actor, why=WHY)
    before = moved()
    with time_machine.travel(submitted.review_ends_at, tick=False):
        assert list(units_to_approve()) == [submitted]
        assert approve_silent_unit(unit=submitted) is False
    assert (moved(), fresh(submitted).contract.kept_out) == (before, "client")
    run_jobs("contracts.look_at_access")
    assert Event.objects.filter(verb="contract.stood_still").count() == 1


@pytest.mark.parametrize(
    ("role", "stands"),
    [("owner", False), ("hiring_manager", False), ("finance", True), ("viewer", True)],
)
def test_what_counts_is_whether_a_colleague_may_decide(
    submitted, staff, client_person, organisation, role, stands
):
    make_member(organisation, Membership.Role(role))
    staff.suspend(client_person)
    assert fresh(submitted).contract.stands_still is stands
    with time_machine.travel(submitted.review_ends_at, tick=False):
        assert approve_silent_unit(unit=submitted) is not stands


def test_it_stops_and_goes_on_when_the_last_colleague_goes_and_a_new_one_comes(
    submitted, staff, client_person, organisation
):
    viewer = make_member(organisation, Membership.Role.VIEWER)
    owner = make_member(organisation, Membership.Role.OWNER)
    staff.suspend(client_person)
    assert not fresh(submitted).contract.stands_still
    remove_member(membership=owner, by=client(owner.user))
    run_jobs("contracts.look_at_access")
    assert fresh(submitted).contract.stands_still
    change_role(membership=viewer, role=Membership.Role.HIRING_MANAGER, by=client(viewer.user))
    run_jobs("contracts.look_at_access")
    assert not fresh(submitted).contract.stands_still


def test_unpaid_contracts_stand_still_where_nobody_is_left_to_pay(
    people, staff, client_person, organisation
):
    contract = make_agreed(*people)
    make_member(organisation, Membership.Role.HIRING_MANAGER)
    with later(days=1):
        left = contract.lapses_at - timezone.now()
        staff.suspend(client_person)
        assert fresh(contract).stands_still
    with later(days=40):
        lapse_contract(contract=contract)
        assert fresh(contract).state == "awaiting_funds"
        staff.restore(client_person)
        assert fresh(contract).lapses_at == timezone.now() + left


def test_an_offer_stands_still_and_is_signed_afterwards(people, staff, freelancer_person):
    contract = make_offer(*people)
    staff.suspend(freelancer_person)
    with later(days=12):
        lapse_contract(contract=fresh(contract))
        staff.restore(freelancer_person)
        again = fresh(contract)
        by = freelancer(freelancer_person)
        sign_terms(contract=again, sha256=again.terms.sha256, by=by, name="Fay Freelancer")
    assert fresh(contract).state == "offered"


def test_a_suspended_freelancers_silence_takes_nothing_back(
    funded, staff, freelancer_person, as_client
):
    staff.suspend(freelancer_person)
    before = moved()
    with later(days=30):
        unit = fresh(funded)
        warn_silent_freelancer(unit=unit)
        assert free_to_reclaim_at(fresh(funded)) is None
        with pytest.raises(SilenceDecidesNothing) as refusal:
            reclaim_unit(unit=fresh(funded), by=as_client)
        staff.restore(freelancer_person)
        assert free_to_reclaim_at(fresh(funded)) == timezone.now() + SILENCE
    assert refusal.value.sentence.startswith("Fay Freelancer cannot act at the moment")
    assert (moved(), fresh(funded).state) == (before, "funded")
    assert not Event.objects.filter(verb="milestone.silence_warned").exists()


def test_a_client_still_decides_about_a_suspended_freelancers_work(
    submitted, staff, freelancer_person, as_client
):
    staff.suspend(freelancer_person)
    remind_review(submission=Submission.objects.get())
    approve_unit(unit=fresh(submitted), by=as_client)
    assert fresh(submitted).state == "released"


def test_with_both_sides_out_it_goes_on_when_both_are_in(
    submitted, staff, client_person, freelancer_person
):
    left = submitted.review_ends_at - timezone.now()
    with time_machine.travel(timezone.now(), tick=False):
        staff.suspend(client_person)
    with later(days=1):
        staff.suspend(freelancer_person)
        staff.restore(client_person)
        assert fresh(submitted).contract.kept_out == "freelancer"
    with later(days=9):
        staff.restore(freelancer_person)
        gap = fresh(submitted).review_ends_at - timezone.now() - left
    assert abs(gap) < timedelta(seconds=30)


def test_both_sides_and_staff_are_told_when_it_stops_and_goes_on(
    submitted, staff, client_person, freelancer_person, moderator
):
    staff.suspend(client_person)
    told = notices_of(Event.objects.get(verb="contract.stood_still"))
    paused = f"Reviews and deadlines are paused: “{submitted.contract.title}”"
    assert {(str(user), notice.subject) for user, notice in told} == {
        ("Clara Client", paused),
        ("Fay Freelancer", paused),
        ("Mo Moderator", f"Stands still: “{submitted.contract.title}”"),
    }
    staff.restore(client_person)
    told = notices_of(Event.objects.get(verb="contract.went_on"))
    assert [str(user) for user, _ in told] == ["Fay Freelancer", "Clara Client"]
    assert "The review of milestone 1 ends on " in told[0][1].text


def test_what_no_news_brought_is_found_by_the_schedule(submitted, client_person):
    client_person.is_active = False
    client_person.save()
    look_at_standstills()
    look_at_standstills()
    assert list(standing_contracts()) == [submitted.contract]
    client_person.is_active = True
    client_person.save()
    look_at_standstills()
    assert list(standing_contracts()) == []
    verbs = Event.objects.filter(verb__in=("contract.stood_still", "contract.went_on"))
    assert verbs.count() == 2


def ask(unit, by):
    return ask_for_adjustment(
        act=AdjustmentAct.APPROVE_WORK,
        subject=unit.held_in,
        by=as_moderator(by),
        why="The notebook runs and every column is named.",
        parameters={},
    )


def test_a_moderator_ends_it_and_a_second_one_above_the_amount(
    submitted, staff, client_person, moderator
):
    staff.suspend(client_person)
    before = moved()
    waiting = ask(submitted, moderator)
    assert (waiting.state, moved()) == ("waiting", before)
    second = as_moderator(make_user("Sara Second", is_moderator=True, is_staff=True))
    approve_adjustment(adjustment=waiting, by=second, why="I read it too: it does.")
    assert fresh(submitted).state == "released"
    event = Event.objects.get(verb="milestone.approved")
    assert (event.actor, event.role) == (moderator, "moderator")
    told = {str(user): notice.text for user, notice in notices_of(event)}
    assert "The notebook runs and every column is named." in told["Fay Freelancer"]
    assert "by our staff, because a side could not act" in told["Fay Freelancer"]


def test_small_work_is_approved_at_once(people, staff, client_person, moderator, settings):
    settings.SECOND_PERSON_ABOVE = {"USD": 10_000_000}
    unit = make_active(*people).units.get(position=1)
    deliver(unit)
    staff.suspend(client_person)
    assert ask(fresh(unit), moderator).state == "carried_out"
    assert fresh(unit).state == "released"


def test_staff_approve_nothing_whose_client_can_decide(submitted, moderator):
    before = moved()
    with pytest.raises(ReviewNotStandingStill):
        ask(submitted, moderator)
    assert (moved(), fresh(submitted).state) == (before, "submitted")


def test_closed_contracts_are_left_alone(submitted, staff, client_person, as_client):
    approve_unit(unit=submitted, by=as_client)
    Contract.objects.update(state="completed")
    staff.suspend(client_person)
    assert list(standing_contracts()) == []
    assert not Event.objects.filter(verb="contract.stood_still").exists()
