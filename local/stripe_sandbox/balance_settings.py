"""Balance settings: on which days an account's balance is paid out by itself."""

from datetime import UTC, datetime
from typing import Any

from local.stripe_sandbox import accounts, balance_transactions, events, payout_steps, timers
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import StripeError
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import Choice, Integer, Text
from local.stripe_sandbox.schema import Array, Struct
from local.stripe_sandbox.storage import Doc

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
SCHEDULE = Struct(
    {
        "interval": Choice("daily", "manual", "monthly", "weekly"),
        "monthly_payout_days": Array(Integer(1, 31)),
        "weekly_payout_days": Array(Choice(*WEEKDAYS)),
    }
)
UPDATE = parameters(
    payments=Struct({"payouts": Struct({"schedule": SCHEDULE, "statement_descriptor": Text(22)})})
)
RETRIEVE = parameters()
# The platform decides about its own money by hand: it owes most of it to people.
_FIRST = {"": {"interval": "manual"}}
_DAILY = {"interval": "daily"}


def retrieve(box: Box, params: Doc) -> Doc:
    """Return the settings of the platform, or of the account called for."""
    account = box.caller.account
    able = not account or accounts.can_pay_out(accounts.existing(box, account))
    return {
        "object": "balance_settings",
        "payments": {
            "debit_negative_balances": False,
            "payouts": {
                "minimum_balance_by_currency": None,
                "schedule": schedule(box, account),
                "statement_descriptor": None,
                "status": "enabled" if able else "disabled",
            },
            "settlement_timing": {"delay_days": balance_transactions.PENDING_DAYS},
        },
    }


def update(box: Box, params: Doc) -> Doc:
    """Change the schedule of an account; the platform's stays manual."""
    account = box.caller.account
    wanted = params.get("payments", {}).get("payouts", {}).get("schedule", {})
    if not account and wanted.get("interval", "manual") != "manual":
        raise StripeError(
            "The sandbox pays the platform out by hand only.",
            param="payments[payouts][schedule][interval]",
        )
    if account and wanted:
        found = accounts.existing(box, account)
        box.storage.save(found | {"_schedule": _filled(wanted)})
        balance_transactions.pay_out_soon(box, account)
    settings = retrieve(box, {})
    events.emit(box, "balance_settings.updated", settings, account=account)
    return settings


def schedule(box: Box, account: str) -> Doc:
    """Return when a balance is paid out."""
    found = box.storage.get(account, "v2.core.account") or {}
    kept: Doc = found.get("_schedule") or _FIRST.get(account, _DAILY)
    return kept


@timers.on("payday")
def pay_out(box: Box, account: str) -> None:
    """Pay out everything available in an account, if this is one of its days."""
    found = box.storage.get(account, "v2.core.account")
    if found is None or not accounts.can_pay_out(found):
        return
    wanted = schedule(box, account)
    if wanted["interval"] == "manual":
        return
    amounts: list[dict[str, Any]] = [
        entry
        for entry in balance_transactions.current_balance(box, account)["available"]
        if entry["amount"] > 0
    ]
    if not _is_payday(box, wanted):
        if amounts:
            balance_transactions.pay_out_soon(box, account)
        return
    for entry in amounts:
        payout_steps.make(
            box, account=account, amount=entry["amount"], currency=entry["currency"],
            automatic=True, params={},
        )  # fmt: skip


def _filled(wanted: Doc) -> Doc:
    interval = wanted.get("interval", "daily")
    days: Doc = {"interval": interval}
    if interval == "weekly":
        days["weekly_payout_days"] = wanted.get("weekly_payout_days", ["friday"])
    if interval == "monthly":
        days["monthly_payout_days"] = wanted.get("monthly_payout_days", [1])
    return days


def _is_payday(box: Box, wanted: Doc) -> bool:
    today = datetime.fromtimestamp(box.clock.now(), UTC)
    if wanted["interval"] == "weekly":
        return f"{today:%A}".lower() in wanted["weekly_payout_days"]
    if wanted["interval"] == "monthly":
        return today.day in wanted["monthly_payout_days"]
    return True


NOUN = Noun(
    routes=(
        Route("GET", "/v1/balance_settings", RETRIEVE, retrieve, on_accounts=True),
        Route("POST", "/v1/balance_settings", UPDATE, update, on_accounts=True),
    )
)
