"""What those above tell of briefs: each registers its own, and briefs know none of them.

`brief_column` takes an expression over the row of a brief, which queries read as a column;
`on_brief_page` a question about a viewer and a brief, whose answer the brief's page shows.
"""

from collections.abc import Callable
from typing import Any

from projects.briefs.models.briefs import Brief

Column = Callable[[], Any]
Fact = Callable[[Any, Brief], Any]

_columns: dict[str, Column] = {}
_facts: dict[str, Fact] = {}


def brief_column(name: str) -> Callable[[Column], Column]:
    """Register the expression that `column(name)` stands for."""

    def register(build: Column) -> Column:
        _columns[name] = build
        return build

    return register


def column(name: str) -> Any:
    """The registered expression, for queries of Brief."""
    return _columns[name]()


def on_brief_page(name: str) -> Callable[[Fact], Fact]:
    """Register what the template of a brief's page knows as `name`."""

    def register(fact: Fact) -> Fact:
        _facts[name] = fact
        return fact

    return register


def facts_for(user: Any, brief: Brief, *, is_member: bool) -> dict[str, Any]:
    """What was registered, by name; nothing of it for members, who do not propose to their own."""
    return {name: None if is_member else fact(user, brief) for name, fact in _facts.items()}
