"""Who lives where payouts do not reach hears it in the profile, before a proposal, at signing."""

import pytest
from django.urls import reverse

from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.payout_reach import out_of_reach, reached_countries
from contracts.agreements.errors import CountryNeeded, PayoutsOutOfReach
from contracts.agreements.models.terms import Signature
from contracts.agreements.services.signatures import sign_terms
from marketplace.core.data.actors import freelancer
from payments.stripe.countries import PAYOUT_COUNTRIES
from projects.proposals.errors import PayoutsOutOfReach as NotSaidToBeKnown
from projects.proposals.services.proposals import submit_proposal
from tests.factories.accounts import make_freelancer
from tests.factories.contracts import fresh
from tests.factories.payments import make_ready
from tests.factories.projects import make_draft_proposal

pytestmark = [pytest.mark.django_db]
FAR = ("NG", "VN", "IN", "BR", "PK")


def live_in(user, country):
    FreelancerProfile.objects.filter(user=user).update(country=country)


def sign(contract, by):
    return sign_terms(contract=contract, sha256=contract.terms.sha256, by=by, name=str(by.user))


def test_a_country_is_reached_or_not_or_not_stated():
    assert [out_of_reach(code).country for code in ("NG", "VN")] == ["Nigeria", "Vietnam"]
    assert [out_of_reach(code) for code in ("DE", "AU", "")] == [None] * 3
    assert reached_countries() == PAYOUT_COUNTRIES


def test_they_say_once_that_they_know_before_the_first_proposal():
    person = make_freelancer(country="NG")
    by = freelancer(person)
    first, second = make_draft_proposal(author=person), make_draft_proposal(author=person)
    with pytest.raises(NotSaidToBeKnown, match="banks in Nigeria"):
        submit_proposal(proposal=first, by=by)
    assert fresh(first).state == "draft"
    submit_proposal(proposal=first, by=by, knows_out_of_reach=True)
    submit_proposal(proposal=fresh(second), by=by)
    assert [fresh(each).state for each in (first, second)] == ["submitted", "submitted"]


def test_an_account_elsewhere_ends_the_warnings(browser_of):
    person = make_freelancer(country="NG")
    brief = make_draft_proposal(author=make_freelancer()).brief
    browser = browser_of(person)
    pages = (
        "/profile/",
        "/profile/basics/",
        reverse("projects:proposal_new", args=[brief.public_id]),
    )
    told = [b"do not reach banks in Nigeria" in browser.get(page).content for page in pages]
    assert told == [True, True, True]
    make_ready(person)
    told = [b"do not reach banks in Nigeria" in browser.get(page).content for page in pages]
    assert told == [False, False, False]
    proposal = make_draft_proposal(author=person)
    submit_proposal(proposal=proposal, by=freelancer(person))
    assert fresh(proposal).state == "submitted"


def test_another_country_out_of_reach_is_told_anew():
    person = make_freelancer(country="NG")
    submit_proposal(
        proposal=make_draft_proposal(author=person), by=freelancer(person), knows_out_of_reach=True
    )
    live_in(person, "VN")
    with pytest.raises(NotSaidToBeKnown, match="banks in Vietnam"):
        submit_proposal(proposal=make_draft_proposal(author=person), by=freelancer(person))


def test_they_sign_only_with_a_payout_account_elsewhere(offered, as_client, as_freelancer):
    for country in FAR:
        live_in(offered.freelancer, country)
        with pytest.raises(PayoutsOutOfReach):
            sign(fresh(offered), as_freelancer)
    assert Signature.objects.count() == 0
    sign(fresh(offered), as_client)
    make_ready(offered.freelancer)
    sign(fresh(offered), as_freelancer)
    assert fresh(offered).state == "awaiting_funds"


def test_who_lives_within_reach_signs_without_an_account(offered, as_freelancer):
    live_in(offered.freelancer, "JP")
    sign(fresh(offered), as_freelancer)
    assert Signature.objects.count() == 1


def test_nobody_signs_before_their_country_is_known(browser_of, offered, as_freelancer):
    live_in(offered.freelancer, "")
    with pytest.raises(CountryNeeded):
        sign(fresh(offered), as_freelancer)
    assert Signature.objects.count() == 0
    page = browser_of(offered.freelancer).get(_terms(offered)).content.decode()
    assert "Say first where you live" in page
    assert f"/profile/basics/?next={_terms(offered)}" in page
    make_ready(offered.freelancer)
    sign(fresh(offered), as_freelancer)
    assert Signature.objects.count() == 1


def test_the_pages_say_it(browser_of, offered):
    person = offered.freelancer
    live_in(person, "NG")
    browser = browser_of(person)
    told = "Payouts do not reach banks in Nigeria."
    for path in ("/profile/basics/", "/profile/", "/money/onboarding/", f"{_terms(offered)}"):
        assert told in browser.get(path).content.decode(), path
    chosen = browser.get("/profile/basics/?country=VN").content.decode()
    assert "Payouts do not reach banks in Vietnam." in chosen
    assert "reach banks in" not in browser.get("/profile/basics/?country=DE").content.decode()


def test_the_bank_is_where_the_profile_says_or_nowhere(browser_of, freelancer_person):
    browser = browser_of(freelancer_person)
    for home, shown in (("NG", ""), ("", ""), ("SG", "SG")):
        live_in(freelancer_person, home)
        form = browser.get("/money/onboarding/").context["form"]
        assert form["country"].value() == shown


def _terms(contract):
    return f"{contract.get_absolute_url()}signature/"
