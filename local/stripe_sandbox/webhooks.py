"""The thread that signs webhooks and sends them."""

import hashlib
import hmac
import json
import threading
import time
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import Any

from local.stripe_sandbox import deliveries, timers
from local.stripe_sandbox.box import Box, Caller, Endpoint
from local.stripe_sandbox.storage import Doc, public

POLL_SECONDS = 0.1
TIMEOUT_SECONDS = 15


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


# No proxy, no redirect: a webhook goes to the address that was set, or nowhere.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect)


def signature(body: bytes, secret: str, *, at: int) -> str:
    """Return the Stripe-Signature header: HMAC-SHA256 of the time stamp and the raw body."""
    signed = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={signed}"


def payload(event: Doc) -> bytes:
    """Return what is sent: a snapshot whole, a thin event without its data."""
    sent = public(event)
    if event["object"] == "v2.core.event":
        sent = {name: value for name, value in sent.items() if name not in ("data", "changes")}
    return json.dumps(sent).encode()


class Sender:
    """Sends what is due, one after the other, and lets the sandbox's timers run."""

    def __init__(self, box: Box) -> None:
        self._box = box
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="webhooks", daemon=True)

    def start(self) -> None:
        """Begin sending."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the attempt under way and end."""
        self._stop.set()
        self._thread.join(timeout=2)

    def _run(self) -> None:
        ticked = 0.0
        while not self._stop.is_set():
            if time.monotonic() - ticked >= 1:
                ticked = time.monotonic()
                self._tick()
            delivery = deliveries.next_due(self._box)
            if delivery:
                self._attempt(delivery)
            else:
                self._stop.wait(POLL_SECONDS)

    def _tick(self) -> None:
        with self._box.storage.transaction():
            self._box.caller = Caller()
            timers.run_due(self._box)

    def _attempt(self, delivery: dict[str, Any]) -> None:
        with self._box.storage.transaction():  # the event goes where webhooks went at its time
            event, endpoint = self._box.storage.get(delivery["event"]), self._box.endpoint()
        delivered, answer = self._send(event, endpoint) if event else (True, "event is gone")
        deliveries.record(self._box, delivery, delivered=delivered, answer=answer)

    def _send(self, event: Doc, endpoint: Endpoint) -> tuple[bool, str]:
        """Return whether the receiver answered 2xx, and what it said."""
        body = payload(event)
        # Signed by the machine's clock: receivers compare the time stamp with theirs.
        header = signature(body, endpoint.secret or "", at=int(time.time()))
        request = urllib.request.Request(
            endpoint.url or "",
            body,
            {
                "Content-Type": "application/json; charset=utf-8",
                "Stripe-Signature": header,
                "User-Agent": "Stripe/1.0 (+https://docs.stripe.com/webhooks)",
            },
        )
        try:
            with _opener.open(request, timeout=TIMEOUT_SECONDS) as received:
                return True, str(received.status)
        except urllib.error.HTTPError as refused:
            refused.close()
            return False, str(refused.code)
        except (OSError, HTTPException, ValueError) as failure:
            return False, f"{type(failure).__name__}: {failure}"
