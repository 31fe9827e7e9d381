"""The control surface for tests, in JSON under /_sandbox/."""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from local.stripe_sandbox import charges, deliveries, delivery_rules, happenings, timers
from local.stripe_sandbox.box import Box, Caller
from local.stripe_sandbox.errors import StripeError
from local.stripe_sandbox.faults import Fault
from local.stripe_sandbox.http_messages import Answer, Request, as_json

Body = dict[str, Any]
_RATE_LIMIT = {"status": 429, "code": "rate_limit", "message": "Too many requests. Slow down."}


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
    rules = asdict(delivery_rules.current(box))
    held = deliveries.is_held(box)
    return {"deliveries": listed, "waiting": waiting, "held": held, "rules": rules}


def hold_deliveries(box: Box) -> Body:
    """Keep webhooks back."""
    deliveries.hold(box)
    return {"held": True}


def resume_deliveries(box: Box, *, newest_first: bool = False, shuffled: bool = False) -> Body:
    """Send the webhooks that were kept back, in any order."""
    deliveries.resume(box, newest_first=newest_first, shuffled=shuffled)
    return {"held": False}


def rule_deliveries(box: Box, **rules: Any) -> Body:
    """Send events to come more than once, late, or not at all; without rules, all is well."""
    wanted = delivery_rules.Rules(**rules | {"withhold": tuple(rules.get("withhold", ()))})
    delivery_rules.set_rules(box, wanted)
    return {"rules": asdict(wanted)}


def release_deliveries(box: Box) -> Body:
    """Send the webhooks that were withheld."""
    deliveries.release(box)
    return {"rules": asdict(delivery_rules.current(box))}


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
    """Order a fault of the next matching call: drop_answer, fail, rate_limit or delay."""
    kind = {"drop_answer_once": "drop_answer", "fail_once": "fail"}.get(kind, kind)
    if kind == "rate_limit":
        kind, particulars = "fail", {**_RATE_LIMIT, **particulars}
    if kind not in ("drop_answer", "fail", "delay"):
        raise ValueError(f"unknown kind of fault: {kind}")
    box.faults.order(Fault(kind, path, **particulars))
    return {"faults": box.faults.waiting()}


def list_faults(box: Box) -> Body:
    """Return the faults that have not happened yet."""
    return {"faults": box.faults.waiting()}


def clear_faults(box: Box) -> Body:
    """Let no ordered fault happen any more."""
    box.faults.clear()
    return list_faults(box)


def settlement(box: Box, *, held: bool) -> Body:
    """Hold back the balance transactions of new charges, or let them come."""
    charges.hold_settlement(box, held)
    return {"held": held}


_CALLS: dict[tuple[str, str], Callable[..., Body]] = {
    ("GET", "clock"): clock,
    ("POST", "clock/advance"): advance,
    ("POST", "reset"): reset,
    ("GET", "deliveries"): list_deliveries,
    ("POST", "deliveries/hold"): hold_deliveries,
    ("POST", "deliveries/resume"): resume_deliveries,
    ("POST", "deliveries/rules"): rule_deliveries,
    ("POST", "deliveries/release"): release_deliveries,
    ("POST", "deliveries/resend"): resend_delivery,
    ("POST", "webhook"): set_webhook,
    ("GET", "faults"): list_faults,
    ("POST", "faults"): order_fault,
    ("POST", "faults/clear"): clear_faults,
    ("POST", "settlement"): settlement,
    ("POST", "accounts"): happenings.set_account_status,
    ("POST", "accounts/payday"): happenings.pay_account_out,
    ("POST", "debits"): happenings.end_debit,
    ("POST", "disputes"): happenings.open_dispute,
    ("POST", "disputes/end"): happenings.end_dispute,
    ("POST", "payouts"): happenings.end_payout,
    ("POST", "refunds"): happenings.end_refund,
    ("POST", "topups"): happenings.end_topup,
    ("POST", "fees"): happenings.charge_fee,
}
