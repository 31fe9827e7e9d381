"""What staff see and do: each app registers its queues, its sections of a page, and its search.

@register_queue(order=10)
def stuck_calls() -> Queue: ...

@register_section("person", order=20)
def contracts_of_person(person: User) -> Section: ...

@register_search(order=30)
def found_contracts(words: str) -> Findings: ...
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

COUNT_LIMIT = 100
FOUND = 10

QueueBuilder = Callable[[], "Queue"]
SectionBuilder = Callable[[Any], "Section | None"]
SearchBuilder = Callable[[str], "Findings"]

_queues: list[tuple[int, QueueBuilder]] = []
_sections: dict[str, list[tuple[int, SectionBuilder]]] = {"person": [], "organisation": []}
_searches: list[tuple[int, SearchBuilder]] = []


def is_of_staff(user: Any) -> bool:
    """May look at the staff pages."""
    return bool(user.is_authenticated and (user.is_moderator or user.is_staff))


def can_moderate(user: Any) -> bool:
    """May act on people, briefs and contracts, each time with a reason."""
    return bool(user.is_authenticated and user.is_moderator)


@dataclass(frozen=True, kw_only=True)
class Queue:
    """What waits for staff: how many, since when, and where to go on; or what is to be known."""

    title: str
    about: str
    count: int
    oldest: datetime | None
    url: str
    empty: str
    # What is only to be looked over, such as new organisations, is no alarm.
    is_news: bool = False

    @property
    def counted(self) -> str:
        return f"{COUNT_LIMIT}+" if self.count > COUNT_LIMIT else str(self.count)


@dataclass(frozen=True)
class Section:
    """One titled section of the page about a person or an organisation."""

    title: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    label: str
    detail: str
    url: str


@dataclass(frozen=True)
class Findings:
    """What one noun has to offer for the words that were looked for."""

    title: str
    rows: Sequence[Finding]


def register_queue(order: int) -> Callable[[QueueBuilder], QueueBuilder]:
    """Register a queue; lower `order` stands further up."""

    def register(builder: QueueBuilder) -> QueueBuilder:
        _queues.append((order, builder))
        _queues.sort(key=lambda entry: entry[0])
        return builder

    return register


def register_section(subject: str, order: int) -> Callable[[SectionBuilder], SectionBuilder]:
    """Register a part of the page about a "person" or an "organisation"."""

    def register(builder: SectionBuilder) -> SectionBuilder:
        _sections[subject].append((order, builder))
        _sections[subject].sort(key=lambda entry: entry[0])
        return builder

    return register


def register_search(order: int) -> Callable[[SearchBuilder], SearchBuilder]:
    """Register what one noun finds for some words."""

    def register(builder: SearchBuilder) -> SearchBuilder:
        _searches.append((order, builder))
        _searches.sort(key=lambda entry: entry[0])
        return builder

    return register


def queue_of(rows: QuerySet[Any], *, since: str, **words: Any) -> Queue:
    """A queue of `rows`, counted up to the limit, in one query; `since` is its time field."""
    times = list(rows.order_by(since).values_list(since, flat=True)[: COUNT_LIMIT + 1])
    return Queue(count=len(times), oldest=times[0] if times else None, **words)


def queues() -> list[Queue]:
    return [builder() for _, builder in _queues]


def sections_about(subject: str, row: Any) -> list[Section]:
    """Those that have something to show."""
    built = (builder(row) for _, builder in _sections[subject])
    return [part for part in built if part]


def search(words: str) -> list[Findings]:
    """What every noun finds, those without a finding left out."""
    found = (builder(words) for _, builder in _searches) if words else ()
    return [findings for findings in found if findings.rows]


def identifier_in(words: str) -> UUID | None:
    """The public identifier that somebody pasted, or None."""
    try:
        return UUID(words.strip())
    except ValueError:
        return None
