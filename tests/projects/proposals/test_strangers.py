"""Nobody learns of what is not theirs: 404 for strangers, 403 for members without the role."""

import pytest
from django.test import Client

from accounts.organisations.models.organisations import Membership
from marketplace.core.data import actors
from projects.briefs.models.briefs import Brief
from projects.briefs.services.moderation import remove_brief
from projects.proposals.models.proposals import Proposal
from tests.factories.accounts import make_freelancer, make_member
from tests.factories.projects import make_attachment, make_draft_proposal, make_proposal

pytestmark = pytest.mark.django_db

OF_A_DRAFT_BRIEF = [
    "",
    "edit/",
    "closing/",
    "proposals/",
    "proposals/comparison/",
    "proposals/new/",
]
ACTS_ON_A_BRIEF = [
    *("draft/", "publication/", "pause/", "reopening/", "activity/", "closing/", "disposal/"),
    *("edit/", "files/"),
]
OF_A_PROPOSAL = ["", "edit/", "versions/1/", "withdrawal/", "decline/", "acceptance/"]
ACTS_ON_A_PROPOSAL = [
    *("edit/", "draft/", "price/", "submission/", "revision/", "withdrawal/", "disposal/"),
    *("shortlisting/", "decline/", "acceptance/"),
]


@pytest.fixture
def strange(browser_of) -> Client:
    """A freelancer who has nothing to do with any of it."""
    return browser_of(make_freelancer("Sam Stranger"))


def answers(browser: Client, method: str, address: str, pages: list[str], **data) -> set[int]:
    return {getattr(browser, method)(address + page, data).status_code for page in pages}


def test_a_stranger_finds_no_page_of_a_draft_brief(strange, draft_brief):
    assert answers(strange, "get", f"/briefs/{draft_brief.public_id}/", OF_A_DRAFT_BRIEF) == {404}


@pytest.mark.parametrize("kind", ["draft_brief", "brief"])
def test_a_stranger_cannot_act_on_a_brief(strange, request, kind):
    brief = request.getfixturevalue(kind)
    before = Brief.objects.values().get(pk=brief.pk)
    assert answers(strange, "post", f"/briefs/{brief.public_id}/", ACTS_ON_A_BRIEF) == {404}
    assert Brief.objects.values().get(pk=brief.pk) == before


def test_a_stranger_finds_no_inner_page_of_an_open_brief(strange, brief):
    pages = ["edit/", "closing/", "proposals/", "proposals/comparison/"]
    assert answers(strange, "get", f"/briefs/{brief.public_id}/", pages) == {404}


def test_a_stranger_finds_no_page_of_a_proposal(strange, proposal):
    assert answers(strange, "get", f"/proposals/{proposal.public_id}/", OF_A_PROPOSAL) == {404}


def test_a_stranger_cannot_act_on_a_proposal(strange, proposal):
    address, data = f"/proposals/{proposal.public_id}/", {"why": "No.", "version": 1}
    assert answers(strange, "post", address, ACTS_ON_A_PROPOSAL, **data) == {404}
    assert Proposal.objects.get(pk=proposal.pk).state == "submitted"


def test_the_client_finds_no_page_of_a_draft_proposal(browser_of, client_person, draft):
    browser = browser_of(client_person)
    assert answers(browser, "get", f"/proposals/{draft.public_id}/", OF_A_PROPOSAL) == {404}


def test_an_author_does_not_decide_on_the_own_proposal(browser_of, proposal):
    browser = browser_of(proposal.freelancer)
    address, data = f"/proposals/{proposal.public_id}/", {"why": "Yes.", "version": 1}
    acts = ["shortlisting/", "decline/", "acceptance/"]
    assert answers(browser, "post", address, acts, **data) == {403}
    assert Proposal.objects.get(pk=proposal.pk).state == "submitted"


@pytest.mark.parametrize("role", [Membership.Role.FINANCE, Membership.Role.VIEWER])
def test_members_without_the_role_read_but_do_not_act(browser_of, organisation, proposal, role):
    browser = browser_of(make_member(organisation, role).user)
    brief, address = proposal.brief, f"/proposals/{proposal.public_id}/"
    assert browser.get(address).status_code == 200
    assert browser.get(f"/briefs/{brief.public_id}/proposals/").status_code == 200
    assert browser.post(f"{address}shortlisting/").status_code == 403
    assert browser.post(f"/briefs/{brief.public_id}/pause/").status_code == 404
    assert Brief.objects.get(pk=brief.pk).state == "open"


def test_freelancers_do_not_see_each_others_proposals(browser_of, proposal):
    other = make_proposal(proposal.brief)
    browser = browser_of(other.freelancer)
    assert browser.get(f"/proposals/{proposal.public_id}/").status_code == 404
    assert browser.get(f"/briefs/{proposal.brief.public_id}/proposals/").status_code == 404


def test_a_removed_brief_is_gone_for_all_but_its_organisation(
    client, browser_of, brief, client_person, stranger, moderator
):
    remove_brief(brief=brief, by=actors.moderator(moderator), why="It asks for free work.")
    address = f"/briefs/{brief.public_id}/"
    codes = [client.get(address).status_code]
    codes += [browser_of(one).get(address).status_code for one in (stranger, client_person)]
    codes += [browser_of(moderator).get(address).status_code]
    assert codes == [404, 404, 200, 200]


def test_files_are_for_freelancers_and_members_only(
    client, browser_of, brief, client_person, freelancer_person, stranger
):
    address = f"/brief-files/{make_attachment(brief).public_id}/"
    people = (client_person, freelancer_person, stranger)
    assert client.get(address).status_code == 302
    assert [browser_of(one).get(address).status_code for one in people] == [200, 200, 403]


def test_files_of_a_draft_are_for_members_only(browser_of, draft_brief, freelancer_person):
    address = f"/brief-files/{make_attachment(draft_brief).public_id}/"
    assert browser_of(freelancer_person).get(address).status_code == 404


def test_a_visitor_is_asked_to_sign_in(client, proposal):
    doors = ("/briefs/mine/", "/proposals/", "/proposals/{}/")
    ways = [client.get(address.format(proposal.public_id)) for address in doors]
    assert [way["Location"].split("?")[0] for way in ways] == ["/account/login/"] * 3


def test_a_visitor_who_may_be_new_is_asked_to_sign_up(client, proposal):
    doors = ("/briefs/new/", f"/briefs/{proposal.brief.public_id}/proposals/new/")
    ways = [client.get(address)["Location"] for address in doors]
    assert ways == [f"/account/signup/?next={address}" for address in doors]


def test_only_a_moderator_removes_a_brief(browser_of, brief, client_person, moderator):
    address = f"/briefs/{brief.public_id}/removal/"
    assert browser_of(client_person).post(address, {"why": "Mine."}).status_code == 403
    assert browser_of(moderator).post(address, {"why": ""}).status_code == 422
    assert Brief.objects.get(pk=brief.pk).state == "open"
    assert browser_of(moderator).post(address, {"why": "It asks for free work."}).status_code == 302
    assert Brief.objects.get(pk=brief.pk).state == "removed"


def test_a_member_who_tries_to_propose_is_told_why(browser_of, brief, client_person):
    browser = browser_of(client_person)
    page = browser.get(f"/briefs/{brief.public_id}/proposals/new/")
    assert "own organisation" in page.content.decode()
    assert browser.post(f"/briefs/{brief.public_id}/proposals/drafts/").status_code == 403
    assert make_draft_proposal(brief).state == "draft"
    assert Proposal.objects.count() == 1
