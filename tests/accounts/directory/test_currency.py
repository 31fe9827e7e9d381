"""A price without a currency is understood in the viewer's own, or its currency is asked for."""

import pytest

from tests.factories.accounts import make_freelancer, make_organisation, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def market() -> None:
    make_freelancer("Ana", currency="USD", fixed_from=100_000)
    make_freelancer("Ben", currency="EUR", fixed_from=100_000)


def test_it_is_that_of_the_organisation_and_the_page_says_so(browser_of, market):
    owner = make_user()
    make_organisation(owner)
    page = browser_of(owner).get("/freelancers/?budget=1,500")
    assert [profile.user.name for profile in page.context["page"].items] == ["Ana"]
    assert "1,500 in USD, your currency" in page.content.decode()


def test_a_freelancer_who_looks_around_has_their_own(browser_of, market):
    looking = make_freelancer("Cid", currency="EUR", fixed_from=900_000)
    page = browser_of(looking).get("/freelancers/?budget=1,500")
    assert [profile.user.name for profile in page.context["page"].items] == ["Ben"]


def test_a_stranger_is_asked(client, market):
    page = client.get("/freelancers/?budget=1,500")
    assert page.context["filters"].errors == {"currency": ["Choose the currency of the price."]}
    assert page.context["page"].items == []
