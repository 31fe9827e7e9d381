"""Webhook deliveries: queued with the event, tried until the receiver answers 2xx."""

import time
from dataclasses import replace
from typing import Any

from local.stripe_sandbox import delivery_rules
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.storage import Doc

# Seconds until the next attempt; Stripe waits hours, a developer's machine need not.
BACKOFF = (0.5, 1, 2, 4, 8, 15, 30, 60)
_ORDERS = {"oldest_first": "seq", "newest_first": "seq DESC", "shuffled": "RANDOM()"}


def queue(box: Box, event: Doc) -> None:
    """Queue an event for the webhook endpoint, if there is one, as the rules say."""
    if not box.endpoint().url:
        return
    for attempt in delivery_rules.first_attempts(box, event["type"]):
        box.storage.execute(
            "INSERT INTO deliveries (event, type, next_attempt) VALUES (?, ?, ?)",
            event["id"], event["type"], attempt,
        )  # fmt: skip


def next_due(box: Box) -> dict[str, Any] | None:
    """Return the delivery to try now, oldest event first unless told otherwise."""
    if is_held(box):
        return None
    order = _ORDERS[box.storage.setting("delivery_order") or "oldest_first"]
    rows = box.storage.execute(
        "SELECT * FROM deliveries WHERE delivered = 0 AND next_attempt <= ? "
        f"ORDER BY {order} LIMIT 1",
        time.time(),
    )
    return dict(rows[0]) if rows else None


def record(box: Box, delivery: dict[str, Any], *, delivered: bool, answer: str) -> None:
    """Note the outcome of an attempt, and when to try again."""
    wait = BACKOFF[min(delivery["attempts"], len(BACKOFF) - 1)]
    with box.storage.transaction():
        box.storage.execute(
            "UPDATE deliveries SET attempts = attempts + 1, delivered = ?, answer = ?, "
            "next_attempt = ? WHERE seq = ?",
            int(delivered), answer, time.time() + wait, delivery["seq"],
        )  # fmt: skip
        event = box.storage.get(delivery["event"])
        if delivered and event and event.get("pending_webhooks"):
            box.storage.save({**event, "pending_webhooks": 0})


def resend(box: Box, event_id: str) -> bool:
    """Queue an event once more, delivered or not; return whether it exists."""
    event = box.storage.get(event_id)
    if event is None or event["object"] not in ("event", "v2.core.event"):
        return False
    queue(box, event)
    return True


def hold(box: Box) -> None:
    """Send nothing until resumed."""
    box.storage.set_setting("deliveries_held", "yes")


def resume(box: Box, *, newest_first: bool = False, shuffled: bool = False) -> None:
    """Send what waits, at once and in the order wanted; what is withheld stays so."""
    order = "shuffled" if shuffled else "newest_first" if newest_first else None
    box.storage.set_setting("deliveries_held", None)
    box.storage.set_setting("delivery_order", order)
    box.storage.execute(
        "UPDATE deliveries SET next_attempt = 0 WHERE delivered = 0 AND next_attempt < ?",
        delivery_rules.NEVER,
    )


def release(box: Box) -> None:
    """Send what was withheld, and withhold nothing more."""
    delivery_rules.set_rules(box, replace(delivery_rules.current(box), withhold=()))
    box.storage.execute("UPDATE deliveries SET next_attempt = 0 WHERE delivered = 0")


def is_held(box: Box) -> bool:
    """Return whether deliveries wait for `resume`."""
    return box.storage.setting("deliveries_held") == "yes"


def listed(box: Box) -> list[dict[str, Any]]:
    """Return every delivery, oldest first, in plain values."""
    rows = box.storage.execute("SELECT * FROM deliveries ORDER BY seq")
    return [
        {
            "event": row["event"], "type": row["type"], "attempts": row["attempts"],
            "delivered": bool(row["delivered"]), "answer": row["answer"],
        }
        for row in rows
    ]  # fmt: skip
