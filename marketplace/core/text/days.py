"""Days that are yet to come: deadlines, starts, dates from which somebody is free.

Today is never past, wherever the person is. A form knows their zone; where nobody's zone is
known, a day has passed once it has passed everywhere on Earth.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils import timezone

from marketplace.core.text.moments import day_of

# West of every other zone.
LAST_PLACE_ON_EARTH = timedelta(hours=12)
MOST_YEARS = 10


def has_passed(day: date, *, now: datetime | None = None) -> bool:
    """It is over everywhere."""
    return day < ((now or timezone.now()).astimezone(UTC) - LAST_PLACE_ON_EARTH).date()


def today_of(user: Any) -> date:
    """The day that it is for a person's program: in their zone or in UTC, whichever is earlier."""
    now = timezone.now()
    zones = (ZoneInfo(getattr(user, "time_zone", "UTC")), UTC)
    return min(now.astimezone(zone).date() for zone in zones)


def check_to_come(day: date | None, *, today: date | None = None) -> None:
    """Raise ValidationError for a day before `today` (of the reader's zone), or far beyond it."""
    if day is None:
        return
    today = today or timezone.localdate()
    if day < today:
        raise ValidationError(f"{day_of(day)} has passed. Give today or a later date.")
    if day.year > today.year + MOST_YEARS:
        raise ValidationError(
            f"{day_of(day)} is more than {MOST_YEARS} years away. Check the year."
        )
