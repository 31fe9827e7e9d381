"""What a person reads beside a form that saves itself is true, and their text is still there."""

from types import SimpleNamespace

import pytest
from django.conf import settings as project
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import expect

from marketplace.core.data.models import KeptForm
from projects.briefs.models.briefs import Brief
from tests.factories.contracts import deliver, make_active, make_offer
from tests.factories.payments import set_first_fee
from tests.factories.projects import make_brief, make_draft_brief, make_draft_proposal
from tests.people import sign_in

# The longer forms, by who writes them: the field that is typed into.
LONGER = {
    "client": [
        ("projects:brief_edit", "open_brief", "problem"),
        ("projects:brief_closing", "open_brief", "why"),
        ("accounts:organisation_edit", "organisation", "name"),
        ("contracts:change_request", "delivered", "note"),
        ("payments:billing_details_of", "organisation", "address"),
    ],
    "freelancer": [
        ("accounts:profile_basics", "", "story"),
        ("accounts:profile_expertise", "", "tools-0-name"),
        ("accounts:profile_rates", "", "fixed_from"),
        ("accounts:case_study_new", "", "what_did_not_work"),
        ("accounts:case_study", "case_study", "what_did_not_work"),
        ("contracts:terms_proposal", "offer", "special_terms"),
        ("contracts:submission", "milestone", "note"),
    ],
}


@pytest.fixture
def world(transactional_db, organisation, client_person, freelancer_person):
    set_first_fee()
    delivered = make_active(organisation, client_person, freelancer_person).units.first()
    deliver(delivered)
    contract = make_active(organisation, client_person, freelancer_person)
    return SimpleNamespace(
        client=client_person,
        freelancer=freelancer_person,
        organisation=organisation.public_id,
        open_brief=make_brief(organisation).public_id,
        delivered=delivered.public_id,
        offer=make_offer(organisation, client_person, freelancer_person).public_id,
        case_study=freelancer_person.freelancer_profile.case_studies.get().public_id,
        milestone=contract.units.first().public_id,
    )


def said(page, words):
    indicator = page.locator("[data-saved-indicator]").first
    expect(indicator).to_contain_text(words)
    if words.startswith("Not saved"):
        expect(indicator).to_be_in_viewport()


def root_of(page):
    return page.url.split("/briefs/")[0] + "/"


def come_back(page, user):
    """Sign in anew, as in another tab, and look at this one again."""
    session = sign_in(user).cookies[project.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": project.SESSION_COOKIE_NAME, "value": session, "url": root_of(page)}]
    )
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


@pytest.mark.parametrize("kind", LONGER)
def test_every_longer_form_is_kept_as_one_types(kind, world, at_browser):
    person = at_browser(getattr(world, kind))
    page = person.page
    for name, subject, field in LONGER[kind]:
        path = reverse(name, args=[getattr(world, subject)] if subject else [])
        assert person.open(path) == 200, path
        page.locator(f"main [name={field!r}]").fill("12")
        said(page, "Kept at")
        page.reload()
        expect(page.locator(f"main [name={field!r}]")).to_have_value("12")
        expect(page.get_by_text("What you typed here is back")).to_be_visible()
        page.get_by_role("button", name="Drop it and show what is saved").click()
        expect(page.get_by_text("What you typed here is back")).to_have_count(0)
    assert KeptForm.objects.count() == 0


@pytest.fixture
def draft(organisation, world):
    return make_draft_brief(organisation)


@pytest.fixture
def writing(draft, world, at_browser):
    """The client's page on which the draft is written."""
    person = at_browser(world.client)
    person.open(f"/briefs/{draft.public_id}/edit/")
    return person.page


def test_a_draft_says_that_it_is_not_saved_until_one_signed_in_again(writing, draft, world):
    problem = writing.locator("[name=problem]")
    problem.fill("Before")
    said(writing, "Saved at")
    Session.objects.all().delete()
    problem.fill("After the sign-in ended")
    said(writing, "Not saved: you are signed out.")
    expect(problem).to_have_value("After the sign-in ended")
    draft.refresh_from_db()
    assert draft.problem == "Before"
    come_back(writing, world.client)
    said(writing, "Saved at")
    draft.refresh_from_db()
    assert draft.problem == "After the sign-in ended"


def test_a_page_older_than_the_sign_in_goes_on_saving(writing, draft, world):
    writing.context.clear_cookies(name=project.CSRF_COOKIE_NAME)
    writing.context.add_cookies(
        [{"name": project.CSRF_COOKIE_NAME, "value": "b" * 32, "url": root_of(writing)}]
    )
    writing.locator("[name=problem]").fill("Typed on the old page")
    said(writing, "Saved at")
    writing.locator("[name=problem]").fill("And sent from it")
    writing.get_by_role("button", name="Save and look at it").click()
    writing.wait_for_url(f"**/briefs/{draft.public_id}/")
    draft.refresh_from_db()
    assert draft.problem == "And sent from it"


def test_a_page_of_another_account_saves_nothing(writing, draft, world):
    come_back(writing, world.freelancer)
    writing.context.clear_cookies(name=project.CSRF_COOKIE_NAME)
    writing.locator("[name=problem]").fill("Private")
    said(writing, "Not saved: another account is signed in")
    writing.get_by_role("button", name="Save and look at it").click()
    expect(writing.locator("[name=problem]")).to_have_value("Private")
    assert KeptForm.objects.count() == 0
    draft.refresh_from_db()
    assert draft.problem != "Private"


def test_without_a_connection_it_is_not_saved_and_then_saved_by_itself(writing, draft):
    writing.context.set_offline(True)
    writing.locator("[name=problem]").fill("Typed in a tunnel")
    said(writing, "Not saved: there is no connection.")
    writing.context.set_offline(False)
    said(writing, "Saved at")
    draft.refresh_from_db()
    assert draft.problem == "Typed in a tunnel"


def test_text_past_its_limit_is_kept_counted_and_refused_when_it_is_sent(writing, draft):
    problem = writing.locator("[name=problem]")
    problem.fill("x" * 20_000)
    expect(problem).to_have_value("x" * 20_000)
    counted = "20,000 of 4,000 characters: shorten by 16,000"
    expect(writing.locator("#id_problem-counter")).to_contain_text(counted)
    said(writing, f"except: What is the problem? ({counted})")
    writing.reload()
    expect(problem).to_have_value("x" * 20_000)
    writing.get_by_role("button", name="Save and look at it").click()
    expect(writing.locator(".form-errors")).to_contain_text(counted)
    expect(problem).to_have_value("x" * 20_000)
    draft.refresh_from_db()
    assert draft.problem != "x" * 20_000


def test_what_somebody_else_saved_meanwhile_is_shown_beside_mine(writing, draft):
    Brief.objects.filter(pk=draft.pk).update(problem="Theirs")
    writing.locator("[name=problem]").fill("Mine")
    said(writing, "Not saved: somebody else changed this since you opened it.")
    writing.get_by_role("button", name="Look at both").click()
    conflict = writing.locator("[data-conflict]")
    expect(conflict).to_contain_text("Theirs")
    expect(conflict).to_contain_text("Mine")
    draft.refresh_from_db()
    assert draft.problem == "Theirs"


def test_saving_twice_is_no_conflict_with_oneself(writing, draft):
    for text in ("First", "Second"):
        writing.locator("[name=problem]").fill(text)
        with writing.expect_response("**/draft/") as saved:
            pass
        assert saved.value.status == 204
    draft.refresh_from_db()
    assert draft.problem == "Second"


def test_deleting_asks_first_and_says_what_is_lost(writing, draft, world):
    writing.goto(writing.url.removesuffix("edit/"))
    writing.get_by_role("link", name="Delete the draft").click()
    asked = writing.get_by_role("dialog")
    expect(asked).to_contain_text("deleted for good")
    asked.get_by_role("link", name="Keep it").click()
    expect(asked).to_have_count(0)
    assert Brief.objects.filter(pk=draft.pk).exists()
    writing.get_by_role("link", name="Delete the draft").click()
    asked.get_by_role("button", name="Delete it").click()
    writing.wait_for_url("**/briefs/mine/")
    assert not Brief.objects.filter(pk=draft.pk).exists()


def test_a_milestone_that_was_removed_can_be_put_back(world, at_browser):
    proposal = make_draft_proposal()
    person = at_browser(proposal.freelancer)
    person.open(f"/proposals/{proposal.public_id}/edit/")
    page = person.page
    amounts = page.locator("[data-formset-row] [name$=amount]")
    page.get_by_role("button", name="Remove milestone 2").click()
    expect(amounts).to_have_count(2)
    expect(page.locator("[data-removed]")).to_contain_text("Milestone 2 is removed.")
    page.get_by_role("button", name="Put it back").click()
    expect(amounts).to_have_count(3)
    said(page, "Saved at")
    stored = proposal.versions.get().milestones.values_list("amount", flat=True)
    assert list(stored) == [240_000, 420_000, 300_000]
