"""What somebody came for leads them on: through signing up, a first form, and back to it."""

import pytest
from django.core.cache import cache

from accounts.organisations.models.organisations import Membership
from accounts.profiles.models.profiles import FreelancerProfile
from tests.accounts.sign_in.test_sign_up import SIGN_UP, code_in
from tests.factories.accounts import PASSWORD, make_member, make_user
from tests.factories.projects import make_brief

ORGANISATION = {"name": "Meridian Mobile", "country": "DE"}
BASICS = {"headline": "Churn models", "languages": "en", "time_zone": "UTC"}
CASE_STUDY = {
    "title": "Churn at a regional operator",
    "industry": "telecom",
    "finished_in": "2025",
    "problem": "Customers left.",
    "data": "41 000 contracts",
    "baseline": "Random calls",
    "approach": "Gradient boosting",
    "metric": "Average precision 0.44",
    "what_did_not_work": "Call notes.",
}


@pytest.fixture(autouse=True)
def _no_earlier_attempts():
    cache.clear()


@pytest.fixture
def proposing(organisation) -> str:
    """The address where a proposal to an open brief is begun."""
    return f"{make_brief(organisation).get_absolute_url()}proposals/new/"


def sign_up_from(browser, address, mailoutbox):
    """Signs up where the visitor is led from `address`; the answer to the code."""
    entrance = browser.get(address)["Location"]
    page = browser.get(entrance)
    field = {"next": page.context["redirect_field_value"]}
    assert entrance.startswith("/account/signup/?next=")
    sent = browser.post("/account/signup/", SIGN_UP | field)
    return browser.post(sent["Location"], {"code": code_in(mailoutbox[0])})


def test_a_visitor_who_wants_to_post_a_brief_founds_an_organisation_and_names_it(
    db, client, mailoutbox
):
    assert sign_up_from(client, "/briefs/new/", mailoutbox)["Location"] == "/briefs/new/"
    form = client.get("/briefs/new/")["Location"]
    assert form == "/welcome/organisation/?next=%2Fbriefs%2Fnew%2F"
    assert client.post(form, {"name": ""}).status_code == 422
    assert client.post(form, ORGANISATION)["Location"] == "/briefs/new/"
    assert client.get("/briefs/new/").status_code == 200


def test_a_visitor_who_wants_to_propose_writes_the_basics_and_proposes(
    client, proposing, mailoutbox
):
    assert sign_up_from(client, proposing, mailoutbox)["Location"] == proposing
    form = client.get(proposing)["Location"]
    assert form.startswith("/profile/basics/?next=%2Fbriefs%2F")
    assert client.post(form, BASICS)["Location"] == proposing
    assert client.get(proposing).status_code == 200
    started = client.post(proposing.replace("new/", "drafts/"))["Location"]
    review = started.removesuffix("edit/")
    study = f"/profile/case-studies/new/?next={review}"
    assert study in client.get(review).content.decode()
    assert client.post(study, CASE_STUDY)["Location"] == review
    assert study not in client.get(review).content.decode()


def test_signing_in_instead_of_up_keeps_what_one_came_for(db, client, proposing):
    make_user("Nora New", email="nora@example.com")
    page = client.get(client.get(proposing)["Location"])
    sign_in = page.context["login_url"]
    assert sign_in.startswith("/account/login/?next=")
    assert f"/account/password/reset/?next={proposing}" in client.get(sign_in).content.decode()
    answer = client.post(sign_in, {"login": "nora@example.com", "password": PASSWORD})
    assert answer["Location"] == proposing


def test_a_known_address_leads_from_its_code_page_to_sign_in_and_on(db, client, mailoutbox):
    make_user(email="nora@example.com")
    client.post("/account/signup/", SIGN_UP | {"next": "/briefs/new/"})
    page = client.get("/account/confirm-email/").content.decode()
    assert 'name="next" value="/account/login/?next=%2Fbriefs%2Fnew%2F"' in page


FOREIGN = (
    *("https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)"),
    *("\n//evil.example/", "http:///evil.example/", "evil.example"),
)


def test_a_foreign_address_is_never_led_to(browser_of, organisation):
    nobody = browser_of(make_user())
    for foreign in FOREIGN:
        founded = nobody.post("/welcome/organisation/", ORGANISATION | {"next": foreign})
        basics = nobody.post("/profile/basics/", BASICS | {"next": foreign})
        study = nobody.post("/profile/case-studies/new/", CASE_STUDY | {"next": foreign})
        side = nobody.post("/side/client/", {"next": foreign})
        own = Membership.objects.latest("id").organisation.get_absolute_url()
        ways = [answer["Location"] for answer in (founded, basics, study, side)]
        assert ways == [own, "/profile/expertise/", "/profile/", "/desk/"]


def test_changing_sides_asks_for_what_is_missing_and_leads_on(browser_of, proposing):
    nobody = browser_of(make_user())
    form = nobody.post("/side/freelancer/", {"next": proposing})["Location"]
    assert form.startswith("/profile/basics/?next=%2Fbriefs%2F")
    assert nobody.post(form, BASICS)["Location"] == proposing
    assert FreelancerProfile.objects.count() == 1


def test_somebody_who_only_looks_on_is_told_how_to_post(browser_of, organisation):
    viewer = make_member(organisation, "viewer").user
    page = browser_of(viewer).get("/briefs/new/")
    assert "/welcome/organisation/?next=%2Fbriefs%2Fnew%2F" in page.content.decode()
