"""Messages as the processor signs them, without waiting for it to send them."""

import hashlib
import hmac
import json
import time
from typing import Any

from tests.sandbox import WEBHOOK_SECRET, SandboxProcess

Message = tuple[str, str]


def signed(event: Any, *, secret: str = WEBHOOK_SECRET, age: int = 0) -> Message:
    """Body and signature of an event, signed `age` seconds ago."""
    body = json.dumps(event)
    return body, signature(body.encode(), secret=secret, age=age)


def signature(body: bytes, *, secret: str = WEBHOOK_SECRET, age: int = 0) -> str:
    """The header that makes any body the processor's."""
    at = int(time.time()) - age
    digest = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={digest}"


def told(sandbox: SandboxProcess, *types: str) -> list[Message]:
    """Everything that the processor has to tell of these types, or of all, oldest first."""
    criteria: Any = {"limit": 100, "types": list(types)} if types else {"limit": 100}
    events = list(sandbox.client().v1.events.list(criteria).auto_paging_iter())
    return [signed(event.to_dict()) for event in reversed(events)]
