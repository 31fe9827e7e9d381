"""How many of what was found have what a filter offers, beside its options."""

import pytest

from marketplace.core.data.search import counts
from projects.search.queries import Wanted, find_briefs
from tests.factories.projects import make_brief

pytestmark = pytest.mark.django_db


@pytest.fixture
def market(organisation) -> None:
    for title, industry, currency, specialisms in (
        ("Forecast waste", "retail", "EUR", ["forecasting"]),
        ("Forecast demand", "retail", "USD", ["forecasting", "supervised"]),
        ("Find defects", "manufacturing", "USD", ["computer_vision"]),
    ):
        facts = {"industry": industry, "currency": currency, "specialisms": specialisms}
        make_brief(organisation, title=title, summary="", problem="None yet.", **facts)


def options(page, name: str) -> dict[str, str]:
    """The labels of a field's options that have a count."""
    form = page.context["form"]
    return {value: label for value, label in form.fields[name].choices if "(" in label}


def test_without_words_all_that_fits_is_counted(client, market):
    page = client.get("/briefs/")
    industries = options(page, "industry")
    assert industries["retail"] == "Retail and e-commerce (2)"
    assert industries["manufacturing"] == "Manufacturing (1)"
    assert industries["travel"] == "Travel and hospitality (0)"
    assert options(page, "specialism")["forecasting"] == "Time series and forecasting (2)"
    assert options(page, "currency") == {
        "USD": "USD (2)",
        "EUR": "EUR (1)",
        "GBP": "GBP (0)",
        "JPY": "JPY (0)",
    }
    assert "Retail and e-commerce (2)" in page.content.decode()


def test_with_words_what_they_found_is_counted(client, market):
    page = client.get("/briefs/?q=waste")
    assert options(page, "industry")["retail"] == "Retail and e-commerce (1)"
    assert options(page, "currency")["USD"] == "USD (0)"


def test_of_a_filter_in_use_only_what_was_chosen_is_counted(client, market):
    page = client.get("/briefs/?industry=retail&specialism=supervised")
    assert options(page, "industry") == {"retail": "Retail and e-commerce (1)"}
    assert options(page, "specialism") == {"supervised": "Supervised learning (1)"}
    assert options(page, "currency")["USD"] == "USD (1)"


def test_what_is_refused_counts_nothing(client, market):
    page = client.get("/briefs/?industry=magic")
    assert options(page, "industry") == options(page, "currency") == {}


def test_beyond_the_cap_there_may_be_more(market, monkeypatch):
    monkeypatch.setattr(counts, "COUNTED", 2)
    found = find_briefs(Wanted()).counts
    assert (found.told("industry:retail"), found.told("industry:travel")) == ("2+", "")


def test_a_swap_brings_the_options_along(client, market):
    page = client.get("/briefs/?q=waste", HTTP_HX_REQUEST="true").content.decode()
    assert 'id="id_industry-field"' in page
    assert "Retail and e-commerce (1)" in page
