"""The queue before publication, as its owner and the moderators see it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.notices.registry import notices_of
from accounts.organisations.models.organisations import Membership
from marketplace.core.data.models import Event
from projects.briefs.models.briefs import Brief
from tests.factories.accounts import make_member, make_user
from tests.factories.projects import make_attachment, make_brief, make_draft_brief

pytestmark = pytest.mark.django_db

WHY = "The second sentence asks for free work."


@pytest.fixture(autouse=True)
def _review_first(settings):
    settings.BRIEF_REVIEW_FIRST = True


@pytest.fixture
def queued(organisation) -> Brief:
    return make_brief(organisation)


def decision(brief: Brief, choice: str) -> dict[str, str]:
    return {"why": WHY, "decision": choice, "queued_at": brief.queued_at.isoformat()}


def state_of(brief: Brief) -> str:
    return Brief.objects.get(pk=brief.pk).state


def test_the_owner_sends_it_sees_that_it_waits_and_takes_it_back(
    browser_of, client_person, draft_brief
):
    browser, address = browser_of(client_person), f"/briefs/{draft_brief.public_id}/"
    assert "Send it for review" in browser.get(address).content.decode()
    browser.post(f"{address}publication/")
    assert state_of(draft_brief) == "in_review"
    page = browser.get(address).content.decode()
    assert "because it is the first brief of your organisation" in page
    assert "waits for a moderator" in browser.get("/briefs/mine/").content.decode()
    browser.post(f"{address}recall/")
    assert state_of(draft_brief) == "draft"


def test_only_its_organisation_and_moderators_see_it(
    client, browser_of, queued, freelancer_person, client_person, moderator
):
    path = f"/briefs/{queued.public_id}/"
    file = f"/brief-files/{make_attachment(make_brief()).public_id}/"
    people = (freelancer_person, client_person, moderator)
    assert client.get(path).status_code == 404
    assert [browser_of(one).get(path).status_code for one in people] == [404, 200, 200]
    assert queued.title not in client.get("/briefs/").content.decode()
    assert [browser_of(one).get(file).status_code for one in people] == [404, 404, 404]


def test_a_moderator_finds_it_and_approves_it(browser_of, queued, moderator):
    browser, path = browser_of(moderator), f"/briefs/{queued.public_id}/decision/"
    waiting = browser.get("/staff/").context["waiting"]
    assert [(queue.title, queue.count) for queue in waiting] == [("Briefs to review", 1)]
    assert path in browser.get("/staff/briefs/review/").content.decode()
    assert queued.problem in browser.get(path).content.decode()
    assert browser.post(path, decision(queued, "approve")).status_code == 302
    assert state_of(queued) == "open"
    assert browser.get("/staff/").context["waiting"] == []


def test_a_returned_brief_tells_its_owner_why(browser_of, queued, client_person, moderator):
    path = f"/briefs/{queued.public_id}/"
    browser_of(moderator).post(f"{path}decision/", decision(queued, "return"))
    assert state_of(queued) == "draft"
    owner = browser_of(client_person)
    assert WHY in owner.get(path).content.decode()
    owner.post(f"{path}publication/")
    assert WHY not in owner.get(path).content.decode()
    [(user, notice)] = notices_of(Event.objects.get(verb="brief.returned"))
    assert (user, WHY in notice.text) == (client_person, True)


@pytest.mark.parametrize("missing", ["why", "decision", "queued_at"])
def test_a_decision_that_lacks_something_decides_nothing(browser_of, queued, moderator, missing):
    data = decision(queued, "approve") | {missing: ""}
    path = f"/briefs/{queued.public_id}/decision/"
    assert browser_of(moderator).post(path, data).status_code == 422
    assert state_of(queued) == "in_review"


def test_a_second_moderator_is_told_that_it_is_decided(browser_of, queued, moderator):
    path = f"/briefs/{queued.public_id}/decision/"
    browser_of(moderator).post(path, decision(queued, "approve"))
    other = browser_of(make_user("Ria Reader", is_moderator=True))
    assert "It does not wait any more" in other.get(path).content.decode()
    assert other.post(path, decision(queued, "return")).status_code == 422
    assert state_of(queued) == "open"


def test_a_moderator_of_the_organisation_does_not_decide(browser_of, queued, organisation):
    colleague = make_member(organisation, Membership.Role.VIEWER).user
    colleague.is_moderator = True
    colleague.save()
    path = f"/briefs/{queued.public_id}/decision/"
    assert browser_of(colleague).get(path).status_code == 403
    assert browser_of(colleague).post(path, decision(queued, "approve")).status_code == 403
    assert state_of(queued) == "in_review"


def test_nobody_else_decides(browser_of, queued, client_person, stranger):
    path = f"/briefs/{queued.public_id}/decision/"
    for person in (stranger, client_person):
        assert browser_of(person).post(path, decision(queued, "approve")).status_code == 403
    assert state_of(queued) == "in_review"


def test_a_draft_has_nothing_to_decide(browser_of, organisation, moderator):
    path = f"/briefs/{make_draft_brief(organisation).public_id}/decision/"
    assert browser_of(moderator).get(path).status_code == 404


def test_the_queue_costs_the_same_for_one_and_three(browser_of, queued, moderator):
    browser = browser_of(moderator)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert browser.get("/staff/briefs/review/").status_code == 200
        return len(captured)

    queries()
    one = queries()
    make_brief()
    make_brief()
    assert (queries(), one <= 6) == (one, True)
