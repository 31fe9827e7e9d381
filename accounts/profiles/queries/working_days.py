"""A freelancer's hours, and the same hours on the viewer's clock."""

from datetime import datetime, time, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from accounts.profiles.models.profiles import FreelancerProfile
from marketplace.core.text.moments import clock


def working_day(profile: FreelancerProfile, viewer_zone: tzinfo) -> dict[str, Any]:
    """`clock`: the time there now; `day_for_viewer`: their day in the viewer's zone, if other."""
    zone = ZoneInfo(profile.user.time_zone)
    there = timezone.now().astimezone(zone)
    facts = {"clock": clock(there), "day_for_viewer": ""}
    if there.utcoffset() != there.astimezone(viewer_zone).utcoffset():
        starts = _shifted(there, profile.day_starts, viewer_zone)
        ends = _shifted(there, profile.day_ends, viewer_zone)
        facts["day_for_viewer"] = f"{starts} to {ends}"
    return facts


def _shifted(day: datetime, moment: time, zone: tzinfo) -> str:
    at = day.replace(hour=moment.hour, minute=moment.minute)
    return clock(at.astimezone(zone))
