"""How the directory is ordered and counted."""

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce

from accounts.models import FreelancerProfile

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
