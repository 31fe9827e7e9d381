"""The bounds of a trial, and its working days: Monday to Friday, UTC."""

from datetime import UTC, datetime, timedelta

MOST_HOURS = 20
MOST_DAYS = 10
# Of one brief at the same time.
MOST_AT_ONCE = 3
REVIEW_DAYS = 3
# Times that the client may send a submission back.
ROUNDS = 1

SATURDAY = 5
DAY = timedelta(days=1)


def end_of_days(start: datetime, days: int) -> datetime:
    """The midnight that ends working day number `days` after the day of `start`."""
    day = start.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    while days:
        day += DAY
        if day.weekday() < SATURDAY:
            days -= 1
    return day + DAY
