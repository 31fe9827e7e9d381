"""Who gets in: every route of the app, for a stranger, a visitor, and both sides."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest, SubmissionFile
from contracts.units.services.cancellations import ask_cancellation
from contracts.urls import urlpatterns
from tests.factories.accounts import make_member
from tests.factories.change_orders import ADDED, changed, draft_of, propose
from tests.factories.contracts import deliver, fresh, send_back
from tests.factories.retainers import make_retainer
from tests.factories.trials import make_trial
from tests.sweep.world_hourly import fill_hourly

ROUTES = [route for noun in urlpatterns for route in noun.url_patterns]
NAMES = sorted(route.name for route in ROUTES)
FREELANCER_ONLY = {
    "decline",
    "progress",
    "submission",
    "change_request_acceptance",
    "change_request_refusal",
    "week_time",
    "time_entry",
    "time_entry_removal",
    "timer_start",
    "concession",
    "trial_submission",
    *("period_time", "period_timer", "period_report"),
}
CLIENT_ONLY = {
    *("withdrawal", "funding", "approval", "change_request", "reclaim"),
    *("trial_funding", "trial_approval", "trial_change_request", "trial_feedback"),
    *("trial_reclaim", "trial_offer"),
}
CLIENT_ONLY |= {"week_funding", "week_approval", "week_contest", "contest_retraction"}
CLIENT_ONLY |= {"period_funding", "period_approval", "period_waiver"}
ASKER_ONLY = {"cancellation_retraction", "change_order_withdrawal"}
STAFF = {"staff_approval", "staff_contract", "staff_standing", "staff_termination"}
ANSWERER_ONLY = {
    *("cancellation_consent", "cancellation_refusal"),
    *("change_order_signature", "change_order_refusal"),
}


@pytest.fixture
def weeks(people):
    """By the hour: `week_in_review`, `line`, `line_contested`."""
    found = SimpleNamespace(organisation=people[0], client=people[1], freelancer=people[2])
    fill_hourly(found)
    return found


@pytest.fixture
def addresses(active, funded, planned, weeks, people, as_client, as_freelancer):
    """The address of every route, for one contract that has everything, and its weeks."""
    ask_cancellation(unit=planned, by=as_client, why="Not needed.")
    order = propose(active, changed(draft_of(active), m3=ADDED), as_client)
    for _ in range(3):
        deliver(fresh(funded))
        send_back(fresh(funded), as_client)
    subjects = {
        "contracts": active.public_id,
        "proposals": active.proposal.public_id,
        "milestones": funded.public_id,
        "trials": make_trial(*people).public_id,
        "briefs": active.brief.public_id,
        "cancellations": Cancellation.objects.get().public_id,
        "change-orders": order.public_id,
        "change-requests": ChangeRequest.objects.latest("pk").public_id,
        "submission-files": SubmissionFile.objects.first().public_id,
        "periods": make_retainer(*people).units.get().public_id,
        "weeks": weeks.week_in_review.public_id,
        "time-entries": weeks.line.public_id,
        "contested-lines": weeks.line_contested.public_id,
        "staff": active.public_id,
    }
    return {pattern.name: _address(pattern, subjects) for pattern in ROUTES}


def _address(pattern, subjects) -> str:
    kind = str(pattern.pattern).split("/")[0]
    arguments = {
        "public_id": {"public_id": subjects.get(kind)},
        "number": {"number": 1},
    }
    taken = {}
    for name in pattern.pattern.converters:
        taken |= arguments[name]
    return reverse(f"contracts:{pattern.name}", kwargs=taken | pattern.default_args)


def test_a_stranger_finds_nothing(addresses, stranger, browser_of):
    browser = browser_of(stranger)
    for name in set(NAMES) - {"list", *STAFF}:
        for answer in (browser.get(addresses[name]), browser.post(addresses[name])):
            assert answer.status_code in (404, 405), name


def test_a_visitor_is_asked_to_sign_in(addresses, client):
    for name in NAMES:
        answer = client.get(addresses[name])
        assert (name, answer.status_code, "/login/" in answer.url) == (name, 302, True)


def test_each_side_may_open_only_its_own_pages(
    addresses, client_person, freelancer_person, browser_of
):
    for person, others in (
        (client_person, FREELANCER_ONLY | ANSWERER_ONLY),
        (freelancer_person, CLIENT_ONLY | ASKER_ONLY),
    ):
        browser = browser_of(person)
        for name in set(NAMES) - STAFF:
            code = browser.get(addresses[name]).status_code
            assert (name, code == 403) == (name, name in others)
            assert code in (200, 302, 403, 404, 405), name


def test_a_viewer_of_the_client_looks_and_does_nothing(addresses, organisation, browser_of):
    browser = browser_of(make_member(organisation, "viewer").user)
    doing = CLIENT_ONLY | {"cancellation", "notice", "pause", "signature", "terms_proposal"}
    doing |= {"week_cancellation", "period_cancellation", "retainer_change_order"}
    doing |= {"milestone_change_order", "hourly_change_order"}
    doing |= ANSWERER_ONLY | ASKER_ONLY
    opened = {name for name in doing if browser.get(addresses[name]).status_code != 403}
    assert opened == set()


def test_nobody_but_staff_opens_their_pages(
    stranger, client_person, freelancer_person, addresses, browser_of
):
    for person in (stranger, client_person, freelancer_person):
        browser = browser_of(person)
        for name in STAFF:
            assert browser.get(addresses[name]).status_code in (403, 404), (person.name, name)


def test_an_offered_contract_of_others_is_not_listed(offered, stranger, browser_of):
    page = browser_of(stranger).get(reverse("contracts:list"))
    assert offered.title not in page.content.decode()


def test_a_moderator_reads_and_terminates_but_enters_no_room(
    active, moderator, browser_of, addresses
):
    browser = browser_of(moderator)
    assert browser.get(addresses["staff_termination"]).status_code == 200
    assert browser.get(addresses["room"]).status_code == 404
