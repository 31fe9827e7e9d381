"""What an account's capabilities are, and what is asked of it before they are more."""

from typing import Any

from local.stripe_sandbox.storage import Doc

CAPABILITY = "stripe_balance.stripe_transfers"
PAYOUTS_CAPABILITY = "stripe_balance.payouts"

BANK = {"description": "external_account", "due": None, "overdue": True}
IDENTITY = {"description": "identity.individual.documents.primary_verification", "due": None}
_DETAILS = {
    "pending": ("requirements_pending_verification", "no_resolution"),
    "restricted": ("requirements_past_due", "provide_info"),
    "unsupported": ("restricted_other", "contact_stripe"),
}


def payouts_status(account: Doc) -> str | None:
    """Return the status of the payouts capability; it never exceeds that of transfers."""
    if account["_status"] != "active":
        return str(account["_status"]) if account["_status"] else None
    return str(account.get("_payouts") or "active")


def capability(status: str | None) -> Doc:
    """Return a capability with the reason why it is not active."""
    code, resolution = _DETAILS.get(status or "", ("", ""))
    details = [{"code": code, "resolution": resolution}] if code else []
    return {"status": status, "status_details": details}


def requirements(account: Doc) -> Doc:
    """Return what the person, or Stripe, has yet to do."""
    restricted = CAPABILITY if account["_status"] != "active" else PAYOUTS_CAPABILITY
    waits = payouts_status(account) == "pending"
    entries = [_entry(each, restricted, waits=waits) for each in _asked(account)]
    if not entries:
        return {"entries": []}
    soonest = min((entry["minimum_deadline"] for entry in entries), key=_urgency)
    return {"entries": entries, "summary": {"minimum_deadline": soonest}}


def _asked(account: Doc) -> list[Doc]:
    asked: list[Doc] = account.get("_asks") or []
    first: dict[str | None, list[Doc]] = {"pending": [IDENTITY], "restricted": [BANK]}
    return asked or first.get(payouts_status(account), [])


def _entry(asked: Doc, restricted: str, *, waits: bool) -> Doc:
    deadline: dict[str, Any] = {"status": "past_due" if asked.get("overdue") else "currently_due"}
    if asked["due"]:
        deadline["time"] = asked["due"]
    return {
        "awaiting_action_from": "stripe" if waits else "user",
        "description": asked["description"],
        "errors": [],
        "impact": {
            "restricts_capabilities": [
                {"capability": restricted, "configuration": "recipient", "deadline": deadline}
            ]
        },
        "minimum_deadline": deadline,
        "requested_reasons": [{"code": "routine_onboarding"}],
    }


def _urgency(deadline: Doc) -> tuple[bool, str]:
    return deadline["status"] != "past_due", str(deadline.get("time") or "9999")
