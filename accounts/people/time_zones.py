"""Time zones as people name and find them. Any that the IANA list knows may be chosen and kept."""

import re
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from django.utils import timezone

# Aliases and fixed offsets that nobody looks for; whoever has one keeps it.
NOT_OFFERED = ("Etc/", "SystemV/", "US/", "Canada/", "Brazil/", "Chile/", "Mexico/")
# In the list of some systems, and nobody's zone.
NO_ZONES = {"localtime", "Factory", "posixrules"}
# Beside the places of the list, by what people type.
PLACES = {
    **dict.fromkeys(("beijing", "peking", "shenzhen", "guangzhou", "china"), "Asia/Shanghai"),
    **dict.fromkeys(("mumbai", "delhi", "new_delhi", "bengaluru", "bangalore"), "Asia/Kolkata"),
    **dict.fromkeys(("chennai", "hyderabad", "pune", "india"), "Asia/Kolkata"),
    **dict.fromkeys(("san_francisco", "seattle", "san_diego"), "America/Los_Angeles"),
    **dict.fromkeys(("boston", "washington", "washington_dc", "miami"), "America/New_York"),
    **dict.fromkeys(("munich", "hamburg", "frankfurt", "cologne"), "Europe/Berlin"),
    **dict.fromkeys(("geneva", "basel", "bern"), "Europe/Zurich"),
    **dict.fromkeys(("milan", "turin"), "Europe/Rome"),
    "barcelona": "Europe/Madrid",
}
# Who types an offset has that one all year: where no fixed zone has it, a place that does.
OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d))?")
PLACES_OF_OFFSET = {
    "+0330": "Asia/Tehran",
    "+0430": "Asia/Kabul",
    "+0530": "Asia/Kolkata",
    "+0545": "Asia/Kathmandu",
    "+0630": "Asia/Yangon",
    "+0845": "Australia/Eucla",
    "+0930": "Australia/Darwin",
    "-0930": "Pacific/Marquesas",
}
FIXED = re.compile(r"Etc/GMT([+-])([1-9]\d?)")


class Zone(NamedTuple):
    """`name` as it is shown and typed, `label` what helps to find it: the place and its offset."""

    name: str
    label: str


def shown_zone(name: str) -> str:
    """Without the marks of the list: “America/New York”; “UTC+03:00” for its Etc/GMT-3."""
    if fixed := FIXED.fullmatch(name):
        sign, hours = fixed.groups()
        return f"UTC{'-' if sign == '+' else '+'}{int(hours):02}:00"
    return name.replace("_", " ")


def zone_named(typed: str) -> str:
    """The zone that was typed: by its name, offset, place or label; empty if there is none."""
    plain = typed.replace("−", "-")
    wanted = "_".join(plain.split()).lower()
    # “GMT+3” is three hours ahead for people, and three behind in the list.
    named = _by_name().get(wanted) or _by_offset(plain)
    place, _, offset = wanted.rpartition(",_")
    return named or _by_place().get(wanted) or (_by_place().get(place, "") if offset else "")


def zone_names() -> set[str]:
    """Every zone that may be kept."""
    return available_timezones() - NO_ZONES


def offered_zones() -> list[Zone]:
    """The zones to choose from, UTC first, with the offsets that they have now."""
    now = timezone.now()
    offered = [name for name in sorted(zone_names()) if _is_offered(name)]
    return [Zone("UTC", "UTC"), *(Zone(shown_zone(name), _label(name, now)) for name in offered)]


def offset_of(name: str, now: datetime) -> str:
    """“UTC+05:30”, by the rules of the day."""
    offset = now.astimezone(ZoneInfo(name)).utcoffset() or timedelta()
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _label(name: str, now: datetime) -> str:
    return f"{_place(name)}, {offset_of(name, now)}"


def _place(name: str) -> str:
    return shown_zone(name).partition("/")[2].replace("/", ", ")


def _by_offset(typed: str) -> str:
    """For “UTC+3”, “+03:00” and the like; empty for what is no offset, or nobody's all year."""
    found = OFFSET.fullmatch("".join(typed.split()).upper())
    if not found:
        return ""
    sign, hours, minutes = found[1], int(found[2]), found[3] or "00"
    if minutes != "00":
        return PLACES_OF_OFFSET.get(f"{sign}{hours:02}{minutes}", "")
    # The list counts towards the west.
    return _by_name().get(f"etc/gmt{'-' if sign == '+' else '+'}{hours}", "") if hours else "UTC"


def _is_offered(name: str) -> bool:
    return "/" in name and not name.startswith(NOT_OFFERED)


@cache
def _by_name() -> dict[str, str]:
    return {name.lower(): name for name in zone_names()}


@cache
def _by_place() -> dict[str, str]:
    """By the last part of the name, or as the list shows it; of two the first that is offered."""
    places: dict[str, str] = {}
    for name in sorted(zone_names(), key=lambda name: (not _is_offered(name), name)):
        places.setdefault(name.rpartition("/")[2].lower(), name)
        places.setdefault((_place(name) or name).replace(" ", "_").lower(), name)
    return PLACES | places
