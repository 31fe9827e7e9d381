"""Which freelancers clients find, in which order, and how many."""

from collections.abc import Sequence

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce

from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.queries.profiles import OPEN_TO_ALL, best_studies

# Below this a typed word is taken for another one (pg_trgm's word similarity).
SIMILAR = 0.5


def listed_profiles() -> QuerySet[FreelancerProfile]:
    """Profiles that may be found: open to all, with a specialism."""
    return FreelancerProfile.objects.filter(OPEN_TO_ALL).exclude(specialisms=[])


def directory(
    *,
    words: str = "",
    specialisms: Sequence[str] = (),
    industries: Sequence[str] = (),
    available: bool = False,
    currency: str = "",
    most: int | None = None,
) -> QuerySet[FreelancerProfile]:
    """Listed profiles that fit every filter; each word may be misspelt a little.

    `most` is in minor units of `currency`: who takes no project that small is left out.
    """
    found = listed_profiles()
    if specialisms:
        found = found.filter(specialisms__overlap=list(specialisms))
    if industries:
        found = found.filter(industries__overlap=list(industries))
    if available:
        found = found.exclude(availability=FreelancerProfile.Availability.UNAVAILABLE)
    if currency:
        found = found.filter(currency=currency)
    if most is not None:
        found = found.filter(fixed_from__lte=most)
    for number, word in enumerate(words.split()[:6]):
        alias = f"likeness_{number}"
        found = found.alias(**{alias: TrigramWordSimilarity(word, "search_text")}).filter(
            Q(search_text__icontains=word) | Q(**{f"{alias}__gte": SIMILAR})
        )
    return found.select_related("user").prefetch_related(best_studies())


COUNT_CAP = 1_000
# Above every price that can be stated: who states none comes last.
BEYOND_ANY = 10**15
CHANGED, PRICE = "changed", "price"
SORTS = ((CHANGED, "Changed lately"), (PRICE, "Projects from: lowest first"))
KEYS = {CHANGED: ("-updated_at", "-id"), PRICE: ("currency", "price_order", "-id")}


def in_order(
    profiles: QuerySet[FreelancerProfile], sort: str
) -> tuple[QuerySet[FreelancerProfile], tuple[str, ...]]:
    """The profiles with the keys of `keyset_page`; prices of one currency stand together."""
    if sort == PRICE:
        profiles = profiles.annotate(price_order=Coalesce("fixed_from", Value(BEYOND_ANY)))
    return profiles, KEYS[sort if sort in KEYS else CHANGED]


def capped_count(profiles: QuerySet[FreelancerProfile]) -> int:
    """How many there are, counting no further than one beyond the cap."""
    return profiles.order_by().values("pk")[: COUNT_CAP + 1].count()
