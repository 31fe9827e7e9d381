"""What does not exist yet is called next, or is not there: public pages, filters, rates, README."""

import re

import pytest
from django.conf import settings

from accounts.profiles.forms.profiles import RatesForm
from accounts.profiles.taxonomy import EngagementKind, offered_kinds
from marketplace.core.data import capabilities  # noqa: F401
from marketplace.core.data.capabilities import LIVE, Capability, is_live
from projects.briefs.forms.briefs import BriefForm
from projects.briefs.models.briefs import Brief
from projects.search.forms import FindWorkForm
from tests.factories.accounts import make_freelancer

# Words by which a page speaks of a capability.
WORDS = {
    Capability.HOURLY: r"hourly|an hour\b",
    Capability.RETAINER: r"retainer",
    Capability.TRIAL: r"trials?\b(?! balance)",
    Capability.READINESS_SCORE: r"readiness score",
    Capability.PROPOSAL_CHECK: r"warning sign|proposal check",
    Capability.EVALUATION: r"hidden rows|sealed|never saw|predictions|nobody but you|verified by",
    Capability.DISPUTE: r"opens? a dispute|disputes:|written decision|moderator decides",
    Capability.CONFIRMATION: r"confirmed by the client",
}
MARKED_NEXT = re.compile(r">\s*next\s*<", re.IGNORECASE)
NEXT = re.compile(rf"{MARKED_NEXT.pattern}|come[s]? next", re.IGNORECASE)


@pytest.fixture
def profile(db):
    """A profile from the time before: it states a rate for every kind."""
    rates = {"hourly_rate": 12_000, "retainer_rate": 600_000, "trial_rate": 150_000}
    return make_freelancer(**rates).freelancer_profile


@pytest.fixture
def everything(monkeypatch):
    monkeypatch.setattr(capabilities, "LIVE", frozenset(Capability))


@pytest.fixture
def without_retainers(monkeypatch):
    monkeypatch.setattr(capabilities, "LIVE", LIVE - {Capability.RETAINER})


def public_pages(client, profile) -> dict[str, str]:
    addresses = ["/", "/how-it-works/", "/briefs/", "/freelancers/", profile.get_absolute_url()]
    addresses += ["/account/login/", "/account/signup/"]
    pages = {address: client.get(address).content.decode() for address in addresses}
    return pages | {"README": (settings.BASE_DIR / "README.md").read_text()}


def parts(page: str) -> list[str]:
    """The sections, figures and forms of a page, the rest of it, or the paragraphs of a README."""
    if "<html" not in page:
        return page.split("\n\n")
    return re.split(r"(?=<(?:section|figure|form|aside)\b)", page)


def promised(page: str) -> set[str]:
    """The capabilities that a page speaks of as if they worked today, and that do not."""
    return {
        capability.value
        for part in (" ".join(words.split()) for words in parts(page))
        if not NEXT.search(part)
        for capability, words in WORDS.items()
        if not is_live(capability) and re.search(words, part, re.IGNORECASE)
    }


def test_every_capability_but_the_first_has_words_to_look_for():
    assert set(WORDS) | {Capability.FIXED} == set(Capability)
    assert Capability.FIXED in LIVE


def test_no_public_page_speaks_of_what_is_not_there(client, profile):
    spoken = {at: promised(page) for at, page in public_pages(client, profile).items()}
    assert {at: found for at, found in spoken.items() if found} == {}


def test_a_capability_is_spoken_of_once_it_is_live(client, profile, everything):
    pages = public_pages(client, profile)
    words = {"/": "readiness score", "/how-it-works/": "opens a dispute"}
    assert {at: word in pages[at] for at, word in words.items()} == dict.fromkeys(words, True)
    assert [at for at, page in pages.items() if MARKED_NEXT.search(page)] == []


def test_only_kinds_that_can_be_bought_are_offered(profile, without_retainers):
    form = RatesForm(instance=profile)
    live = [EngagementKind.FIXED, EngagementKind.HOURLY, EngagementKind.TRIAL]
    assert offered_kinds() == live
    assert {rate.kind for rate in profile.rates} == set(live)
    assert "retainer_rate" not in form.fields
    found = [value for value, _ in FindWorkForm().fields["kind"].choices if value]
    assert found == live
    chosen = BriefForm(instance=Brief()).fields["engagement_kind"].choices
    assert [value for value, _ in chosen if value] == live


def test_every_kind_is_offered_once_its_contracts_exist(profile, everything):
    assert [rate.kind for rate in profile.rates] == [
        *(EngagementKind.HOURLY, EngagementKind.FIXED),
        *(EngagementKind.RETAINER, EngagementKind.TRIAL),
    ]
    assert len(RatesForm(instance=profile).fields["hourly_rate"].label) > 0
    assert len(list(FindWorkForm().fields["kind"].choices)) == 5


def test_rates_of_kinds_that_are_not_offered_stay_as_they_are(
    browser_of, profile, without_retainers
):
    times = {"day_starts": "09:00", "day_ends": "17:00", "is_listed": "on"}
    answer = browser_of(profile.user).post(
        "/profile/rates/",
        {"currency": "USD", "fixed_from": "5000", "availability": "now", **times},
    )
    assert answer.status_code == 302
    profile.refresh_from_db()
    assert (profile.fixed_from, profile.retainer_rate) == (500_000, 600_000)


def test_the_api_refuses_to_look_for_a_kind_that_cannot_be_bought(client, db, without_retainers):
    answer = client.get("/api/v1/briefs/?engagement_kind=retainer")
    assert answer.status_code == 400
