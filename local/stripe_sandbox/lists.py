"""Pages of objects, newest first, as v1 lists them."""

import json
from typing import Any

from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import missing
from local.stripe_sandbox.routing import parameters
from local.stripe_sandbox.scalars import Integer, Text
from local.stripe_sandbox.schema import Either, Kind, Struct
from local.stripe_sandbox.storage import Doc

_COMPARISONS = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
_CREATED = Either(Struct({name: Integer() for name in _COMPARISONS}), Integer())


def page_parameters(**filters: Kind) -> Struct:
    """Return the parameters of a list call: the page and the noun's filters."""
    return parameters(limit=Integer(1, 100), starting_after=Text(), ending_before=Text(), **filters)


def list_parameters(**filters: Kind) -> Struct:
    """Return the parameters of a list call that can also be limited by `created`."""
    return page_parameters(created=_CREATED, **filters)


def page(box: Box, noun: str, params: Doc, *, url: str, **filters: Any) -> Doc:
    """Return one page of the objects that match the filters given.

    None fits any value, a list is of patterns, and "" is the absence of a value.
    """
    where, values = _conditions(box, noun, params, filters)
    limit = params.get("limit", 10)
    backwards = "ending_before" in params
    rows = box.storage.execute(
        f"SELECT doc FROM objects WHERE type = ? {where} "
        f"ORDER BY seq {'ASC' if backwards else 'DESC'} LIMIT ?",
        noun, *values, limit + 1,
    )  # fmt: skip
    found = [json.loads(row["doc"]) for row in rows]
    data = found[:limit]
    if backwards:
        data.reverse()
    return {"object": "list", "data": data, "has_more": len(found) > limit, "url": url}


def whole(docs: list[Doc], *, url: str) -> Doc:
    """Return a complete list that fits on one page."""
    return {"object": "list", "data": docs, "has_more": False, "url": url}


def _conditions(box: Box, noun: str, params: Doc, filters: Doc) -> tuple[str, list[Any]]:
    where, values = "", list[Any]()
    for name, value in filters.items():
        wanted = value if isinstance(value, list) else [value]
        if value is not None:
            same = "GLOB" if isinstance(value, list) else "="
            field = f"COALESCE(json_extract(doc, '$.{name}'), '') {same} ?"
            where += f" AND ({' OR '.join([field] * len(wanted))})"
            values += wanted
    for operator, value in _created(params.get("created")):
        where += f" AND json_extract(doc, '$.created') {operator} ?"
        values.append(value)
    for param, operator in (("starting_after", "<"), ("ending_before", ">")):
        if param in params:
            where += f" AND seq {operator} ?"
            values.append(_position(box, noun, params[param], param))
    return where, values


def _created(wanted: Any) -> list[tuple[str, int]]:
    if wanted is None:
        return []
    if isinstance(wanted, dict):
        return [(_COMPARISONS[name], value) for name, value in wanted.items()]
    return [("=", wanted)]


def _position(box: Box, noun: str, id: str, param: str) -> int:
    rows = box.storage.execute("SELECT seq FROM objects WHERE id = ? AND type = ?", id, noun)
    if not rows:
        raise missing(noun.replace("_", " "), id, param=param, status=400)
    return int(rows[0]["seq"])
