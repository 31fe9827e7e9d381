"""In a browser only the part of the chosen kind is shown, and the other keeps what was typed."""

import os

import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests.factories.projects import make_brief, make_draft_proposal
from tests.people import sign_in

# Playwright's sync API runs an event loop in the thread of the tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(request, browser, live_server, freelancer_person):
    context = browser.new_context(java_script_enabled=request.param)
    session = sign_in(freelancer_person).cookies[settings.SESSION_COOKIE_NAME].value
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}
    context.add_cookies([cookie])
    yield context.new_page()
    context.close()


def test_the_part_of_the_chosen_kind_is_shown(
    hourly_is_live, page, live_server, organisation, freelancer_person
):
    draft = make_draft_proposal(make_brief(organisation), freelancer_person)
    page.goto(f"{live_server.url}/proposals/{draft.public_id}/edit/")
    hours, milestones = page.locator("#part-hourly"), page.locator("#part-milestones")
    expect(milestones).to_be_visible()
    expect(hours).to_be_hidden()
    page.get_by_label("Hourly").check()
    expect(hours).to_be_visible()
    expect(milestones).to_be_hidden()
    page.get_by_label("Rate for an hour", exact=True).fill("95")
    page.get_by_label("Most hours a week").fill("20")
    page.get_by_label("Fixed price").check()
    expect(milestones).to_be_visible()
    page.get_by_role("button", name="Save and look at it").click()
    page.wait_for_url("**/proposals/*/")
    version = draft.versions.get()
    assert (version.amount, version.rate, version.weekly_hours) == (960_000, 9_500, 20)
