"""The client of a week is reminded once, on the day before silence approves it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from contracts.agreements.services.standstills import stands_still
from contracts.units.models.units import Unit
from contracts.units.queries.events import own_events_of
from contracts.units.services.locks import lock_unit
from contracts.units.services.moves import record_of_unit
from marketplace.core.data.actors import SYSTEM

LAST_DAY = timedelta(days=1)


@transaction.atomic
def remind_of_week(*, unit: Unit) -> None:
    """Remind who hires of a week that waits for them; harmless when repeated."""
    lock_unit(unit)
    ends_at, now = unit.review_ends_at, timezone.now()
    if not unit.is_in_review or ends_at is None or not ends_at - LAST_DAY <= now < ends_at:
        return
    if stands_still(unit.contract) or own_events_of(unit, "review_reminded").exists():
        return
    record_of_unit(unit, "review_reminded", by=SYSTEM)
