"""The control page's lists of what can be let happen by hand, each with its buttons."""

from collections.abc import Callable
from typing import Any

from local.stripe_sandbox import account_requirements as accounts
from local.stripe_sandbox import happenings
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.currencies import shown
from local.stripe_sandbox.dispute_steps import OPEN
from local.stripe_sandbox.errors import StripeError
from local.stripe_sandbox.http_messages import Answer, redirect
from local.stripe_sandbox.pages.templates import Markup, fragment, fragments, notice
from local.stripe_sandbox.storage import Doc

SHOWN = 8
# What a button sends, as a field and its value, and what it says.
Button = tuple[str, str, str]
_ACTS: dict[str, Callable[..., Any]] = {
    "account": happenings.set_account_status,
    "debit": happenings.end_debit,
    "charge": happenings.open_dispute,
    "dispute": happenings.end_dispute,
    "payout": happenings.end_payout,
    "refund": happenings.end_refund,
}
_NAMES = {"debit": "payment_intent"}


def act(box: Box, fields: dict[str, str], name: str) -> Answer:
    """Let the thing of the pressed button happen."""
    happen = _ACTS.get(name)
    if happen is None:
        return notice("There is no such act", "The address may be mistyped.", status=404)
    try:
        happen(box, **fields)
    except (TypeError, ValueError, StripeError) as failure:
        return notice("That cannot happen", str(failure), status=409)
    return redirect("/")


def sections(box: Box) -> Markup:
    """Return a list for each kind of thing that something can happen to."""
    lists = (
        ("Accounts", "account", box.storage.find("v2.core.account"), _account),
        ("Debits under way", "debit", _of(box, "payment_intent", "processing"), _money),
        ("Charges", "charge", _of(box, "charge", "succeeded"), _money),
        ("Open disputes", "dispute", _of(box, "dispute", *OPEN), _money),
        ("Refunds", "refund", _of(box, "refund", "pending", "succeeded"), _money),
        ("Payouts", "payout", _of(box, "payout", "pending", "in_transit", "paid"), _money),
    )
    return Markup(
        "".join(
            fragment(
                "happenings",
                title=title,
                rows=Markup("".join(_row(kind, doc, tell(doc)) for doc in docs[::-1][:SHOWN])),
            )
            for title, kind, docs, tell in lists
            if docs
        )
    )


def _of(box: Box, type: str, *states: str) -> list[Doc]:
    return [doc for doc in box.storage.find(type) if doc["status"] in states]


def _account(account: Doc) -> tuple[str, str]:
    state = f"transfers {account['_status']}, payouts {accounts.payouts_status(account)}"
    return account["display_name"] or account["id"], state


def _money(doc: Doc) -> tuple[str, str]:
    state = doc["status"].replace("warning", "inquiry").replace("_", " ")
    disputed = ", disputed" if doc.get("disputed") else ""
    whose = f", of {doc['_account']}" if doc.get("_account") else ""
    return shown(doc["amount"], doc["currency"]), state + disputed + whose


def _row(kind: str, doc: Doc, told: tuple[str, str]) -> Markup:
    rows = [
        {
            "act": kind, "subject": _NAMES.get(kind, kind), "id": doc["id"], "name": name,
            "value": value, "label": label,
        }
        for name, value, label in _buttons(kind, doc)
    ]  # fmt: skip
    buttons = fragments("happening_button", rows)
    return fragment("happening", what=told[0], state=told[1], id=doc["id"], buttons=buttons)


def _buttons(kind: str, doc: Doc) -> list[Button]:
    if kind == "account":
        words = {"active": "Activate", "restricted": "Restrict", "unsupported": "Disable"}
        return [
            ("stripe_transfers", status, label)
            for status, label in words.items()
            if status != doc["_status"]
        ]
    if kind == "charge":
        ways = [("reason", "fraudulent", "Dispute"), ("inquiry", "yes", "Inquire")]
        return [] if doc["disputed"] else ways
    if kind == "debit":
        return [("outcome", "succeeded", "Let it succeed"), ("outcome", "failed", "Let it fail")]
    if kind == "dispute":
        more = [("outcome", "escalated", "Escalate")] if "warning" in doc["status"] else []
        return [("outcome", "won", "Win"), ("outcome", "lost", "Lose"), *more]
    done = {"refund": "succeeded", "payout": "paid"}[kind]
    fail = ("outcome", "failed", "Let it fail")
    if doc["status"] == done:
        return [fail]
    return [("outcome", done, "Let it arrive"), fail]
