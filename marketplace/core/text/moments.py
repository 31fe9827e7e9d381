"""Moments and days in words: always in the active time zone, which is the reader's.

Pages and refusals run in the zone of the person who asks, notices are built in that of each
recipient, programs get UTC. Where a sentence names a deadline, the hour and the zone belong to
it: the same moment is another day in Auckland. Papers, whose readers are anywhere, say UTC.
"""

from datetime import UTC, date, datetime, time

from django.utils import timezone


def moment(at: datetime) -> str:
    """Thu 26 Nov 2026, 17:00 CET."""
    local = timezone.localtime(at)
    return f"{local:%a} {day_of(local.date(), short=True)}, {clock(local)} {zone_label(local)}"


def brief_moment(at: datetime) -> str:
    """Thu 26 Nov, 17:00; of another year 26 Nov 2025, 17:00."""
    return f"{brief_day(at)}, {clock(timezone.localtime(at))}"


def full_moment(at: datetime) -> str:
    """Thursday 26 November 2026, 17:00 CET."""
    local = timezone.localtime(at)
    return f"{full_day_of(local.date())}, {clock(local)} {zone_label(local)}"


def utc_moment(at: datetime) -> str:
    """26 November 2026, 16:00 UTC."""
    there = at.astimezone(UTC)
    return f"{day_of(there.date())}, {clock(there)} UTC"


def day(at: datetime) -> str:
    """26 November 2026: the day that `at` falls on for the reader."""
    return day_of(timezone.localtime(at).date())


def brief_day(at: datetime) -> str:
    """Thu 26 Nov; of another year 26 Nov 2025."""
    on, today = timezone.localdate(at), timezone.localdate()
    return f"{on:%a} {day_in_year(on)}" if on.year == today.year else day_of(on, short=True)


def day_of(on: date, *, short: bool = False) -> str:
    """26 November 2026, or 26 Nov 2026, without a zero in front."""
    return f"{day_in_year(on)} {on.year}" if short else f"{on.day} {month_of(on)}"


def full_day_of(on: date) -> str:
    """Thursday 26 November 2026."""
    return f"{on:%A} {day_of(on)}"


def day_in_year(on: date) -> str:
    """26 Nov."""
    return f"{on.day} {short_month(on)}"


def month_of(on: date) -> str:
    """November 2026."""
    return f"{month_name(on)} {on.year}"


def month_name(on: date) -> str:
    """November."""
    return f"{on:%B}"


def short_month(on: date) -> str:
    """Nov."""
    return f"{on:%b}"


def clock(there: datetime | time) -> str:
    """17:00, in the zone that `there` is in."""
    return f"{there:%H:%M}"


def clock_of_day(there: datetime) -> str:
    """Thu 17:00, in the zone that `there` is in."""
    return f"{there:%a} {clock(there)}"


def zone_label(local: datetime) -> str:
    """CET; where a zone has no letters of its own, UTC+05:45."""
    name = local.tzname() or ""
    offset = f"{local:%z}"
    return name if name.isalpha() else f"UTC{offset[:3]}:{offset[3:5]}"
