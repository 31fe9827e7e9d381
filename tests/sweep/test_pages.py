"""Every page of the product, as each kind of person sees it.

`make test` looks at each page as the first kind of person who has it in their itinerary: its first
state in both themes, on paper and with long names, its others at the widths of phones, and some
links of each route are followed; `make test-long` looks at everything as everyone.
"""

from itertools import groupby, islice
from types import SimpleNamespace
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.urls import Resolver404, resolve

from tests.sweep.itineraries import VISITS
from tests.sweep.looker import Looker
from tests.sweep.visits import FILES, FORWARDING, Visit, visits_of

# The second says that a database is needed; what the world holds is not of its transaction.
pytestmark = [pytest.mark.journey, pytest.mark.django_db]
# Django's admin, and what the browser loads by itself.
NOT_FOLLOWED = ("/admin/", "/static/")


@pytest.mark.parametrize("kind", VISITS)
def test_every_page_can_be_read_in_both_themes_and_on_a_phone(
    kind: str, looker: Looker, world: SimpleNamespace
) -> None:
    walk = Walk(looker, world)
    earlier = [visit for other in kinds_before(kind) for visit in visits_of(other)]
    for visit in visits_of(kind):
        if visit in earlier:
            walk.fetch(visit)
        else:
            walk.visit(visit, wholly=visit.name not in {other.name for other in earlier})
            earlier.append(visit)
    walk.follow_links(of_each_route=2)
    assert not walk.found, "\n".join(walk.report())


@pytest.mark.long
@pytest.mark.parametrize("kind", VISITS)
def test_every_page_can_be_read_by_everyone(
    kind: str, looker: Looker, world: SimpleNamespace
) -> None:
    walk = Walk(looker, world)
    for visit in visits_of(kind):
        walk.visit(visit, wholly=True)
    walk.follow_links()
    assert not walk.found, "\n".join(walk.report())


def kinds_before(kind: str) -> list[str]:
    kinds = list(VISITS)
    return kinds[: kinds.index(kind)]


def route_of(path: str) -> tuple[str, ...]:
    """Its view, and the names of what stands in its query."""
    address = urlsplit(path)
    try:
        route = resolve(address.path).view_name
    except Resolver404:
        route = address.path
    return (route, *sorted(name for name, _ in parse_qsl(address.query)))


class Walk:
    """What one person found wrong, by page."""

    def __init__(self, looker: Looker, world: SimpleNamespace) -> None:
        self.looker = looker
        self.world = world
        self.found: dict[str, list[str]] = {}
        self.seen: set[str] = set()
        self.links: set[str] = set()

    def visit(self, visit: Visit, *, wholly: bool) -> None:
        if visit.name in FILES:
            return self.fetch(visit)
        path = visit.path(self.world)
        self.seen.add(path)
        stays = visit.name not in FORWARDING
        if wrong := self.looker.look_at(path, stays=stays, status=visit.status, wholly=wholly):
            self.found[path] = wrong
        self.links |= self.looker.links()
        return None

    def fetch(self, visit: Visit) -> None:
        """Nothing is looked at, only that this person gets there."""
        path = visit.path(self.world)
        self.seen.add(path)
        self._fetch(path, stays=visit.name not in FORWARDING, status=visit.status)

    def _fetch(self, path: str, *, stays: bool = False, status: int = 200) -> None:
        if wrong := self.looker.fetch(path, stays=stays, status=status):
            self.found[path] = wrong

    def follow_links(self, of_each_route: int | None = None) -> None:
        """Fetch what is linked and was not looked at: no link leads nowhere.

        That is all of it, or some of each route and the questions it is asked.
        """
        paths = (one for one in sorted(self.links - self.seen) if not one.startswith(NOT_FOLLOWED))
        for _, alike in groupby(sorted(paths, key=route_of), key=route_of):
            for path in islice(alike, of_each_route):
                self._fetch(path)

    def report(self) -> list[str]:
        return [f"{path}\n    {line}" for path, lines in self.found.items() for line in lines]
