"""Who hears of what."""

import pytest
import time_machine

from accounts.notices.models import Notification
from accounts.notices.registry import builder_for
from accounts.organisations.models.organisations import Membership
from contracts.agreements.services.pauses import pause_contract
from contracts.agreements.services.progress import note_progress
from contracts.agreements.states import CONTRACT
from contracts.units.services.cancellations import ask_cancellation, refuse_cancellation
from contracts.units.services.closings import give_notice, lapse_contract
from contracts.units.services.reviews import approve_unit
from contracts.units.states import CANCELLATION, CHANGE_REQUEST, UNIT_MOVES
from contracts.units.tasks import remind_reviews, warn_silent_freelancers
from marketplace.core.data.states import StateTable
from tests.factories.accounts import make_member
from tests.factories.contracts import deliver, fresh, fund, send_back
from tests.jobs import run_jobs

UNIT = StateTable("milestone", UNIT_MOVES)
WEEK = StateTable("week", UNIT_MOVES)
TRIAL = StateTable("trial", UNIT_MOVES)
# Told by another event of the same moment, or of no concern to anybody.
SILENT = {
    "contract.activated",
    "milestone.opened",
    "milestone.released",
    "milestone.cancelled",
    "week.opened",
    "week.released",
    # Of weeks alone the money pays for the next one.
    "milestone.carried",
    # No milestone is approved in part; of a week the line that is given up is told.
    "milestone.part_approved",
    "milestone.conceded",
    "week.conceded",
    # A week is not sent back: single lines are contested.
    "week.returned",
    "trial.opened",
    "trial.released",
    "trial.cancelled",
    "trial.part_approved",
    "trial.conceded",
    "trial.carried",
}


def heard(user) -> list[str]:
    """The newest notices of `user` first, after all promised ones are delivered."""
    run_jobs("accounts.deliver_notices")
    return list(
        Notification.objects.filter(user=user).order_by("-id").values_list("subject", flat=True)
    )


@pytest.mark.parametrize("table", [CONTRACT, UNIT, WEEK, TRIAL, CHANGE_REQUEST, CANCELLATION])
def test_every_move_that_concerns_somebody_has_its_notice(table):
    verbs = {f"{table.noun}.{verb}" for verb, _ in table.moves}
    assert {verb for verb in verbs if builder_for(verb) is None} == verbs & SILENT


def test_an_offer_reaches_the_freelancer_only(offered, client_person, freelancer_person):
    assert heard(freelancer_person)[0] == f"{offered.organisation} offers you “{offered.title}”"
    assert not [subject for subject in heard(client_person) if "offers you" in subject]


def test_who_pays_is_told_to_fund_and_the_freelancer_to_wait(agreed, people):
    organisation, client_person, freelancer = people
    assert heard(client_person)[0] == f"“{agreed.title}” is signed by both: fund milestone 1"
    assert heard(freelancer)[0] == f"“{agreed.title}” is signed by both"


def test_finance_hears_of_money_and_not_of_reviews(agreed, people):
    finance = make_member(people[0], Membership.Role.FINANCE).user
    from_now = Notification.objects.filter(user=finance)
    run_jobs("accounts.deliver_notices")
    unit = fund(agreed.units.get(position=1))
    deliver(unit)
    run_jobs("accounts.deliver_notices")
    subjects = list(from_now.order_by("id").values_list("subject", flat=True))
    assert subjects[-1] == f"Receipt: {agreed.organisation} paid {unit.price}"


def test_one_payment_is_told_to_each_person_once(agreed, people):
    fund(agreed.units.get(position=1))
    run_jobs("accounts.deliver_notices")
    of_money = [subject for subject in heard(agreed.offered_by) if "2,400.00 USD" in subject]
    assert of_money == [f"Receipt: {agreed.organisation} paid 2,400.00 USD"]


def test_a_delivery_is_told_with_the_end_of_the_review_in_the_readers_zone(funded, client_person):
    type(client_person).objects.filter(pk=client_person.pk).update(time_zone="Asia/Tokyo")
    with time_machine.travel("2027-01-04T20:30:00+00:00", tick=False):
        deliver(funded)
        heard(client_person)
    body = Notification.objects.filter(user=client_person).latest("id").body
    assert "until Tue 12 Jan 2027, 05:30 JST" in body[0]["text"]


def test_approval_tells_the_freelancer_the_exact_amounts(submitted, as_client, freelancer_person):
    approve_unit(unit=submitted, by=as_client)
    heard(freelancer_person)
    notice = Notification.objects.get(user=freelancer_person, subject__startswith="Approved")
    assert (
        "2,400.00 USD is released: 2,208.00 USD for you, 192.00 USD fee." in notice.body[0]["text"]
    )


def test_changes_are_told_with_the_criterion(submitted, as_client, freelancer_person):
    criterion = submitted.criteria.first()
    send_back(submitted, as_client)
    heard(freelancer_person)
    body = Notification.objects.filter(user=freelancer_person).latest("id").body
    assert [part["text"] for part in body[:3]] == ["Not met:", criterion.text, "Column 4."]


def test_reminders_and_warnings_arrive(submitted, active, client_person):
    with time_machine.travel(submitted.submitted_at.replace(microsecond=0), tick=False) as clock:
        clock.shift(4 * 86_400)
        remind_reviews()
        first = heard(client_person)[0]
        clock.shift(int(2.5 * 86_400))
        remind_reviews()
        second = heard(client_person)[0]
    named = f"milestone 1 of “{active.title}”"
    assert (first, second) == (f"Review {named}", f"Last day to review {named}")


def test_a_silent_freelancer_hears_in_time(funded, freelancer_person):
    with time_machine.travel(funded.funded_at, tick=False) as clock:
        clock.shift(5 * 86_400 + 1)
        warn_silent_freelancers()
        subject = heard(freelancer_person)[0]
    assert subject == f"Say where milestone 1 of “{funded.contract.title}” stands"


def test_the_other_side_hears_each_word(active, funded, as_client, as_freelancer):
    title = active.title
    note_progress(contract=active, by=as_freelancer, note="Joined the tables.")
    assert heard(as_client.user)[0] == f"Fay Freelancer on “{title}”: where it stands"
    question = ask_cancellation(unit=funded, by=as_client, why="No data.")
    assert heard(as_freelancer.user)[0] == f"Clara Client asks to cancel milestone 1 of “{title}”"
    refuse_cancellation(cancellation=fresh(question), by=as_freelancer, why="Nearly done.")
    refusal = f"Fay Freelancer does not agree to cancel milestone 1 of “{title}”"
    assert heard(as_client.user)[0] == refusal
    pause_contract(contract=active, by=as_client, why="Holidays.")
    assert heard(as_freelancer.user)[0] == f"Clara Client has paused “{title}”"
    give_notice(contract=active, by=as_freelancer, why="New job.")
    assert heard(as_client.user)[0] == f"Fay Freelancer has given notice on “{title}”"


def test_both_hear_of_a_lapse(agreed, client_person, freelancer_person):
    with time_machine.travel(agreed.lapses_at, tick=False):
        lapse_contract(contract=agreed)
        assert f"“{agreed.title}” has lapsed" in heard(client_person)
        assert f"“{agreed.title}” has lapsed" in heard(freelancer_person)
