"""Rendered cards of a list, kept in the cache by the version of what they show."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from redis.exceptions import RedisError

# A new release may draw them otherwise.
KEPT_SECONDS = 600


def rendered_cards(
    template: str, cards: Sequence[tuple[Sequence[Any], Mapping[str, Any]]]
) -> list[SafeString]:
    """The `template` for each (version, context); a version names everything that is shown.

    Reads and writes the cache once each; without a cache every card is rendered.
    """
    keys = [_key(template, version) for version, _ in cards]
    kept = _kept(keys)
    fresh = {
        key: str(render_to_string(template, dict(context)))
        for key, (_, context) in zip(keys, cards, strict=True)
        if key not in kept
    }
    _keep(fresh)
    # Our own templates rendered them, and escaped what people wrote.
    return [mark_safe((kept | fresh)[key]) for key in keys]  # noqa: S308


def _key(template: str, version: Sequence[Any]) -> str:
    """Times are shown in the zone of whoever looks."""
    named = repr([template, timezone.get_current_timezone_name(), *map(str, version)])
    return f"card:{hashlib.sha256(named.encode()).hexdigest()}"


def _kept(keys: Sequence[str]) -> dict[str, str]:
    try:
        return cache.get_many(keys)
    except RedisError:
        return {}


def _keep(cards: Mapping[str, str]) -> None:
    try:
        if cards:
            cache.set_many(dict(cards), KEPT_SECONDS)
    except RedisError:
        return
