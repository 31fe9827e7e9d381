"""A budget without a currency is understood in the viewer's own, or its currency is asked for."""

import pytest

from accounts.organisations.models.organisations import Organisation
from accounts.profiles.models.profiles import FreelancerProfile
from projects.search.queries import own_currency
from tests.factories.accounts import make_freelancer, make_organisation, make_user
from tests.factories.projects import make_brief

pytestmark = pytest.mark.django_db

BUDGET = "/briefs/?budget=2,000"


@pytest.fixture
def market(organisation) -> None:
    for currency in ("USD", "EUR", "JPY"):
        make_brief(organisation, title=f"In {currency}", currency=currency, budget_max=1_000_000)


def titles(page) -> list[str]:
    return [brief.title for brief in page.context["page"].items]


def test_it_is_that_of_the_profile_and_the_page_says_so(browser_of, market):
    person = make_freelancer(currency="EUR")
    page = browser_of(person).get(BUDGET)
    assert titles(page) == ["In EUR"]
    assert "2,000 in EUR, your currency" in page.content.decode()
    FreelancerProfile.objects.update(currency="JPY")
    assert titles(browser_of(person).get(BUDGET)) == ["In JPY"]


def test_a_currency_that_was_chosen_stands(browser_of, market):
    page = browser_of(make_freelancer(currency="EUR")).get(f"{BUDGET}&currency=USD")
    assert titles(page) == ["In USD"]
    assert "your currency" not in page.content.decode()
    page = browser_of(make_freelancer(currency="EUR")).get(f"{BUDGET}&currency=XXX")
    assert (titles(page), "your currency" in page.content.decode()) == ([], False)


def test_without_a_currency_of_ones_own_it_is_asked_for(client, browser_of, market):
    for browser in (client, browser_of(make_user())):
        page = browser.get(BUDGET)
        assert page.context["form"].errors == {"currency": ["Choose the currency of the budget."]}
        assert titles(page) == []


def test_without_a_profile_it_is_that_of_the_organisation(market):
    owner = make_user()
    organisation = make_organisation(owner)
    for country, currency in (("PT", "EUR"), ("JP", "JPY"), ("GB", "GBP"), ("BR", ""), ("", "")):
        Organisation.objects.filter(pk=organisation.pk).update(country=country)
        assert own_currency(owner) == currency
