import pytest

from accounts.models import Membership
from tests.factories.accounts import make_member


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
