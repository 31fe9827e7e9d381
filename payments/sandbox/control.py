"""The control surface for tests, in JSON under /_sandbox/."""

import json
from collections.abc import Callable
from typing import Any

from payments.sandbox import accounts, charges, debits, deliveries, payment_intents, timers
from payments.sandbox.box import Box, Caller
from payments.sandbox.errors import StripeError
from payments.sandbox.faults import Fault
from payments.sandbox.http_messages import Answer, Request, as_json

Body = dict[str, Any]


def respond(box: Box, request: Request) -> Answer:
    """Carry out one control call."""
    name = request.path.removeprefix("/_sandbox/").strip("/")
    act = _CALLS.get((request.method, name))
    if act is None:
        known = sorted(f"{method} /_sandbox/{name}" for method, name in _CALLS)
        return as_json({"error": "no such control call", "known": known}, status=404)
    try:
        with box.storage.transaction():
            box.caller = Caller()
            return as_json(act(box, **json.loads(request.body or b"{}")))
    except (TypeError, ValueError) as failure:
        return as_json({"error": str(failure)}, status=400)
    except StripeError as error:
        return as_json(error.envelope(""), status=error.status)


def clock(box: Box) -> Body:
    """Return the sandbox's time."""
    return {"now": box.clock.now(), "ahead_by": box.clock.offset()}


def advance(box: Box, *, seconds: int = 0, days: int = 0) -> Body:
    """Move time forward, and let what becomes due happen."""
    box.clock.advance(seconds + days * 86_400)
    timers.run_due(box)
    return clock(box)


def reset(box: Box) -> Body:
    """Forget every object, key, delivery, fault and setting."""
    box.storage.clear()
    box.faults.clear()
    return {"reset": True}


def list_deliveries(box: Box) -> Body:
    """Return every delivery, and how many still wait."""
    listed = deliveries.listed(box)
    waiting = sum(not delivery["delivered"] for delivery in listed)
    return {"deliveries": listed, "waiting": waiting, "held": deliveries.is_held(box)}


def hold_deliveries(box: Box) -> Body:
    """Keep webhooks back."""
    deliveries.hold(box)
    return {"held": True}


def resume_deliveries(box: Box, *, newest_first: bool = False) -> Body:
    """Send the webhooks that were kept back, in either order."""
    deliveries.resume(box, newest_first=newest_first)
    return {"held": False}


def resend_delivery(box: Box, *, event: str) -> Body:
    """Send an event once more."""
    if not deliveries.resend(box, event):
        raise ValueError(f"there is no event {event}")
    return {"resent": event}


def set_webhook(box: Box, *, url: str, secret: str | None = None) -> Body:
    """Send webhooks to another address from now on; an empty one sends none."""
    box.storage.set_setting("webhook_url", url)
    box.storage.set_setting("webhook_secret", secret)
    return {"url": url}


def order_fault(box: Box, *, kind: str, path: str, **particulars: Any) -> Body:
    """Order a fault of the next matching call: drop_answer, fail or delay."""
    kind = {"drop_answer_once": "drop_answer", "fail_once": "fail"}.get(kind, kind)
    if kind not in ("drop_answer", "fail", "delay"):
        raise ValueError(f"unknown kind of fault: {kind}")
    box.faults.order(Fault(kind, path, **particulars))
    return {"faults": box.faults.waiting()}


def list_faults(box: Box) -> Body:
    """Return the faults that have not happened yet."""
    return {"faults": box.faults.waiting()}


def settlement(box: Box, *, held: bool) -> Body:
    """Hold back the balance transactions of new charges, or let them come."""
    charges.hold_settlement(box, held)
    return {"held": held}


def set_account_status(box: Box, *, account: str, stripe_transfers: str) -> Body:
    """Set the transfers capability of an account: active, pending, restricted or unsupported."""
    if stripe_transfers not in ("active", "pending", "restricted", "unsupported"):
        raise ValueError(f"unknown status: {stripe_transfers}")
    accounts.set_status(box, accounts.existing(box, account), stripe_transfers)
    return {"account": account, "stripe_transfers": stripe_transfers}


def end_debit(box: Box, *, payment_intent: str, outcome: str) -> Body:
    """Let the bank answer a debit that waits: succeeded or failed."""
    if outcome not in ("succeeded", "failed"):
        raise ValueError(f"unknown outcome: {outcome}")
    intent = payment_intents.retrieve(box, {}, payment_intent)
    if intent["status"] != "processing":
        raise ValueError(f"{payment_intent} does not wait for a bank")
    failure = ("insufficient_funds", "The account has insufficient funds.")
    ended = debits.conclude(box, intent, failure=failure if outcome == "failed" else None)
    return {"payment_intent": payment_intent, "status": ended["status"]}


_CALLS: dict[tuple[str, str], Callable[..., Body]] = {
    ("GET", "clock"): clock,
    ("POST", "clock/advance"): advance,
    ("POST", "reset"): reset,
    ("GET", "deliveries"): list_deliveries,
    ("POST", "deliveries/hold"): hold_deliveries,
    ("POST", "deliveries/resume"): resume_deliveries,
    ("POST", "deliveries/resend"): resend_delivery,
    ("POST", "webhook"): set_webhook,
    ("GET", "faults"): list_faults,
    ("POST", "faults"): order_fault,
    ("POST", "settlement"): settlement,
    ("POST", "accounts"): set_account_status,
    ("POST", "debits"): end_debit,
}
