"""What was typed survives the end of a sign-in, and is nobody else's to read."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from contracts.units.forms.reviews import MISSED, names_of
from marketplace.core.data.models import KeptForm
from marketplace.core.web.kept_forms import LONGEST, MOST_KEPT, keep, kept_for, signature_of
from projects.briefs.models.briefs import Brief
from tests.edits.test_every_edit import opened
from tests.factories.contracts import deliver, make_active
from tests.factories.payments import set_first_fee
from tests.factories.projects import make_brief, make_draft_brief, make_draft_proposal
from tests.people import sign_in

pytestmark = pytest.mark.django_db
BASICS = "/profile/basics/"
TYPED = {"headline": "Churn models that hold", "story": "I began with telephones."}
AUTOSAVE = {"X-Autosave": BASICS}


def typed(user, **more):
    return TYPED | {"typed_by": signature_of(user)} | more


def strict(user):
    """A signed-in browser whose tokens are checked, with the token of the page at `BASICS`."""
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = sign_in(user).cookies
    return browser, token_on(browser)


def token_on(browser, path=BASICS):
    return re.search(r'csrf-token" content="(\w+)"', browser.get(path).content.decode())[1]


def shown(browser, path=BASICS):
    answer = browser.get(path)
    assert answer.status_code == 200, answer.headers
    return answer.content.decode()


def test_typing_is_kept_and_shown_again_in_another_browser(stranger, browser_of):
    answer = browser_of(stranger).post(BASICS, typed(stranger), headers=AUTOSAVE)
    assert (answer.status_code, answer.content) == (204, b"")
    page = shown(browser_of(stranger))
    assert "I began with telephones." in page and "What you typed here is back" in page
    # It was shown, not judged: nobody has sent it yet.
    assert "field--invalid" not in page and not hasattr(stranger, "freelancer_profile")


def test_a_form_that_is_sent_is_forgotten_and_one_that_is_refused_is_not(
    freelancer_person, browser_of
):
    browser = browser_of(freelancer_person)
    browser.post(BASICS, typed(freelancer_person), headers=AUTOSAVE)
    whole = typed(freelancer_person, languages=["en"], time_zone="UTC")
    assert browser.post(BASICS, whole | {"languages": []}).status_code == 422
    assert kept_for(freelancer_person, BASICS).data["story"] == "I began with telephones."
    assert browser.post(BASICS, whole).status_code == 302
    assert kept_for(freelancer_person, BASICS) is None


def test_what_is_kept_can_be_dropped(stranger, browser_of):
    browser = browser_of(stranger)
    browser.post(BASICS, typed(stranger), headers=AUTOSAVE)
    dropped = browser.post("/kept-form/removal/", {"path": BASICS})
    assert (dropped.status_code, dropped["Location"]) == (302, BASICS)
    assert "I began with telephones." not in shown(browser)
    assert browser.post("/kept-form/removal/", {"path": "//evil.test/"})["Location"] == "/"


def test_what_is_sent_after_the_sign_in_ended_is_on_its_page_after_the_next_one(
    stranger, browser_of
):
    browser = browser_of(stranger)
    Session.objects.all().delete()
    sent = browser.post(BASICS, typed(stranger))
    assert (sent.status_code, sent["Location"]) == (302, f"/account/login/?next={BASICS}")
    assert "What you typed is kept" in shown(browser, sent["Location"])
    browser.force_login(stranger)
    assert "I began with telephones." in shown(browser)


def test_autosaves_after_the_sign_in_ended_say_so_and_are_kept_too(stranger, browser_of):
    browser = browser_of(stranger)
    Session.objects.all().delete()
    for word in ("first", "last"):
        answer = browser.post(BASICS, typed(stranger, story=word), headers=AUTOSAVE)
        assert (answer.status_code, answer["Refusal"]) == (401, "signed-out")
    browser.force_login(stranger)
    assert kept_for(stranger, BASICS).data["story"] == "last"


def test_somebody_else_at_the_same_browser_never_sees_it(stranger, client_person, browser_of):
    browser = browser_of(stranger)
    Session.objects.all().delete()
    browser.post(BASICS, typed(stranger))
    browser.force_login(client_person)
    assert "I began with telephones." not in shown(browser)
    assert KeptForm.objects.count() == 0


@pytest.mark.parametrize("said", ["", "no-signature", "00000000-0000-0000-0000-000000000000:x"])
def test_what_does_not_say_whose_it_is_is_kept_for_nobody(said, stranger, browser_of):
    browser = Client()
    assert browser.post(BASICS, TYPED | {"typed_by": said}).status_code == 302
    browser.force_login(stranger)
    assert KeptForm.objects.count() == 0


def test_a_form_older_than_the_sign_in_comes_back_with_its_text(stranger):
    browser, token = strict(stranger)
    sent = typed(stranger, csrfmiddlewaretoken=token)
    browser.cookies["csrftoken"] = "a" * 32
    answer = browser.post(BASICS, sent)
    assert (answer.status_code, answer["Location"]) == (302, BASICS)
    page = shown(browser)
    assert "I began with telephones." in page and "nothing was sent. Send it again." in page


def test_an_autosave_of_an_old_page_is_given_the_new_token_and_does_nothing_yet(stranger):
    browser, token = strict(stranger)
    browser.cookies["csrftoken"] = "a" * 32
    sent = typed(stranger, csrfmiddlewaretoken=token)
    answer = browser.post(BASICS, sent, headers=AUTOSAVE)
    assert (answer.status_code, answer["Refusal"]) == (403, "old-page")
    assert KeptForm.objects.count() == 0
    fresh = sent | {"csrfmiddlewaretoken": answer.json()["token"]}
    assert browser.post(BASICS, fresh, headers=AUTOSAVE).status_code == 204


def test_a_page_of_another_account_gets_no_token_and_keeps_nothing(stranger, client_person):
    browser, token = strict(stranger)
    browser.cookies["csrftoken"] = "a" * 32
    sent = typed(client_person, csrfmiddlewaretoken=token)
    answer = browser.post(BASICS, sent, headers=AUTOSAVE)
    assert (answer.status_code, answer.json()) == (403, {"reason": "other-account"})
    page = browser.post(BASICS, sent, headers={"Origin": "http://testserver"})
    assert page.status_code == 403
    assert "opened by another account" in page.content.decode()
    assert "I began with telephones." not in page.content.decode()
    assert KeptForm.objects.count() == 0


def test_what_another_site_sent_is_not_shown(stranger):
    browser, _ = strict(stranger)
    answer = browser.post(BASICS, TYPED, headers={"Origin": "https://evil.test"})
    page = answer.content.decode()
    assert answer.status_code == 403 and "This was not sent" in page
    assert "I began with telephones." not in page and "CSRF" not in page
    own = browser.post(BASICS, TYPED, headers={"Origin": "http://testserver"}).content.decode()
    assert "I began with telephones." in own and "CSRF" not in own


def test_passwords_are_neither_kept_nor_shown(stranger):
    browser = Client(enforce_csrf_checks=True)
    secret = {"login": "a@x.test", "password": "correct horse", "typed_by": signature_of(stranger)}
    for data in (secret, secret | {"typed_by": ""}):
        answer = browser.post("/account/login/", data, headers={"Origin": "http://testserver"})
        assert "correct horse" not in answer.content.decode()
    keep(user=stranger, path=BASICS, data=Client().request().wsgi_request.POST)
    assert "correct horse" not in str(
        Session.objects.first() and Session.objects.first().get_decoded()
    )


def test_an_act_of_an_old_page_leads_back_to_where_one_was(client_person, organisation):
    brief = make_brief(organisation)
    browser, _ = strict(client_person)
    came_from = {"Referer": f"http://testserver{brief.get_absolute_url()}"}
    sent = {"typed_by": signature_of(client_person), "csrfmiddlewaretoken": "a" * 32}
    path = f"/briefs/{brief.public_id}/pause/"
    answer = browser.post(path, sent, headers=came_from)
    assert (answer.status_code, answer["Location"]) == (302, brief.get_absolute_url())
    assert Brief.objects.get().state == brief.state
    Session.objects.all().delete()
    answer = browser.post(path, sent | {"csrfmiddlewaretoken": "b" * 32}, headers=came_from)
    assert answer["Location"] == f"/account/login/?next={brief.get_absolute_url()}"


def test_what_nobody_types_by_hand_is_not_kept(stranger, browser_of):
    browser = browser_of(stranger)
    answer = browser.post(BASICS, typed(stranger, story="x" * LONGEST), headers=AUTOSAVE)
    assert (answer.status_code, answer["Refusal"]) == (413, "too-large")
    assert browser.post(BASICS, typed(stranger, story="a\0b"), headers=AUTOSAVE).status_code == 204
    assert kept_for(stranger, BASICS).data["story"] == "ab"


def test_the_newest_forms_of_a_person_are_kept(stranger, rf):
    for number in range(MOST_KEPT + 2):
        keep(user=stranger, path=f"/{number}/", data=rf.post("/", TYPED).POST)
    assert KeptForm.objects.count() == MOST_KEPT
    assert kept_for(stranger, "/1/") is None and kept_for(stranger, "/2/") is not None


def test_a_review_is_kept_once_for_both_of_its_addresses(
    organisation, client_person, freelancer_person, browser_of
):
    set_first_fee()
    unit = make_active(organisation, client_person, freelancer_person).units.first()
    deliver(unit)
    approval = f"/milestones/{unit.public_id}/approval/"
    changes = f"/milestones/{unit.public_id}/change-request/"
    browser = browser_of(client_person)
    for address in (approval, changes):
        words = {"note": f"Typed at {address}"}
        browser.post(address, words, headers={"X-Autosave": address})
        for page in (approval, changes):
            assert words["note"] in shown(browser, page)
    choice, words = names_of(unit.criteria.first())
    missed = {choice: MISSED, words: "Column 4."}
    assert browser.post(changes, missed).status_code == 302
    assert not KeptForm.objects.exists()


def test_taking_what_was_saved_drops_what_was_typed(organisation, client_person, browser_of):
    brief, browser = make_draft_brief(organisation), browser_of(client_person)
    page = f"/briefs/{brief.public_id}/edit/"
    old = opened(browser, page)
    colleague = old | {"title": "Saved meanwhile"}
    assert browser.post(page, colleague).status_code == 302
    old |= {"title": "Mine"}
    autosave = reverse("projects:brief_draft", args=[brief.public_id])
    assert browser.post(autosave, old, headers={"X-Autosave": page}).status_code == 409
    conflict = browser.post(page, old)
    assert conflict.status_code == 409
    found = re.search(r"<button[^>]*>(?=\s*<span>\s*Take)", conflict.content.decode())
    button = " ".join(found[0].split())
    assert 'formaction="/kept-form/removal/"' in button and "formnovalidate" in button
    assert f'name="path" value="{page}"' in button
    taken = browser.post("/kept-form/removal/", old | {"path": page}, follow=True)
    assert (taken.redirect_chain, taken.status_code) == ([(page, 302)], 200)
    assert "Saved meanwhile" in taken.content.decode()
    assert "What you typed here is back" not in taken.content.decode()
    assert not KeptForm.objects.exists()


def test_text_that_is_not_saved_is_never_called_saved(organisation, client_person, browser_of):
    brief, browser = make_draft_brief(organisation), browser_of(client_person)
    page = f"/briefs/{brief.public_id}/edit/"
    assert 'data-state="saved"' in shown(browser, page)
    refused = browser.post(page, {"title": ""})
    assert refused.status_code == 422 and 'data-state="unsaved"' in refused.content.decode()
    keep(user=client_person, path=page, data=QueryDict("title=Mine"))
    assert 'data-state="unsaved"' in shown(browser, page)


def test_a_proposal_with_words_not_saved_says_so(browser_of):
    proposal = make_draft_proposal()
    browser, page = browser_of(proposal.freelancer), f"/proposals/{proposal.public_id}/edit/"
    assert 'data-state="saved"' in shown(browser, page)
    keep(user=proposal.freelancer, path=page, data=QueryDict("approach=Mine"))
    assert 'data-state="unsaved"' in shown(browser, page)
