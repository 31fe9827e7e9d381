"""Freelancer profiles: their facts, tools, and the words they are found by."""

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from django.db import transaction
from django.utils import timezone

from accounts.people.models import User
from accounts.people.services import set_time_zone
from accounts.profiles.errors import ProfileExists
from accounts.profiles.models.profiles import FreelancerProfile, ToolExperience
from marketplace.core.data.actors import Actor
from marketplace.core.data.alphabet import letters
from marketplace.core.data.edit_versions import refuse_passed_version
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock


class Tool(TypedDict):
    name: str
    years: int
    last_used: int


@transaction.atomic
def create_profile(
    *, by: Actor, tools: Iterable[Tool] = (), time_zone: str = "", **facts: Any
) -> FreelancerProfile:
    """Give the acting person a freelancer profile, and their zone if given; writes an event."""
    User.objects.select_for_update().get(pk=by.user.pk)  # whoever sends it twice waits here
    if FreelancerProfile.objects.filter(user=by.user).exists():
        raise ProfileExists
    profile = FreelancerProfile.objects.create(user=by.user, **facts)
    _write_tools(profile, tools)
    if time_zone:
        set_time_zone(user=profile.user, time_zone=time_zone)
    record("profile.created", subject=profile, actor=by)
    return profile


@transaction.atomic
def update_profile(
    *,
    profile: FreelancerProfile,
    by: Actor,
    tools: Iterable[Tool] | None = None,
    time_zone: str = "",
    facts: Mapping[str, Any],
    seen: str = "",
) -> FreelancerProfile:
    """Change some facts of a profile, its tools and the person's zone if given; writes an event.

    With `seen`, the version that was edited, raises EditedMeanwhile if another is stored by now.
    """
    lock(profile)
    tools = None if tools is None else sorted(tools, key=lambda tool: letters(tool["name"]))
    wanted = dict(facts) | ({} if tools is None else {"tools": tools})
    wanted |= {"time_zone": time_zone} if time_zone else {}
    refuse_passed_version(seen, wanted=wanted, stored=lambda: profile.written)
    for field, value in facts.items():
        setattr(profile, field, value)
    profile.updated_at = timezone.now()
    profile.save(update_fields=[*facts, "updated_at"])
    if time_zone:
        set_time_zone(user=profile.user, time_zone=time_zone)
    if tools is not None:
        profile.tools.all().delete()
        _write_tools(profile, tools)
    fields = [*facts, *(["tools"] if tools is not None else [])]
    record("profile.updated", subject=profile, actor=by, particulars={"fields": fields})
    return profile


@transaction.atomic
def note_out_of_reach(*, profile: FreelancerProfile, by: Actor) -> None:
    """Keep that the person knows that payouts do not reach their country; writes an event."""
    lock(profile)
    profile.knows_out_of_reach = profile.country
    profile.save(update_fields=["knows_out_of_reach"])
    record(
        "profile.out_of_reach_known",
        subject=profile,
        actor=by,
        particulars={"country": profile.country},
    )


def _write_tools(profile: FreelancerProfile, tools: Iterable[Tool]) -> None:
    ToolExperience.objects.bulk_create(ToolExperience(profile=profile, **tool) for tool in tools)
