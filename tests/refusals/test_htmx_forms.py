"""Whatever htmx sends and the server refuses is seen, read out, and has the focus.

Every template that lets htmx act stands in one of the tables: a new one fails the first test
until it is walked too.
"""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings as project
from playwright.sync_api import expect

from tests.factories.contracts import make_active
from tests.factories.payments import set_first_fee
from tests.factories.projects import make_draft_brief, make_draft_proposal
from tests.factories.trials import make_trial

TEMPLATES = Path(project.BASE_DIR) / "templates"
ACTS = re.compile(r"\bhx-(?:get|post|put|patch|delete|boost)\b|\{% file_drop ")
# Uploads: js/file_drop.js lets htmx send them.
UPLOADS = {
    "contracts/milestone_submission.html": ("freelancer", "/milestones/{milestone}/submission/"),
    "contracts/trial_submission.html": ("freelancer", "/trials/{trial}/submission/"),
    "projects/attachment_new.html": ("client", "/briefs/{brief}/files/"),
    "projects/brief_files.html": ("client", "/briefs/{brief}/"),
}
# Parts that follow what is typed: the field that is changed, the request that follows.
FOLLOWING = {
    "projects/proposal_price_card.html": (
        "freelancer", "/proposals/{proposal}/edit/", "milestones-0-amount", "price/",
    ),
    "projects/brief_list.html": ("freelancer", "/briefs/", "q", "/briefs/?"),
    "accounts/directory_page.html": ("freelancer", "/freelancers/", "q", "/freelancers/?"),
}  # fmt: skip
# Parts that ask again by themselves: one is walked for all.
POLLED = {
    "components/header.html",
    "contracts/week_timer.html",
    "payments/funding_state.html",
    "payments/reconciliation_page.html",
}
SHOWN_ONLY = {"core/style_guide/forms.html"}
REFUSED = {401: "you are signed out", 403: "you may not", 404: "not here any more",
           413: "too large", 429: "too often", 500: "on our side", 503: "on our side",
           0: "no connection"}  # fmt: skip


def test_every_act_of_htmx_is_in_a_table():
    acting = {
        str(path.relative_to(TEMPLATES))
        for path in TEMPLATES.rglob("*.html")
        if ACTS.search(path.read_text())
    }
    assert acting == {*UPLOADS, *FOLLOWING, *POLLED, *SHOWN_ONLY}


@pytest.fixture
def world(transactional_db, organisation, client_person, freelancer_person, settings):
    settings.UPLOAD_MAX_BYTES = 2_000
    set_first_fee()
    contract = make_active(organisation, client_person, freelancer_person)
    brief = make_draft_brief(organisation)
    proposal = make_draft_proposal()
    return SimpleNamespace(
        milestone=contract.units.first().public_id,
        trial=make_trial(organisation, client_person, freelancer_person).public_id,
        brief=brief.public_id,
        proposal=proposal.public_id,
        client=client_person,
        freelancer=freelancer_person,
        author=proposal.freelancer,
    )


def has_focus(page, words):
    """The part with these words is shown, is an alert, and has the focus."""
    alert = page.locator("main [role=alert]", has_text=words).first
    expect(alert).to_be_visible()
    expect(alert).to_be_focused()


def put(page, name, content):
    file = {"name": name, "mimeType": "text/csv", "buffer": content}
    page.locator("main input[type=file]").set_input_files([file])


def send(page):
    form = page.locator("main form", has=page.locator("input[type=file]"))
    form.locator("button[type=submit]").last.click()


@pytest.mark.parametrize("template", UPLOADS)
def test_a_refused_upload_is_heard(template, world, at_browser):
    kind, path = UPLOADS[template]
    person = at_browser(getattr(world, kind))
    page = person.page
    page.on("dialog", lambda dialog: dialog.accept())
    for name, content, words in (
        ("huge.csv", b"1,2\n" * 600, "is larger than"),
        ("empty.csv", b"", "empty"),
        ("run.exe", b"1,2\n", "are not accepted"),
    ):
        person.open(path.format(**vars(world)))
        page.evaluate("document.querySelectorAll('form').forEach((f) => { f.noValidate = true })")
        if note := page.locator("main textarea[name=note]").all():
            note[0].fill("Report and notebook.")
        put(page, name, content)
        send(page)
        has_focus(page, words)
        expect(page.locator("[data-progress]").first).to_be_hidden()
        if note:
            expect(page.locator("main textarea[name=note]")).to_have_value("Report and notebook.")
    for status, words in REFUSED.items():
        refuse_all(page, "**/*", status, only="POST")
        put(page, "good.csv", b"1,2\n")
        send(page)
        has_focus(page, words)
        expect(page.locator("[data-progress]").first).to_be_hidden()
        page.unroute("**/*")
    assert page.locator("main input[type=file]").evaluate("(one) => one.files.length") == 1


def refuse_all(page, pattern, status, *, only="", matching=""):
    def answer(route):
        if (only and route.request.method != only) or matching not in route.request.url:
            route.continue_()
        elif status:
            route.fulfill(status=status, body="refused")
        else:
            route.abort()

    page.route(pattern, answer)


def test_an_empty_note_keeps_the_file_that_was_chosen(world, at_browser):
    kind, path = UPLOADS["contracts/milestone_submission.html"]
    person = at_browser(getattr(world, kind))
    person.open(path.format(**vars(world)))
    put(person.page, "good.csv", b"1,2\n")
    send(person.page)
    has_focus(person.page, "What you deliver")
    assert person.page.locator("main input[type=file]").evaluate("(one) => one.files.length") == 1


@pytest.mark.parametrize("template", FOLLOWING)
def test_a_part_that_cannot_follow_what_is_typed_says_so(template, world, at_browser):
    _, path, field, asked = FOLLOWING[template]
    person = at_browser(world.author)
    page = person.page
    person.open(path.format(**vars(world)))
    for status, words in REFUSED.items():
        refuse_all(page, "**/*", status, matching=asked)
        page.locator(f"main [name={field!r}]").first.fill(str(status + 1))
        page.locator(f"main [name={field!r}]").first.blur()
        expect(page.locator("main [role=alert]", has_text=words)).to_have_count(1)
        page.unroute("**/*")
    page.locator(f"main [name={field!r}]").first.fill("900")
    page.locator(f"main [name={field!r}]").first.blur()
    expect(page.locator("main [role=alert]")).to_have_count(0)


def test_a_part_that_asks_by_itself_says_once_that_it_hears_nothing(world, at_browser):
    person = at_browser(world.client)
    page = person.page
    page.clock.install()
    person.open("/desk/")
    refuse_all(page, "**/*", 401, matching="unread")
    for _ in range(3):
        page.clock.run_for(31_000)
    told = page.locator("#toasts [role=alert]")
    expect(told).to_have_count(1)
    expect(told).to_contain_text("you are signed out")
    page.unroute("**/*")
    page.clock.run_for(31_000)
    expect(told).to_have_count(0)
