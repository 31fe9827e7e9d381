"""From a profile to an invitation, and what both sides see of it."""

import pytest

from projects.invitations.models import BriefInvitation
from tests.factories.accounts import make_freelancer
from tests.factories.projects import make_draft_brief

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(freelancer_person) -> str:
    return f"/freelancers/{freelancer_person.freelancer_profile.public_id}/invitation/"


def test_a_client_invites_from_the_profile(browser_of, client_person, brief, address):
    browser = browser_of(client_person)
    make_draft_brief(brief.organisation)
    profile = address.removesuffix("invitation/")
    assert address in browser.get(profile).content.decode()
    assert list(browser.get(address).context["briefs"]) == [brief]
    sent = {"brief": str(brief.public_id), "note": "Your recharge work fits."}
    assert browser.post(address, sent)["Location"] == profile
    assert list(browser.get(address).context["briefs"]) == []
    listed = browser.get(f"/briefs/{brief.public_id}/proposals/").content.decode()
    assert "no proposal yet" in listed


def test_the_freelancer_sees_it_on_the_brief(browser_of, client_person, brief, address):
    sent = {"brief": str(brief.public_id), "note": "Your recharge work fits."}
    browser_of(client_person).post(address, sent)
    freelancer = BriefInvitation.objects.get().freelancer
    page = browser_of(freelancer).get(brief.get_absolute_url()).content.decode()
    assert ("invited you" in page, sent["note"] in page) == (True, True)
    other = browser_of(make_freelancer("Other One")).get(brief.get_absolute_url())
    assert sent["note"] not in other.content.decode()


def test_who_has_no_brief_is_led_to_one(browser_of, stranger, address):
    page = browser_of(stranger).get(address).content.decode()
    assert ("There is no brief to invite to" in page, "/briefs/new/" in page) == (True, True)


def test_a_stranger_invites_nobody_to_the_brief_of_others(browser_of, stranger, brief, address):
    answer = browser_of(stranger).post(address, {"brief": str(brief.public_id)})
    assert (answer.status_code, BriefInvitation.objects.count()) == (422, 0)


def test_nobody_invites_themselves(browser_of, freelancer_person, address):
    assert browser_of(freelancer_person).get(address).status_code == 403
