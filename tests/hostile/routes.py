"""The whole URL table, with somebody who reaches each route and something to reach there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.urls import resolve
from django.urls.converters import get_converters

from tests.sweep.itineraries import VISITS
from tests.sweep.visits import visits_of
from tests.url_table import url_table

PARAMETER = re.compile(r"<(?:([^>:]*):)?[^>]*>")
PLAIN_PARAMETER = re.compile(r"<[^>]*>")
KINDS = ["administrator", "moderator", "client", "freelancer"]


@dataclass(frozen=True)
class Route:
    """One address with its parameters still open, such as "briefs/<uuid:public_id>/"."""

    pattern: str
    view: Any

    @property
    def parts(self) -> list[str]:
        return PLAIN_PARAMETER.split(self.pattern)

    @property
    def method_names(self) -> set[str]:
        names = getattr(self.view, "http_method_names", ["get", "post"])
        return {name for name in names if hasattr(self.view, name)}

    def takes(self, part: str) -> bool:
        """Whether `part` fits every parameter, so that the view is reached with it."""
        names = [found[1] or "str" for found in PARAMETER.finditer(self.pattern)]
        converters = get_converters()
        fits = (re.fullmatch(converters[name].regex, part) for name in names)
        return bool(names) and all(fits)

    def address(self, arguments: tuple[str, ...]) -> str:
        pieces = [
            piece for pair in zip(self.parts, [*arguments, ""], strict=True) for piece in pair
        ]
        return "/" + "".join(pieces)

    def beginnings(self) -> Iterator[str]:
        """What stands before each parameter and it, longest first, without the API's prefix."""
        ends = [found.end() for found in PARAMETER.finditer(self.pattern)]
        for end in reversed(ends):
            yield plain(self.pattern[:end])


def plain(pattern: str) -> str:
    return PARAMETER.sub("<>", pattern.removeprefix("api/v1/"))


# Answers from an event loop of its own, which a thread that has run a browser cannot start; it
# reads nothing that is sent.
ELSEWHERE = ("health/",)


def all_routes() -> list[Route]:
    return [
        Route(row.address, row.view)
        for row in url_table()
        if not row.address.startswith(ELSEWHERE) and not re.search(r"[\^$\\]", row.address)
    ]


class Reach:
    """Who reaches what: taken from the itineraries of the sweep, which visit every page."""

    def __init__(self, world: SimpleNamespace) -> None:
        self.known: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for kind in VISITS:
            for visit in visits_of(kind):
                if visit.status == 200:
                    self._note(kind, visit.path(world).partition("?")[0])

    def _note(self, kind: str, path: str) -> None:
        match = resolve(path)
        route = Route(match.route, None)
        arguments = tuple(str(value) for value in match.captured_kwargs.values()) or tuple(
            str(value) for value in match.args
        )
        for count, beginning in zip(range(len(arguments), 0, -1), route.beginnings(), strict=False):
            self.known.setdefault(beginning, []).append((kind, arguments[:count]))

    def ways(self, route: Route) -> list[tuple[str, str]]:
        """For each kind of person who may reach the route an address of it."""
        wanted = len(route.parts) - 1
        if not wanted:
            return [(kind, "/" + route.pattern) for kind in KINDS]
        for beginning in route.beginnings():
            found = self.known.get(beginning)
            if found:
                ways = dict(found)
                return [
                    (kind, route.address((*arguments, *["1"] * (wanted - len(arguments)))))
                    for kind, arguments in ways.items()
                ]
        return [(kind, route.address(("1",) * wanted)) for kind in KINDS]
