"""No page is forgotten by the sweep."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.sweep.itineraries import VISITS
from tests.sweep.visits import UNVISITED, visits_of


def readable(resolver: URLResolver, namespace: str = "") -> Iterator[str]:
    """The names of all routes that answer GET."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from readable(pattern, namespace + inner)
        elif isinstance(pattern, URLPattern) and pattern.name and answers_get(pattern.callback):
            yield namespace + pattern.name


def answers_get(callback) -> bool:
    view = getattr(callback, "view_class", None) or getattr(callback, "cls", None)
    if view is None:
        return True
    return hasattr(view, "get") and "get" in view.http_method_names


def test_every_route_is_visited_or_explained():
    visited = {visit.name for kind in VISITS for visit in visits_of(kind)}
    names = {name for name in readable(get_resolver()) if not name.startswith(("admin:", "api:"))}
    assert sorted(names - visited - set(UNVISITED)) == []


def test_what_is_explained_exists_and_is_not_visited():
    visited = {visit.name for kind in VISITS for visit in visits_of(kind)}
    assert set(UNVISITED) <= set(readable(get_resolver()))
    assert visited & set(UNVISITED) == set()
