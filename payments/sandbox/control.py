"""The control surface for tests, in JSON under /_sandbox/."""

import json
from collections.abc import Callable
from typing import Any

from payments.sandbox import (
    accounts,
    charges,
    debits,
    deliveries,
    dispute_steps,
    payment_intents,
    payout_steps,
    refunds,
    timers,
)
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


def set_account_status(
    box: Box, *, account: str, stripe_transfers: str | None = None, payouts: str | None = None
) -> Body:
    """Set capabilities of an account: active, pending, restricted or unsupported."""
    for status in (stripe_transfers, payouts):
        if status not in (None, "active", "pending", "restricted", "unsupported"):
            raise ValueError(f"unknown status: {status}")
    found = accounts.existing(box, account)
    if stripe_transfers:
        found = accounts.set_status(box, found, stripe_transfers)
    if payouts:
        found = accounts.set_payouts(box, found, payouts)
    return {
        "account": account,
        "stripe_transfers": found["_status"],
        "payouts": accounts.payouts_status(found),
    }


def end_payout(box: Box, *, payout: str, outcome: str) -> Body:
    """Let the bank answer a payout: paid or failed, which it may be even after it was paid."""
    found = box.storage.get(payout, "payout")
    if found is None or found["status"] not in ("pending", "in_transit", "paid"):
        raise ValueError(f"{payout} cannot end any more")
    if outcome not in ("paid", "failed"):
        raise ValueError(f"unknown outcome: {outcome}")
    if outcome == "failed":
        code, message = "account_closed", "The bank account has been closed."
        return {"payout": payout, "status": payout_steps.fail(box, found, code, message)["status"]}
    return {"payout": payout, "status": payout_steps.pay(box, found)["status"]}


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


def open_dispute(
    box: Box, *, charge: str, reason: str = "fraudulent", amount: int | None = None,
    inquiry: bool = False,
) -> Body:  # fmt: skip
    """Let the bank dispute a charge that succeeded, or inquire about it."""
    found = charges.existing(box, charge, param="charge")
    if found["status"] != "succeeded":
        raise ValueError(f"{charge} did not succeed")
    opened = dispute_steps.open_dispute(
        box, found, reason=reason, amount=amount, is_inquiry=inquiry
    )
    return {"dispute": opened["id"], "status": opened["status"]}


def end_dispute(box: Box, *, dispute: str, outcome: str) -> Body:
    """Let the bank decide a dispute: won, lost, or escalated from an inquiry."""
    found = box.storage.get(dispute, "dispute")
    if found is None or found["status"] not in dispute_steps.OPEN:
        raise ValueError(f"{dispute} is not open")
    if outcome not in ("won", "lost", "escalated"):
        raise ValueError(f"unknown outcome: {outcome}")
    if outcome == "escalated":
        ended = dispute_steps.escalate(box, found)
    else:
        ended = dispute_steps.conclude(box, found, outcome)
    return {"dispute": dispute, "status": ended["status"]}


def end_refund(box: Box, *, refund: str, outcome: str) -> Body:
    """Let a refund fail, whatever it was, or one that waits succeed."""
    found = refunds.retrieve(box, {}, refund)
    if outcome == "failed" and found["status"] in ("pending", "succeeded"):
        refunds.fail(box, found)
    elif outcome == "succeeded" and found["status"] == "pending":
        refunds.succeed(box, found)
    else:
        raise ValueError(f"a refund that is {found['status']} cannot become {outcome}")
    return {"refund": refund, "status": refunds.retrieve(box, {}, refund)["status"]}


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
    ("POST", "disputes"): open_dispute,
    ("POST", "disputes/end"): end_dispute,
    ("POST", "payouts"): end_payout,
    ("POST", "refunds"): end_refund,
}
