"""Which freelancers clients find, in which order, and how many."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from django.db.models import F, QuerySet

from accounts.directory.models import ProfileEntry, ProfileWord
from accounts.organisations.queries import currency_of_client
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.queries.profiles import best_studies, currency_of_freelancer
from marketplace.core.data.search.candidates import Filters, steps_to
from marketplace.core.data.search.counts import counted
from marketplace.core.data.search.finding import Found, Index

FACETS = ("specialism", "industry", "currency", "available")
PROFILES = Index(entries=ProfileEntry, subject="profile", words=ProfileWord, facets=FACETS)
FIT, CHANGED, PRICE = "fit", "changed", "price"
SORTS = (
    (FIT, "Best fit"),
    (CHANGED, "Changed lately"),
    (PRICE, "Projects from: lowest first"),
)
NEWEST = ("-changed_at", "-number")
KEYS = {CHANGED: NEWEST, PRICE: ("price_currency", "price_order", "-number")}


def directory(
    *,
    words: str = "",
    is_literal: bool = False,
    specialisms: Sequence[str] = (),
    industries: Sequence[str] = (),
    available: bool = False,
    currency: str = "",
    most: int | None = None,
    sort: str = FIT,
) -> Found:
    """Profiles that may be found and fit every filter; without words all fit alike.

    `most` is in minor units of `currency`: who takes no project that small is left out.
    """
    profiles = FreelancerProfile.objects.select_related("user").prefetch_related(best_studies())
    filters, keys = _filters(specialisms, industries, available, currency, most), KEYS.get(sort)
    if text := words.strip():
        rows = _in_order(profiles) if keys else profiles
        found = PROFILES.find(rows, text, filters, is_literal=is_literal)
        return replace(found, keys=keys, ranked=()) if keys else found
    rows = _in_order(profiles.filter(filters.of("entry__")))
    tally = partial(counted, ProfileEntry.objects.filter(filters.of()), FACETS)
    return Found(rows=rows, keys=keys or NEWEST, tally=tally)


def _in_order(profiles: QuerySet[FreelancerProfile]) -> QuerySet[FreelancerProfile]:
    """By the columns of their entries, which an index orders."""
    return profiles.filter(entry__isnull=False).annotate(
        changed_at=F("entry__updated_at"),
        price_currency=F("entry__currency"),
        price_order=F("entry__price_order"),
        number=F("entry__profile_id"),
    )


def _filters(
    specialisms: Sequence[str],
    industries: Sequence[str],
    available: bool,
    currency: str,
    most: int | None,
) -> Filters:
    any_of = [
        [f"specialism:{code}" for code in specialisms],
        [f"industry:{code}" for code in industries],
        [f"from:{step}" for step in steps_to(most)] if most is not None else [],
    ]
    all_of = [
        *(["available"] if available else []),
        *([f"currency:{currency}"] if currency else []),
    ]
    bounds = {} if most is None else {"price_order__lte": most}
    return Filters(all_of=all_of, any_of=[group for group in any_of if group], bounds=bounds)


def own_currency(user: Any) -> str:
    """Of somebody who looks for people: that of their organisation, or of their own prices."""
    return currency_of_client(user) or currency_of_freelancer(user)
