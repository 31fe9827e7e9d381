"""A small Express dashboard: what an account was paid."""

from datetime import UTC, datetime
from typing import Any

from local.stripe_sandbox import accounts
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.currencies import shown
from local.stripe_sandbox.http_messages import Answer
from local.stripe_sandbox.pages.templates import Markup, fragment, fragments, notice, page
from local.stripe_sandbox.storage import Doc


def show(box: Box, fields: dict[str, str], id: str) -> Answer:
    """Show an account's earnings and where they are paid out to."""
    link = box.storage.get(id, "login_link")
    if link is None:
        return notice("There is no such page", "The address may be mistyped.", status=404)
    account = accounts.existing(box, link["_account"])
    transfers = box.storage.find("transfer", destination=account["id"])[::-1]
    payouts = box.storage.find("payout", _account=account["id"])[::-1]
    rows = fragments("express_row", [_row(transfer) for transfer in transfers])
    body = fragment(
        "express",
        name=account["display_name"] or account["id"],
        last4=account["_payout_account"] or "none",
        totals=fragments("express_total", _totals(transfers)),
        payouts=fragments("express_payout", [_payout(each) for each in payouts])
        or Markup('<tr><td colspan="3">Nothing was paid out yet.</td></tr>'),
        rows=rows or Markup('<tr><td colspan="3">Nothing was paid yet.</td></tr>'),
    )
    return page("Earnings", body)


def _row(transfer: Doc) -> dict[str, Any]:
    day = datetime.fromtimestamp(transfer["created"], UTC).strftime("%d %b %Y")
    return {
        "day": day,
        "what": transfer["description"] or transfer["id"],
        "amount": shown(transfer["amount"] - transfer["amount_reversed"], transfer["currency"]),
    }


def _payout(payout: Doc) -> dict[str, Any]:
    day = datetime.fromtimestamp(payout["arrival_date"], UTC).strftime("%d %b %Y")
    why = f": {payout['failure_message']}" if payout["failure_message"] else ""
    state = payout["status"].replace("_", " ") + why
    return {"day": day, "state": state, "amount": shown(payout["amount"], payout["currency"])}


def _totals(transfers: list[Doc]) -> list[dict[str, Any]]:
    sums: dict[str, int] = {}
    for transfer in transfers:
        left = transfer["amount"] - transfer["amount_reversed"]
        sums[transfer["currency"]] = sums.get(transfer["currency"], 0) + left
    return [{"amount": shown(total, currency)} for currency, total in (sums or {"usd": 0}).items()]
