import pytest

from accounts.organisations.models.organisations import Membership
from marketplace.core.data.actors import client
from projects.invitations.services import invite_to_brief
from tests.factories.accounts import make_member
from tests.factories.projects import (
    make_brief,
    make_draft_brief,
    make_draft_proposal,
    make_proposal,
)


def test_a_visitor_is_asked_to_sign_in(client, db):
    assert client.get("/desk/")["Location"] == "/account/login/?next=/desk/"


def test_a_new_person_is_asked_what_for(browser_of, stranger):
    assert browser_of(stranger).get("/desk/")["Location"] == "/welcome/"


def test_staff_who_neither_hire_nor_work_go_to_what_waits_for_them(browser_of, moderator):
    assert browser_of(moderator).get("/desk/")["Location"] == "/staff/"


@pytest.mark.parametrize(
    ("side", "words"), [("client", "Post a brief"), ("freelancer", "Find work")]
)
def test_each_side_sees_its_next_steps(browser_of, freelancer_person, organisation, side, words):
    make_member(organisation, Membership.Role.OWNER, freelancer_person)
    browser = browser_of(freelancer_person)
    assert browser.post(f"/side/{side}/")["Location"] == "/desk/"
    answer = browser.get("/desk/")
    assert answer.context["side"] == side
    assert words in answer.content.decode()


def test_a_side_one_lacks_leads_to_getting_it(browser_of, freelancer_person, client_person):
    make = browser_of(freelancer_person).post("/side/client/")
    assert make["Location"] == "/welcome/organisation/"


def test_the_header_knows_the_side(browser_of, freelancer_person):
    nav = browser_of(freelancer_person).get("/settings/").context["viewer"]["nav"]
    assert [link["label"] for link in nav] == ["Work room", "Find work", "Proposals", "Money"]


def test_a_visitor_sees_the_public_ways(client, db):
    nav = client.get("/freelancers/").context["viewer"]["nav"]
    assert [(link["label"], link["current"]) for link in nav] == [
        ("Find work", False),
        ("Find a freelancer", True),
        ("How it works", False),
    ]


def test_switching_goes_on_only_within_the_site(browser_of, freelancer_person):
    browser = browser_of(freelancer_person)
    answer = browser.post("/side/freelancer/", {"next": "https://evil.example"})
    assert answer["Location"] == "/desk/"


def test_the_desk_is_one_list_with_amount_deadline_and_button(
    browser_of, client_person, organisation
):
    draft = make_draft_brief(organisation)
    brief = make_brief(organisation, title="Two answers")
    for amounts in ((300_000, 600_000), (500_000, 600_000)):
        proposal = make_proposal(brief, amounts=amounts)
    single = make_proposal(make_brief(organisation, title="One answer"))
    answer = browser_of(client_person).get("/desk/")
    assert [(item.title, item.act) for item in answer.context["items"]] == [
        ("Decide on 2 proposals", "Compare them"),
        (f"Decide on the proposal of {single.freelancer}", "Read it"),
        ("Finish your brief", "Go on writing"),
    ]
    first, _, last = answer.context["items"]
    assert [str(amount) for amount in first.amounts] == ["9,000.00 USD", "11,000.00 USD"]
    assert first.due_at <= proposal.lapses_at
    assert last.url == f"/briefs/{draft.public_id}/edit/"
    assert answer.content.decode().count('class="turns__turn"') == 3


def test_a_freelancer_reads_invitations_and_drafts_in_the_same_list(
    browser_of, freelancer_person, client_person, organisation
):
    brief = make_brief(organisation, title="Come and propose")
    make_draft_proposal(make_brief(title="Half written"), freelancer_person)
    profile = freelancer_person.freelancer_profile
    invite_to_brief(brief=brief, profile=profile, by=client(client_person))
    items = browser_of(freelancer_person).get("/desk/").context["items"]
    assert [(item.about, item.act) for item in items] == [
        ("Come and propose", "Read the brief"),
        ("Half written", "Go on writing"),
    ]


def test_whoever_does_not_hire_decides_on_nothing(browser_of, organisation):
    viewer = make_member(organisation, Membership.Role.VIEWER).user
    make_proposal(make_brief(organisation))
    page = browser_of(viewer).get("/desk/")
    assert page.context["items"] == []
    assert "Nothing waits for you" in page.content.decode()
