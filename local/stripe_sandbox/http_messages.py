"""Requests and answers as the sandbox's parts pass them on."""

import json
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Request:
    """One HTTP request, headers in lower case."""

    method: str
    path: str
    query: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass
class Answer:
    """One HTTP answer; `dropped` closes the connection instead of sending it."""

    status: int
    body: bytes = b""
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    dropped: bool = False


def as_json(body: Any, *, status: int = 200, **headers: str) -> Answer:
    """Return an answer in JSON."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, json.dumps(body, indent=2).encode(), headers=named)


def redirect(address: str) -> Answer:
    """Return an answer that sends a browser on with a GET."""
    return Answer(303, headers={"Location": address})
