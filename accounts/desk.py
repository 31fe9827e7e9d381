"""What waits for a person on their desk: each app registers its own panels in `ready()`.

@register_panel("client", order=20)
def briefs_without_proposals(request: HttpRequest) -> Panel | None: ...
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

Builder = Callable[[HttpRequest], "Panel | None"]

_builders: dict[str, list[tuple[int, Builder]]] = {"client": [], "freelancer": []}


@dataclass(frozen=True)
class Panel:
    """One titled part of the desk; its `template` sees `context` as `panel`."""

    title: str
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)


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
