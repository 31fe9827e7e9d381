"""A browser without a screen: sends forms and tells where it was sent on to."""

import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Any

CARD = {
    "email": "payer@example.com",
    "card_expiry": "12 / 34",
    "card_cvc": "123",
    "name": "Pia Payer",
    "country": "DE",
}


@dataclass(frozen=True)
class Seen:
    """What came back: the status, the page, and the address of a redirect."""

    status: int
    text: str
    location: str | None


class Browser:
    """Follows no redirect, so that a test sees each step."""

    def __init__(self) -> None:
        self._opener = urllib.request.build_opener(_Stay)

    def get(self, url: str, **headers: str) -> Seen:
        """Open a page."""
        return self._open(urllib.request.Request(url, headers=headers))

    def post(self, url: str, headers: dict[str, str] | None = None, /, **fields: str) -> Seen:
        """Send a form."""
        body = urllib.parse.urlencode(fields).encode()
        return self._open(urllib.request.Request(url, body, headers or {}))

    def pay(self, url: str, number: str = "4242 4242 4242 4242", **fields: str) -> Seen:
        """Send the checkout form with a card."""
        return self.post(url, **{**CARD, "card_number": number, **fields})

    def debit(self, url: str, kind: str, **fields: str) -> Seen:
        """Send the checkout form with a bank account."""
        holder = {"email": CARD["email"], "name": CARD["name"], "routing_number": "110000000"}
        return self.post(url, **{**holder, "method": kind, **fields})

    def _open(self, request: urllib.request.Request) -> Seen:
        try:
            with self._opener.open(request, timeout=10) as answer:
                return Seen(answer.status, answer.read().decode(), None)
        except urllib.error.HTTPError as answer:
            return Seen(answer.code, answer.read().decode(), answer.headers.get("Location"))


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None
