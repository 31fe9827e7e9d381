"""Keyset pages: the next page starts after the last row seen, never at an OFFSET."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Q, QuerySet
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from marketplace.core.data.texts import check_keepable

PAGE_SIZE = 20


class UnreadableCursor(ValueError):
    """Not a cursor that a page of these rows gave out."""


@dataclass(frozen=True)
class KeysetPage:
    """Rows of one page; `next` is the next page's `after`, empty on the last page."""

    items: list[Any]
    next: str
    is_first: bool


def keyset_page(
    rows: QuerySet[Any],
    *,
    keys: Sequence[str],
    after: str = "",
    size: int = PAGE_SIZE,
    is_strict: bool = False,
) -> KeysetPage:
    """One page of `rows` ordered by `keys`, for example ("-published_at", "-id").

    The keys must be unique together and not null. An unreadable `after` gives page one, or
    raises UnreadableCursor if `is_strict`.
    """
    ordered = rows.order_by(*keys)
    started = ordered
    try:
        started = _started(ordered, keys, after) if after else ordered
    except UnreadableCursor:
        if is_strict:
            raise
    found = list(started[: size + 1])
    items = found[:size]
    following = encoded([getattr(items[-1], _field(key)) for key in keys]) if found[size:] else ""
    return KeysetPage(items=items, next=following, is_first=started is ordered)


def _started(ordered: QuerySet[Any], keys: Sequence[str], after: str) -> QuerySet[Any]:
    """The rows after the cursor; it came from outside, so it may be anything."""
    values = decoded(after, len(keys))
    try:
        return ordered.filter(_beyond(keys, values))
    except (TypeError, ValueError, ValidationError) as error:
        raise UnreadableCursor from error


def _beyond(keys: Sequence[str], values: Sequence[Any]) -> Q:
    """Rows after `values` in the order of `keys`: a row comparison, spelt out.

    The first key is bounded by itself too, which is where an index starts to read.
    """
    condition = Q()
    equal = Q()
    for key, value in zip(keys, values, strict=True):
        comparison = "lt" if key.startswith("-") else "gt"
        condition |= equal & Q(**{f"{_field(key)}__{comparison}": value})
        equal &= Q(**{_field(key): value})
    first = f"{_field(keys[0])}__{'lte' if keys[0].startswith('-') else 'gte'}"
    return condition & Q(**{first: values[0]})


def _field(key: str) -> str:
    return key.removeprefix("-")


def encoded(values: list[Any]) -> str:
    """Where a page begins, as its address says it: after the row with these keys."""
    return urlsafe_base64_encode(json.dumps(values, cls=_PreciseEncoder).encode())


def decoded(after: str, length: int) -> list[Any]:
    """The keys of the row that a page begins after; raises UnreadableCursor."""
    try:
        values = json.loads(urlsafe_base64_decode(after))
        check_keepable(values)
    except (ValueError, RecursionError) as error:
        raise UnreadableCursor from error
    if not isinstance(values, list) or len(values) != length:
        raise UnreadableCursor
    return values


class _PreciseEncoder(DjangoJSONEncoder):
    """Keeps microseconds: a rounded key would show a row twice or never."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if hasattr(o, "isoformat") else super().default(o)
