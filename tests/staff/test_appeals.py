"""An organisation appeals a removal; a moderator finds it among what waits."""

import pytest

from marketplace.core.data import actors
from marketplace.core.data.models import Event
from projects.briefs.models.briefs import Brief
from projects.briefs.services.moderation import remove_brief
from tests.factories.contracts import make_proposal

WHY = "It asks for a free model as a sample."
APPEAL = "We pay for the sample; the sentence is changed."


@pytest.fixture
def removed(organisation, client_person, freelancer_person, moderator) -> Brief:
    brief = make_proposal(organisation, client_person, freelancer_person).brief
    return remove_brief(brief=brief, by=actors.moderator(moderator), why=WHY)


def appeals() -> int:
    return Event.objects.filter(verb="brief.appealed").count()


def test_an_appeal_stands_in_the_queue_until_it_is_decided(
    browser_of, client_person, moderator, removed
):
    path, staff = f"/briefs/{removed.public_id}/", browser_of(moderator)
    assert staff.get("/staff/").context["waiting"] == []
    browser_of(client_person).post(path + "appeal/", {"why": APPEAL})
    waiting = staff.get("/staff/").context["waiting"]
    assert [(queue.title, queue.count) for queue in waiting] == [("Appeals against a removal", 1)]
    assert APPEAL in staff.get("/staff/briefs/appeals/").content.decode()
    staff.post(path + "restoration/", {"why": "The sentence is gone."})
    assert staff.get("/staff/").context["waiting"] == []


def test_each_removal_is_appealed_once(browser_of, client_person, removed):
    path = f"/briefs/{removed.public_id}/appeal/"
    browser = browser_of(client_person)
    assert browser.post(path, {"why": APPEAL}).status_code == 302
    assert browser.post(path, {"why": APPEAL}).status_code == 422
    assert appeals() == 1


def test_only_the_organisation_appeals(browser_of, stranger, freelancer_person, removed):
    path = f"/briefs/{removed.public_id}/appeal/"
    for person in (stranger, freelancer_person):
        assert browser_of(person).post(path, {"why": APPEAL}).status_code == 404
    assert appeals() == 0


def test_an_open_brief_has_nothing_to_appeal(browser_of, client_person, contract):
    path = f"/briefs/{contract.brief.public_id}/appeal/"
    assert browser_of(client_person).post(path, {"why": APPEAL}).status_code == 422
    assert appeals() == 0
