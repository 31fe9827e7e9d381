"""The URL table by name, without the admin, which only reads (tests/staff/test_admin.py)."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

WRITING = ("post", "put", "patch", "delete")


def named_routes(
    resolver: URLResolver | None = None, namespace: str = ""
) -> Iterator[tuple[str, Any]]:
    """The name of each route, or its address where it has none, and what answers it."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from named_routes(pattern, namespace + inner)
        elif isinstance(pattern, URLPattern) and namespace != "admin:":
            yield namespace + (pattern.name or str(pattern.pattern)), pattern.callback


def acts() -> dict[str, Any]:
    """The class (or function) behind every route that answers something else than GET."""
    found = {}
    for name, callback in named_routes():
        view = getattr(callback, "view_class", None) or getattr(callback, "cls", None)
        if view is None or any(
            verb in view.http_method_names and hasattr(view, verb) for verb in WRITING
        ):
            found.setdefault(name, view or callback)
    return found
