"""What the directory reads is bounded: no more among ten times the profiles."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from accounts.directory.models import ProfileEntry, ProfileWord
from accounts.directory.queries.directory import PRICE, directory
from accounts.people.models import User
from accounts.profiles.models.profiles import FreelancerProfile
from marketplace.core.web.found_pages import found_page
from tests.buffers import cost_of, found_at_once
from tests.vectors import give_vectors

# What is bounded reaches its bound somewhere between; without one a word would read some 3,000.
FEW, MOST = 600, 2_500
SHAPES = {
    "newest": {},
    "cheapest": {"sort": PRICE},
    "filter": {"industries": ["retail"]},
    "rare filter": {"industries": ["energy"]},
    "all filters": {
        "industries": ["retail"],
        "specialisms": ["nlp"],
        "available": True,
        "currency": "USD",
        "most": 10_000_000,
    },
    "common": {"words": "churn"},
    "common and filter": {"words": "churn", "industries": ["retail"]},
    "middle": {"words": "telemetry"},
    "misspelt": {"words": "telemetyr"},
    "phrase": {"words": '"churn telemetry"'},
    "name": {"words": "Northwind"},
    "meaning": {"words": "metering of customers"},
    "meaning and filter": {"words": "metering of customers", "industries": ["energy"]},
}


def fill(count: int) -> None:
    """Profiles of which every one says churn and every tenth telemetry."""
    first, began = User.objects.count(), timezone.now() - timedelta(days=1)
    people = User.objects.bulk_create(
        User(email=f"p{n}@example.com", name=f"Northwind {n}") for n in range(first, first + count)
    )
    with found_at_once(FreelancerProfile):
        FreelancerProfile.objects.bulk_create(
            FreelancerProfile(
                user=person,
                headline="Churn telemetry of meters"
                if number % 10 == 0
                else "Churn of subscribers",
                specialisms=["nlp"] if number % 2 else ["llm"],
                industries=["energy"] if number % 60 == 0 else ["retail"],
                fixed_from=1_000 + number,
                updated_at=began + timedelta(seconds=number),
            )
            for number, person in enumerate(people, start=first)
        )
    give_vectors(ProfileEntry)
    with connection.cursor() as cursor:
        for model in (User, FreelancerProfile, ProfileEntry, ProfileWord):
            cursor.execute(f"ANALYZE {model._meta.db_table}")


def page(wanted):
    found = directory(**wanted)
    shown = found_page(found)
    assert found.counts.total >= len(shown.items)
    return shown


def test_no_search_reads_more_among_ten_times_the_profiles(db):
    fill(FEW)
    before = {name: cost_of(lambda one=one: page(one)).buffers for name, one in SHAPES.items()}
    fill(9 * FEW)
    after = {name: cost_of(lambda one=one: page(one)).buffers for name, one in SHAPES.items()}
    grown = {
        name: (before[name], after[name])
        for name in SHAPES
        if not (page(SHAPES[name]).items and after[name] <= max(1.3 * before[name], MOST))
    }
    assert grown == {}
