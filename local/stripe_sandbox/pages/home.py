"""The control page for people: time, webhooks, and what happened last."""

import json
from datetime import UTC, datetime
from typing import Any

from local.stripe_sandbox import deliveries, timers
from local.stripe_sandbox.balance_transactions import current_balance
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.clock import DAY
from local.stripe_sandbox.currencies import shown
from local.stripe_sandbox.http_messages import Answer, redirect
from local.stripe_sandbox.pages import happenings
from local.stripe_sandbox.pages.templates import Markup, fragment, fragments, page

SHOWN = 15


def show(box: Box, fields: dict[str, str]) -> Answer:
    """Show the sandbox's state on one screen."""
    held = deliveries.is_held(box)
    body = fragment(
        "home",
        now=datetime.fromtimestamp(box.clock.now(), UTC).strftime("%d %B %Y, %H:%M UTC"),
        webhook=box.endpoint().url or "no webhook address is set",
        held="held back" if held else "on",
        held_action="resume" if held else "hold",
        held_label="Send what waits" if held else "Hold webhooks back",
        happenings=happenings.sections(box),
        balance=fragments("home_balance", _balance(box)),
        events=fragments("home_event", _events(box))
        or Markup("<li>Nothing has happened yet.</li>"),
    )
    return page("Stripe sandbox", body)


def move_time(box: Box, fields: dict[str, str]) -> Answer:
    """Move time forward by what the pressed button says."""
    for unit, seconds in (("days", DAY), ("minutes", 60)):
        count = fields.get(unit, "")
        box.clock.advance(int(count) * seconds if count.isascii() and count.isdigit() else 0)
    timers.run_due(box)
    return redirect("/")


def hold_or_resume(box: Box, fields: dict[str, str]) -> Answer:
    """Hold webhooks back, or send what waits."""
    if fields.get("act") == "hold":
        deliveries.hold(box)
    else:
        deliveries.resume(box)
    return redirect("/")


def _balance(box: Box) -> list[dict[str, Any]]:
    balance = current_balance(box)
    return [
        {
            "currency": available["currency"].upper(),
            "available": shown(available["amount"], available["currency"]),
            "pending": shown(pending["amount"], pending["currency"]),
        }
        for available, pending in zip(balance["available"], balance["pending"], strict=True)
    ]


def _events(box: Box) -> list[dict[str, Any]]:
    rows = box.storage.execute(
        "SELECT objects.doc, MAX(deliveries.delivered) AS delivered, deliveries.answer "
        "FROM objects LEFT JOIN deliveries ON deliveries.event = objects.id "
        "WHERE objects.type IN ('event', 'v2.core.event') "
        "GROUP BY objects.seq ORDER BY objects.seq DESC LIMIT ?",
        SHOWN,
    )
    return [_event(json.loads(row["doc"]), row["delivered"], row["answer"]) for row in rows]


def _event(event: dict[str, Any], delivered: int | None, answer: str | None) -> dict[str, Any]:
    subject = event.get("related_object") or event["data"]["object"]
    state = "sent" if delivered else f"waits ({answer or 'not tried yet'})"
    return {
        "type": event["type"],
        "subject": subject.get("id", ""),
        "state": "no webhook" if delivered is None else state,
    }
