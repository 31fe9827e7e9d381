"""Choosing a filter renews the counts beside the others, and disturbs nothing that is typed."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.factories.accounts import make_freelancer
from tests.factories.projects import make_brief

pytestmark = pytest.mark.django_db(transaction=True)


def test_counts_follow_the_filters_of_find_work(live_server: Any, browser: Any) -> None:
    make_brief(title="Read receipts", industry="retail", currency="EUR")
    make_brief(title="Find defects", industry="manufacturing", currency="USD")
    page = browser.new_context().new_page()
    page.goto(f"{live_server.url}/briefs/")
    expect(page.locator("#id_currency")).to_contain_text("EUR (1)")
    page.fill("#id_q", "find")
    page.select_option("#id_industry", "manufacturing")
    expect(page.locator("#id_currency")).to_contain_text("EUR (0)")
    assert page.input_value("#id_industry") == "manufacturing"
    assert page.input_value("#id_q") == "find"
    assert page.locator("#id_currency-field").count() == 1


def test_counts_follow_the_filters_of_the_directory(live_server: Any, browser: Any) -> None:
    make_freelancer("Ana", industries=["retail"], currency="EUR")
    make_freelancer("Ben", industries=["energy"])
    page = browser.new_context().new_page()
    page.goto(f"{live_server.url}/freelancers/")
    page.select_option("#id_industry", "retail")
    expect(page.locator("#id_currency")).to_contain_text("USD (0)")
    expect(page.locator("#results")).to_contain_text("Ana")
    assert page.locator("#id_currency-field").count() == 1
