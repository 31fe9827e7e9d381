"""No page is forgotten by the sweep."""

from tests.sweep.itineraries import VISITS
from tests.sweep.visits import UNVISITED, visits_of
from tests.url_table import url_table


def readable() -> set[str]:
    """The names of all routes that answer GET."""
    return {row.name for row in url_table() if row.is_named and row.answers("get")}


def test_every_route_is_visited_or_explained():
    visited = {visit.name for kind in VISITS for visit in visits_of(kind)}
    names = {name for name in readable() if not name.startswith(("admin:", "api:"))}
    assert sorted(names - visited - set(UNVISITED)) == []


def test_what_is_explained_exists_and_is_not_visited():
    visited = {visit.name for kind in VISITS for visit in visits_of(kind)}
    assert set(UNVISITED) <= set(readable())
    assert visited & set(UNVISITED) == set()
