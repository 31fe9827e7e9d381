"""The acts of the product, without those of the admin, which only reads (tests/staff)."""

from typing import Any

from tests.url_table import url_table

WRITING = ("post", "put", "patch", "delete")


def acts() -> dict[str, Any]:
    """The class (or function) behind every route that answers something else than GET."""
    return {
        row.name: row.view
        for row in reversed(list(url_table()))
        if not row.name.startswith("admin:") and any(row.answers(verb) for verb in WRITING)
    }
