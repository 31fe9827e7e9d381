"""How a stored object is shown: private fields left out, asked-for fields expanded."""

from typing import Any

from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import InvalidParameters
from local.stripe_sandbox.nouns import EXPANDABLE
from local.stripe_sandbox.storage import Doc, public

DEEPEST = 4


def render(box: Box, doc: Doc, expand: list[str]) -> Doc:
    """Return an answer with each dotted path in `expand` replaced by its object."""
    shown = _shown(doc)
    for path in expand:
        steps = path.split(".")
        if len(steps) > DEEPEST:
            raise InvalidParameters(f"You cannot expand more than {DEEPEST} levels", param="expand")
        _expand(box, shown, doc, steps, path)
    return shown


def _shown(doc: Doc) -> Doc:
    if doc.get("object") == "list":
        return {**doc, "data": [public(item) for item in doc["data"]]}
    return public(doc)


def _expand(box: Box, shown: Doc, stored: Doc, steps: list[str], path: str) -> None:
    field, rest = steps[0], steps[1:]
    if shown.get("object") == "list" and field == "data":
        for item, kept in zip(shown["data"], stored["data"], strict=True):
            _expand(box, item, kept, rest, path) if rest else None
        return
    target = _target(box, shown, stored, field, path)
    if target is None:
        return
    if not isinstance(shown.get(field), dict):
        shown[field] = _shown(target)
    if rest:
        _expand(box, shown[field], target, rest, path)


def _target(box: Box, shown: Doc, stored: Doc, field: str, path: str) -> Any:
    expanders = EXPANDABLE.get(shown.get("object", ""), {})
    if field not in expanders:
        raise InvalidParameters(f"This property cannot be expanded ({path}).", param="expand")
    fetch = expanders[field]
    if fetch:
        return fetch(box, stored)
    return box.storage.get(stored[field]) if stored.get(field) else None
