"""What waits for a person on their desk: each app registers its own in `ready()`.

Acts that wait for the person are items of one list; what they only watch is a panel below.

@register_items("client")
def briefs_to_finish(request: HttpRequest) -> Iterable[Item]: ...

@register_panel("client", order=20)
def briefs_without_proposals(request: HttpRequest) -> Panel | None: ...
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

ItemBuilder = Callable[[HttpRequest], "Iterable[Item]"]
Builder = Callable[[HttpRequest], "Panel | None"]

# What has no deadline comes after all that has one.
SOME_DAY = datetime.max.replace(tzinfo=UTC)

SOON = timedelta(days=2)

_item_builders: dict[str, list[ItemBuilder]] = {"client": [], "freelancer": []}
_builders: dict[str, list[tuple[int, Builder]]] = {"client": [], "freelancer": []}


@dataclass(frozen=True, kw_only=True)
class Item:
    """One act that waits for the person: what, about what, for how much, until when.

    `act` is the label of the button; `amount` is Money, or a pair of it for a range.
    """

    title: str
    about: str
    about_url: str
    act: str
    url: str
    method: str = "get"
    amount: Any = None
    due_at: datetime | None = None
    due_words: str = ""

    @property
    def is_soon(self) -> bool:
        """Within two days."""
        return self.due_at is not None and self.due_at < timezone.now() + SOON

    @property
    def amounts(self) -> tuple[Any, Any]:
        return self.amount if isinstance(self.amount, tuple) else (self.amount, self.amount)


@dataclass(frozen=True)
class Panel:
    """One titled part of the desk; its `template` sees `context` as `panel`."""

    title: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)


def register_items(side: str) -> Callable[[ItemBuilder], ItemBuilder]:
    """Register a builder of items for "client" or "freelancer"."""

    def register(builder: ItemBuilder) -> ItemBuilder:
        _item_builders[side].append(builder)
        return builder

    return register


def items_for(request: HttpRequest, side: str) -> list[Item]:
    """Everything that waits for the person on `side`, the earliest deadline first."""
    items = [item for builder in _item_builders.get(side, ()) for item in builder(request)]
    return sorted(items, key=lambda item: item.due_at or SOME_DAY)


def register_panel(side: str, order: int) -> Callable[[Builder], Builder]:
    """Register a builder for "client" or "freelancer"; lower `order` stands further up."""

    def register(builder: Builder) -> Builder:
        _builders[side].append((order, builder))
        _builders[side].sort(key=lambda entry: entry[0])
        return builder

    return register


def panels_for(request: HttpRequest, side: str) -> list[Panel]:
    """The panels of `side` that have something to show."""
    built = (builder(request) for _, builder in _builders.get(side, ()))
    return [panel for panel in built if panel]
