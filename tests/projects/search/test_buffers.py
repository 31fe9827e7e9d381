"""What a search reads is bounded: no more among ten times the briefs, nor on a late page."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from marketplace.core.web.found_pages import found_page
from projects.briefs.models.briefs import Brief
from projects.briefs.states import BriefState
from projects.search.models import BriefEntry, BriefWord
from projects.search.queries import Wanted, find_briefs
from tests.buffers import cost_of, found_at_once
from tests.factories.accounts import make_organisation, make_user
from tests.vectors import give_vectors

# What is bounded reaches its bound somewhere between; without one a word would read some 3,000.
FEW, MOST = 600, 2_500
SHAPES = {
    "newest": Wanted(),
    "filter": Wanted(industry="retail"),
    "rare pair": Wanted(industry="energy", engagement_kind="trial"),
    "all filters": Wanted(
        industry="retail",
        engagement_kind="hourly",
        currency="USD",
        specialisms=["nlp"],
        budget=10,
        days=900,
    ),
    "common": Wanted(text="churn"),
    "common and filter": Wanted(text="churn", industry="retail"),
    "middle": Wanted(text="telemetry"),
    "misspelt": Wanted(text="telemetyr"),
    "phrase": Wanted(text='"churn telemetry"'),
    "name": Wanted(text="Northwind"),
    "meaning": Wanted(text="metering of customers"),
    "meaning and filter": Wanted(text="metering of customers", industry="energy"),
}


def fill(organisation, person, count: int) -> None:
    """Briefs of which every one says churn and every tenth telemetry."""
    first, began = Brief.objects.count(), timezone.now() - timedelta(days=1)
    with found_at_once(Brief):
        Brief.objects.bulk_create(
            Brief(
                organisation=organisation,
                created_by=person,
                state=BriefState.OPEN,
                title=f"Forecast churn {number}",
                summary="churn telemetry of meters" if number % 10 == 0 else "churn of subscribers",
                specialisms=["nlp"] if number % 2 else ["llm"],
                industry="energy" if number % 60 == 0 else "retail",
                engagement_kind="trial" if number % 60 == 0 else "hourly",
                currency="USD",
                budget_min=10,
                budget_max=10 + number,
                published_at=began + timedelta(seconds=number),
            )
            for number in range(first, first + count)
        )
    with connection.cursor() as cursor:
        for model in (Brief, BriefEntry, BriefWord):
            cursor.execute(f"ANALYZE {model._meta.db_table}")


def page(wanted: Wanted, after: str = ""):
    found = find_briefs(wanted)
    shown = found_page(found, after=after)
    assert found.counts.total >= len(shown.items)
    return shown


def read_by_all() -> dict[str, int]:
    """The buffers of each shape of a search."""
    give_vectors(BriefEntry)
    return {name: cost_of(lambda one=one: page(one)).buffers for name, one in SHAPES.items()}


def read_late() -> int:
    """The buffers of the sixty-first page."""
    after = ""
    for _ in range(60):
        after = page(Wanted(), after).next
    return cost_of(lambda: page(Wanted(), after)).buffers


def test_no_search_reads_more_among_ten_times_the_briefs_nor_on_a_late_page(db):
    organisation, person = make_organisation(), make_user()
    fill(organisation, person, FEW)
    before = read_by_all()
    fill(organisation, person, 9 * FEW)
    after = read_by_all()
    grown = {
        name: (before[name], after[name])
        for name in SHAPES
        if not (page(SHAPES[name]).items and after[name] <= max(1.3 * before[name], MOST))
    }
    late, first = read_late(), cost_of(lambda: page(Wanted())).buffers
    assert (grown, late <= 1.1 * first) == ({}, True), (late, first)
