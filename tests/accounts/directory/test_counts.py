"""How many of those who were found have what a filter of the directory offers."""

import pytest

from tests.factories.accounts import make_freelancer

pytestmark = pytest.mark.django_db


@pytest.fixture
def market() -> None:
    make_freelancer("Ana", industries=["retail", "travel"])
    make_freelancer("Ben", industries=["retail"], currency="EUR", headline="Retail pricing")
    make_freelancer("Cid", industries=["energy"], availability="unavailable")


def options(page, name: str) -> dict[str, str]:
    fields = page.context["filters"].fields
    return {value: label for value, label in fields[name].choices if "(" in label}


@pytest.mark.parametrize("query", ["", "?sort=price"])
def test_without_words_all_who_fit_are_counted(client, market, query):
    page = client.get(f"/freelancers/{query}")
    industries = options(page, "industry")
    assert (industries["retail"], industries["travel"]) == (
        "Retail and e-commerce (2)",
        "Travel and hospitality (1)",
    )
    assert options(page, "currency")["EUR"] == "EUR (1)"
    assert page.context["filters"].fields["available"].label == "Available only (2)"


def test_with_words_and_filters_who_was_found_is_counted(client, market):
    page = client.get("/freelancers/?q=pricing&industry=retail")
    assert options(page, "industry") == {"retail": "Retail and e-commerce (1)"}
    assert options(page, "currency")["USD"] == "USD (0)"
    assert page.context["filters"].fields["available"].label == "Available only (1)"
