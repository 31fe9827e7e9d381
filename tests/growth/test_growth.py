"""A page reads no more of a marketplace with ten times the rows, whoever looks at it.

Pages are those of the sweep that only show; what stands in an address and in no visit fails.
"""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from contracts.units.views import standing_reviews
from marketplace.core.staff import registry
from marketplace.core.web.views import FormPage, Page
from payments.payouts.queries import receivables
from payments.reconciliation import views as reconciliation
from payments.staff.views import adjustments, attention, card_disputes
from projects.briefs.queries import briefs
from tests.growth.buffers import Reads, reads_of
from tests.growth.copies import PEOPLE, Copies
from tests.people import sign_in
from tests.sweep.itineraries import VISITS
from tests.sweep.visits import FORWARDING, UNVISITED, Visit, visits_of
from tests.sweep.world import make_world
from tests.url_table import url_table

# What adds up or looks through everything by its nature, and so reads more of more.
UNBOUNDED = {
    "payments:staff_ledger": "derives every balance again from every entry",
    "payments:staff_reconciliation": "adds up both books",
    "payments:staff_account": "adds up the entries of an account up to those on the page",
    "payments:statements": "reads every movement of one's own in a year",
    "payments:statements_of": "reads every movement of one's own in a year",
    "accounts:staff_search": "looks for parts of words in every name",
    "core:error_example": "reads nothing",
    "accounts:directory": "ranks what it finds: tests/accounts/directory measures that",
    "projects:brief_list": "ranks what it finds: tests/projects/search measures that",
}
# Measured with this many buffers before and after, which is too much still: to be mended.
STILL_GROWING = {
    "accounts:staff": (434, 760),
}
# Lists and counts that end somewhere end sooner here, so that a small world fills them.
ENDS = [
    (registry, "COUNT_LIMIT"),
    (receivables, "COUNT_LIMIT"),
    (briefs, "COUNT_CAP"),
    *((module, "SHOWN") for module in (adjustments, attention, card_disputes)),
    *((module, "SHOWN") for module in (reconciliation, standing_reviews)),
]
SMALL, LARGE = range(1, 21), range(21, 201)
OF_THEIR_OWN = range(1_001, 1_003)
# Finance sees what the client sees; the guarded see what allauth shows.
KINDS = [kind for kind in VISITS if kind not in ("finance", "guarded")]


@pytest.fixture(autouse=True)
def _short(settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    settings.USERSESSIONS_TRACK_ACTIVITY = False
    settings.MEDIA_ROOT, settings.MAIL_FOLDER = tmp_path / "media", tmp_path / "mail"
    for module, name in ENDS:
        monkeypatch.setattr(module, name, 10)


@pytest.mark.django_db
def test_no_page_reads_more_among_ten_times_the_rows() -> None:
    world = make_world()
    copies = Copies()
    copies.add(OF_THEIR_OWN, kept=PEOPLE)
    copies.add(SMALL)
    small = walk(world)
    copies.add(LARGE)
    large = walk(world)
    grown = {page: large[page].beside(small[page]) for page in small}
    wrong = [
        f"{page}: {told}"
        for page, told in grown.items()
        if told and page.split()[1] not in STILL_GROWING
    ]
    assert not wrong, "\n".join(wrong)


def test_every_page_that_shows_something_is_measured() -> None:
    shown = shown_pages()
    visited = {visit.name for _, visit in measured()}
    assert shown - visited - set(UNVISITED) == set()


def walk(world: SimpleNamespace) -> dict[str, Reads]:
    browsers = {
        kind: Client() if kind == "visitor" else sign_in(getattr(world, kind)) for kind in KINDS
    }
    return {
        f"{kind} {visit.name} {' '.join(visit.subjects)}{visit.query}": reads_of(
            browsers[kind], visit.path(world)
        )
        for kind, visit in measured()
    }


def measured() -> Iterator[tuple[str, Visit]]:
    """Each page once for each kind of person, in its first state."""
    shown = shown_pages()
    for kind in KINDS:
        seen: set[str] = set()
        for visit in visits_of(kind):
            if visit.name in shown - seen and visit.status == 200:
                seen.add(visit.name)
                yield kind, visit


def shown_pages() -> set[str]:
    """By name: a form shows nothing more than the page it stands on; mail is for development."""
    ours = (row for row in url_table() if not row.name.startswith("local:"))
    return {row.name for row in ours if shows(row.view)} - set(UNBOUNDED) - FORWARDING


def shows(view: Any) -> bool:
    return isinstance(view, type) and issubclass(view, Page) and not issubclass(view, FormPage)
