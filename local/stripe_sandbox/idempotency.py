"""The same key and parameters get the same answer; the same key with others is an error."""

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from local.stripe_sandbox.box import Box
from local.stripe_sandbox.clock import DAY
from local.stripe_sandbox.errors import InvalidParameters, StripeError
from local.stripe_sandbox.http_messages import Answer

_LIFETIMES = {"v1": DAY, "v2": 30 * DAY}
_in_progress: set[str] = set()
_lock = threading.Lock()


@contextmanager
def hold(key: str | None) -> Iterator[None]:
    """Keep a key for one request at a time; a second one at once is refused."""
    if key is None:
        yield
        return
    with _lock:
        if key in _in_progress:
            raise _in_use(key)
        _in_progress.add(key)
    try:
        yield
    finally:
        with _lock:
            _in_progress.discard(key)


def key_of(method: str, headers: dict[str, str]) -> str | None:
    """Return the key of a request that may have one; reads need none."""
    key = headers.get("idempotency-key") if method == "POST" else None
    if key is not None and not 1 <= len(key) <= 255:
        raise InvalidParameters("Idempotency keys are 1 to 255 characters long.")
    return key


def fingerprint(params: dict[str, Any]) -> str:
    """Return a digest of parameters as they were sent, whatever their order."""
    written = json.dumps(params, sort_keys=True, default=lambda file: file.digest)
    return hashlib.sha256(written.encode()).hexdigest()


def replay(box: Box, key: str | None, endpoint: str, params: dict[str, Any]) -> Answer | None:
    """Return the stored answer of a key, or refuse a key that was used for something else."""
    rows = box.storage.execute("SELECT * FROM idempotency_keys WHERE key = ?", key)
    if not rows or rows[0]["created"] + _lifetime(endpoint) <= box.clock.now():
        return None
    if rows[0]["endpoint"] != endpoint:
        raise _reused(key, f"for the same endpoint they were first used for "
                           f"('{rows[0]['endpoint']}' vs '{endpoint}')")  # fmt: skip
    if rows[0]["fingerprint"] != fingerprint(params):
        raise _reused(key, "with the same parameters they were first used with")
    return Answer(
        rows[0]["status"],
        rows[0]["body"].encode(),
        headers={"Idempotent-Replayed": "true", "Original-Request": rows[0]["request_id"]},
    )


def remember(
    box: Box, key: str | None, endpoint: str, params: dict[str, Any], answer: Answer
) -> None:
    """Store the answer of a key, in the transaction of the work that it tells of."""
    if key is None or (endpoint.startswith("/v2") and answer.status >= 400):
        return  # v2 carries a failed request out again instead of repeating its failure
    box.storage.execute(
        "INSERT OR REPLACE INTO idempotency_keys VALUES (?, ?, ?, ?, ?, ?, ?)",
        key, endpoint, fingerprint(params), answer.status, answer.body.decode(),
        box.caller.request_id, box.clock.now(),
    )  # fmt: skip


def _lifetime(endpoint: str) -> int:
    return _LIFETIMES[endpoint[1:3]]


def _reused(key: str | None, rule: str) -> StripeError:
    return InvalidParameters(
        f"Keys for idempotent requests can only be used {rule}. Try using a key other than "
        f"'{key}' if you meant to execute a different request.",
        type="idempotency_error",
    )


def _in_use(key: str) -> StripeError:
    return StripeError(
        "There is currently another in-progress request using this Idempotent Key (that probably "
        f"means you submitted twice, and the other request is still going through): {key}. "
        "Please try again later.",
        status=409,
        type="idempotency_error",
        code="idempotency_key_in_use",
    )
