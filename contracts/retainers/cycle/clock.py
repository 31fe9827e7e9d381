"""When a period begins, is charged, is reported and rests: product.md, section 3, all in UTC.

Pure functions of days and moments, so that the schedule only carries out what they say: late,
twice, or after days without a beat.
"""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta

DAY = timedelta(days=1)
# From the midnight at which a period begins, backwards: three days before it, at noon.
CHARGED_BEFORE = timedelta(days=2, hours=12)
# The charge is tried again on each of these days; after the last the contract rests.
GRACE_DAYS = 5
# Hours can be corrected until noon of the day after a period.
CLOSES_AFTER = timedelta(hours=12)
# The report is missed when it is not there by then.
REPORTED_AFTER = timedelta(days=2)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def months_after(day: date, months: int) -> date:
    """The same day so many months later; where the month has none, its last one.

    Counted from the first day each time, so that the 31st comes back after a short month.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def charged_from(starts_at: datetime) -> datetime:
    """When the saved method is charged first for the period that begins then."""
    return starts_at - CHARGED_BEFORE


def tries_of(starts_at: datetime) -> tuple[datetime, ...]:
    """Every moment at which it is charged: the first, and each day of grace."""
    first = charged_from(starts_at)
    return tuple(first + days * DAY for days in range(GRACE_DAYS + 1))


def grace_ends_at(starts_at: datetime) -> datetime:
    """From then on a contract whose period is not paid for rests."""
    return tries_of(starts_at)[-1]


def closes_at(ends_at: datetime) -> datetime:
    """From then on the hours of the period that ends at `ends_at` stand."""
    return ends_at + CLOSES_AFTER


def report_due_at(ends_at: datetime) -> datetime:
    return ends_at + REPORTED_AFTER


def last_start(notice_given_at: datetime, notice_days: int) -> datetime:
    """Periods that begin before this moment still run after a notice."""
    return notice_given_at + notice_days * DAY


def days_rested(since: datetime, until: datetime) -> timedelta:
    """By so many whole days, of UTC, a rest moves everything that comes after it."""
    return until.astimezone(UTC).date() - since.astimezone(UTC).date()


def next_renewal(renews_from: date, renewals: int, now: datetime) -> int | None:
    """Which renewal begins the next period; None while its charge is not due.

    `renewals` is that with which the newest period ends. Those whose whole period passed
    without one are skipped: nobody worked in them.
    """
    while midnight(months_after(renews_from, renewals + 1)) <= now:
        renewals += 1
    starts_at = midnight(months_after(renews_from, renewals))
    return renewals if now >= charged_from(starts_at) else None
