"""The URL table as rows, for every test that walks it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Row:
    """One route: "briefs/<uuid:public_id>/", named "projects:brief" or by its address."""

    address: str
    name: str
    callback: Any
    is_named: bool

    @property
    def view(self) -> Any:
        """The class behind the route, or the function where there is none."""
        found = getattr(self.callback, "view_class", None) or getattr(self.callback, "cls", None)
        return found or self.callback

    def answers(self, method: str) -> bool:
        """Whether it takes `method`; of a function nobody knows."""
        if self.view is self.callback:
            return True
        return method in self.view.http_method_names and hasattr(self.view, method)


def url_table(
    resolver: URLResolver | None = None, address: str = "", namespace: str = ""
) -> Iterator[Row]:
    for pattern in (resolver or get_resolver()).url_patterns:
        whole = address + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from url_table(pattern, whole, namespace + inner)
        elif isinstance(pattern, URLPattern):
            name = namespace + (pattern.name or str(pattern.pattern))
            yield Row(whole, name, pattern.callback, is_named=bool(pattern.name))
