"""Keyset pages: the next page starts after the last row seen, never at an OFFSET."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q, QuerySet
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

PAGE_SIZE = 20


@dataclass(frozen=True)
class KeysetPage:
    """Rows of one page; `next` is the next page's `after`, empty on the last page."""

    items: list[Any]
    next: str
    is_first: bool


def keyset_page(
    rows: QuerySet[Any], *, keys: Sequence[str], after: str = "", size: int = PAGE_SIZE
) -> KeysetPage:
    """One page of `rows` ordered by `keys`, for example ("-published_at", "-id").

    The keys must be unique together and not null. An unreadable `after` gives page one.
    """
    values = _decode(after, len(keys))
    ordered = rows.order_by(*keys)
    if values:
        ordered = ordered.filter(_beyond(keys, values))
    found = list(ordered[: size + 1])
    items = found[:size]
    following = _encode([getattr(items[-1], _field(key)) for key in keys]) if found[size:] else ""
    return KeysetPage(items=items, next=following, is_first=not values)


def _beyond(keys: Sequence[str], values: Sequence[Any]) -> Q:
    """Rows after `values` in the order of `keys`: a row comparison, spelt out."""
    condition = Q()
    equal = Q()
    for key, value in zip(keys, values, strict=True):
        comparison = "lt" if key.startswith("-") else "gt"
        condition |= equal & Q(**{f"{_field(key)}__{comparison}": value})
        equal &= Q(**{_field(key): value})
    return condition


def _field(key: str) -> str:
    return key.removeprefix("-")


def _encode(values: list[Any]) -> str:
    return urlsafe_base64_encode(json.dumps(values, cls=_PreciseEncoder).encode())


def _decode(after: str, length: int) -> list[Any]:
    try:
        values = json.loads(urlsafe_base64_decode(after)) if after else []
    except ValueError:
        return []
    return values if isinstance(values, list) and len(values) == length else []


class _PreciseEncoder(DjangoJSONEncoder):
    """Keeps microseconds: a rounded key would show a row twice or never."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if hasattr(o, "isoformat") else super().default(o)
