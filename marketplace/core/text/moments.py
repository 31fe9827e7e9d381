"""Moments in sentences: always in the active time zone, which is the reader's.

Pages and refusals run in the zone of the person who asks, notices are built in that of each
recipient, programs get UTC. Where a sentence names a deadline, the hour and the zone belong to
it: the same moment is another day in Auckland.
"""

from datetime import date, datetime

from django.utils import timezone


def moment(at: datetime) -> str:
    """Thu 26 Nov 2026, 17:00 CET."""
    local = timezone.localtime(at)
    return f"{local:%a} {day_of(local.date(), short=True)}, {local:%H:%M} {zone_label(local)}"


def day(at: datetime) -> str:
    """26 November 2026: the day that `at` falls on for the reader."""
    return day_of(timezone.localtime(at).date())


def day_of(on: date, *, short: bool = False) -> str:
    """26 November 2026, or 26 Nov 2026, without a zero in front."""
    return f"{on.day} {on:%b %Y}" if short else f"{on.day} {on:%B %Y}"


def zone_label(local: datetime) -> str:
    """CET; where a zone has no letters of its own, UTC+05:45."""
    name = local.tzname() or ""
    offset = f"{local:%z}"
    return name if name.isalpha() else f"UTC{offset[:3]}:{offset[3:5]}"
