"""Stripe's form encoding: `a[b][0][c]=x` becomes nested dictionaries."""

from typing import Any
from urllib.parse import parse_qsl

from payments.sandbox.errors import InvalidParameters


class FormText(str):
    """A value that came as text and may stand for a number or a boolean."""

    __slots__ = ()


def decode(encoded: str) -> dict[str, Any]:
    """Return the tree of an encoded body or query; arrays keep their indexes as keys."""
    tree: dict[str, Any] = {}
    for key, value in parse_qsl(encoded, keep_blank_values=True):
        _put(tree, _steps(key), FormText(value), key)
    return tree


def _steps(key: str) -> list[str]:
    head, *rest = key.split("[")
    return [head, *(step.removesuffix("]") for step in rest)]


def _put(tree: dict[str, Any], steps: list[str], value: str, key: str) -> None:
    for step in steps[:-1]:
        branch = tree.setdefault(step or str(len(tree)), {})
        if not isinstance(branch, dict):
            raise InvalidParameters(f"Invalid request: {key} is given twice", param=key)
        tree = branch
    tree[steps[-1] or str(len(tree))] = value
