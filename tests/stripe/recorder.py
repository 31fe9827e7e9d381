"""An HTTP client of the library that notes every call that passes through it."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import stripe

from local.stripe_sandbox import forms
from tests.stripe.official_document import request_schema, typed


@dataclass(frozen=True)
class Call:
    """One call and its answer, as they went over the wire."""

    method: str
    path: str
    params: dict[str, Any]
    status: int
    answer: dict[str, Any]


class Recorder(stripe.RequestsClient):
    """Sends as always, and keeps what was sent and what came back."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[Call] = []

    def request(self, method: str, url: str, headers: Any, post_data: Any = None) -> Any:
        body, status, answered = super().request(method, url, headers, post_data)
        parts = urlsplit(url)
        sent = _params(method.upper(), parts.path, post_data or parts.query, headers)
        self.calls.append(Call(method.upper(), parts.path, sent, status, json.loads(body)))
        return body, status, answered


def _params(method: str, path: str, sent: str | bytes, headers: Any) -> dict[str, Any]:
    content_type = headers.get("Content-Type", "")
    if content_type.startswith("multipart/form-data") and isinstance(sent, bytes):
        parts = forms.decode_multipart(content_type, sent)
        return {name: getattr(part, "name", part) for name, part in parts.items()}
    text = sent.decode() if isinstance(sent, bytes) else sent
    if path.startswith("/v2/") and method == "POST":
        read: dict[str, Any] = json.loads(text or "{}")
        return read
    tree: dict[str, Any] = typed(request_schema(method, path), forms.decode(text))
    return tree
