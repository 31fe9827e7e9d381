"""Stripe's form encoding: `a[b][0][c]=x` becomes nested dictionaries."""

import hashlib
from dataclasses import dataclass
from email import message_from_bytes, policy
from typing import Any
from urllib.parse import parse_qsl

from local.stripe_sandbox.errors import InvalidParameters


class FormText(str):
    """A value that came as text and may stand for a number or a boolean."""

    __slots__ = ()


@dataclass(frozen=True)
class FormFile:
    """An uploaded file."""

    name: str
    body: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


def decode_multipart(content_type: str, body: bytes) -> dict[str, Any]:
    """Return the tree of a multipart form, with its files."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = message_from_bytes(head + body, policy=policy.default)
    if not message.is_multipart():
        raise InvalidParameters("The request body is not a valid multipart form.")
    tree: dict[str, Any] = {}
    for part in message.iter_parts():
        key = str(part.get_param("name", "", "content-disposition"))
        content = bytes(part.get_payload(decode=True))
        name = part.get_filename()
        value = FormText(content.decode()) if name is None else FormFile(name, content)
        _put(tree, _steps(key), value, key)
    return tree


def decode(encoded: str) -> dict[str, Any]:
    """Return the tree of an encoded body or query; arrays keep their indexes as keys."""
    tree: dict[str, Any] = {}
    for key, value in parse_qsl(encoded, keep_blank_values=True):
        _put(tree, _steps(key), FormText(value), key)
    return tree


def _steps(key: str) -> list[str]:
    head, *rest = key.split("[")
    return [head, *(step.removesuffix("]") for step in rest)]


def _put(tree: dict[str, Any], steps: list[str], value: str | FormFile, key: str) -> None:
    for step in steps[:-1]:
        branch = tree.setdefault(step or str(len(tree)), {})
        if not isinstance(branch, dict):
            raise InvalidParameters(f"Invalid request: {key} is given twice", param=key)
        tree = branch
    tree[steps[-1] or str(len(tree))] = value
