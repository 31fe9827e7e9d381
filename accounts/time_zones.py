"""Time zones as people name and find them. Any that the IANA list knows may be chosen and kept."""

from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from django.utils import timezone

# Aliases and fixed offsets that nobody looks for; whoever has one keeps it.
NOT_OFFERED = ("Etc/", "SystemV/", "US/", "Canada/", "Brazil/", "Chile/", "Mexico/")


class Zone(NamedTuple):
    """`name` as it is shown and typed, `label` what helps to find it: the place and its offset."""

    name: str
    label: str


def shown_zone(name: str) -> str:
    """Without the marks of the list: “America/New York”."""
    return name.replace("_", " ")


def zone_named(typed: str) -> str:
    """The zone that was typed, by its name or by its place alone; empty if there is none."""
    wanted = "_".join(typed.split()).lower()
    return _by_name().get(wanted) or _by_place().get(wanted, "")


def offered_zones() -> list[Zone]:
    """The zones to choose from, UTC first, with the offsets that they have now."""
    now = timezone.now()
    offered = [name for name in sorted(available_timezones()) if _is_offered(name)]
    return [Zone("UTC", "UTC"), *(Zone(shown_zone(name), _label(name, now)) for name in offered)]


def offset_of(name: str, now: datetime) -> str:
    """“UTC+05:30”, by the rules of the day."""
    offset = now.astimezone(ZoneInfo(name)).utcoffset() or timedelta()
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _label(name: str, now: datetime) -> str:
    place = shown_zone(name).partition("/")[2].replace("/", ", ")
    return f"{place}, {offset_of(name, now)}"


def _is_offered(name: str) -> bool:
    return "/" in name and not name.startswith(NOT_OFFERED)


@cache
def _by_name() -> dict[str, str]:
    return {name.lower(): name for name in ("UTC", *available_timezones())}


@cache
def _by_place() -> dict[str, str]:
    """By the last part of the name; where two share it, the first one that is offered."""
    places: dict[str, str] = {}
    for name in sorted(available_timezones(), key=lambda name: (not _is_offered(name), name)):
        places.setdefault(name.rpartition("/")[2].lower(), name)
    return places
