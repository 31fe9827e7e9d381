"""Accounts of the v2 API: people whom the platform pays."""

import json
from typing import Any

from local.stripe_sandbox import balance_transactions, external_accounts, ids, thin_events
from local.stripe_sandbox.account_parameters import (
    CLOSE,
    CREATE,
    INCLUDABLE,
    LIST,
    RETRIEVE,
    UPDATE,
)
from local.stripe_sandbox.account_requirements import (
    CAPABILITY,
    PAYOUTS_CAPABILITY,
    capability,
    payouts_status,
    requirements,
)
from local.stripe_sandbox.bank_accounts import PAYOUT_FAILURES
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import StripeError
from local.stripe_sandbox.routing import Noun, Route
from local.stripe_sandbox.storage import Doc


def create(box: Box, params: Doc) -> Doc:
    """Create an account; what it may receive stays restricted until it is onboarded."""
    _refuse_responsibilities(params)
    account = box.storage.insert(
        {
            "id": ids.new("acct"),
            "object": "v2.core.account",
            "applied_configurations": [],
            "closed": False,
            "contact_email": params.get("contact_email"),
            "created": box.clock.stamp(),
            "dashboard": params.get("dashboard"),
            "display_name": params.get("display_name"),
            "livemode": False,
            "metadata": params.get("metadata", {}),
            "_defaults": _defaults(params),
            "_identity": params.get("identity", {}),
            "_asks": [],
            "_bank": None,
            "_payout_account": None,
            "_payout_failure": None,
            "_payouts": None,
            "_schedule": None,
            "_status": None,
        }
    )
    account = box.storage.save(_with_recipient(account, params))
    thin_events.emit(box, "v2.core.account.created", account)
    return shown(account, params.get("include", []))


def update(box: Box, params: Doc, id: str) -> Doc:
    """Change the given fields of an account."""
    account = _open(box, id)
    for name in ("contact_email", "dashboard", "display_name"):
        account[name] = params.get(name, account[name])
    account["metadata"] = account["metadata"] | params.get("metadata", {})
    account["_identity"] = account["_identity"] | params.get("identity", {})
    account["_defaults"] = account["_defaults"] | params.get("defaults", {})
    account = box.storage.save(_with_recipient(account, params))
    thin_events.emit(box, "v2.core.account.updated", account)
    return shown(account, params.get("include", []))


def close(box: Box, params: Doc, id: str) -> Doc:
    """Close an account that holds no money; nothing can be done with it any more."""
    account = _open(box, id)
    balance = balance_transactions.current_balance(box, id)
    if any(entry["amount"] for entry in balance["available"] + balance["pending"]):
        raise StripeError("Accounts can only be closed once their balances are zero.")
    account = set_status(box, account | {"closed": True}, "unsupported")
    thin_events.emit(box, "v2.core.account.closed", account)
    return shown(account, [])


def retrieve(box: Box, params: Doc, id: str) -> Doc:
    """Return an account with the parts that `include` asks for."""
    return shown(existing(box, id), params.get("include", []))


def list_(box: Box, params: Doc) -> Doc:
    """Return accounts, newest first."""
    rows = box.storage.execute(
        "SELECT doc FROM objects WHERE type = 'v2.core.account' ORDER BY seq DESC LIMIT ?",
        params.get("limit", 20),
    )
    data = [shown(json.loads(row["doc"]), []) for row in rows]
    return {"data": data, "next_page_url": None, "previous_page_url": None}


def existing(box: Box, id: str) -> Doc:
    """Return the stored account, or raise the v2 API's error."""
    account = box.storage.get(id, "v2.core.account")
    if account is None:
        raise StripeError(
            f"The account {id} does not exist, or you do not have access to it.",
            status=404, code="not_found",
        )  # fmt: skip
    return account


def _open(box: Box, id: str) -> Doc:
    account = existing(box, id)
    if account["closed"]:
        raise StripeError(f"The account {id} is closed.", code="account_closed")
    return account


def can_receive_transfers(account: Doc) -> bool:
    """Return whether the transfers capability of an account is active."""
    return bool(account["_status"] == "active")


def can_pay_out(account: Doc) -> bool:
    """Return whether the account's balance may leave for its bank."""
    return payouts_status(account) == "active"


def onboard(box: Box, account: Doc, *, name: str, country: str, payout_account: str) -> Doc:
    """Take down what a person filled in; their transfers become possible."""
    account["display_name"] = account["display_name"] or name
    account["_identity"] = account["_identity"] | {"country": country.lower()}
    account["_payout_account"] = payout_account[-4:]
    account["_payout_failure"] = PAYOUT_FAILURES.get(payout_account)
    account |= {
        "_bank": external_accounts.name(
            box, account=account["id"], holder=name, country=country, number=payout_account
        ),
        "_asks": [],
        "_payouts": None,
    }
    account = box.storage.save(account)
    thin_events.emit(box, "v2.core.account[identity].updated", account)
    return set_status(box, account, "active")


def set_status(box: Box, account: Doc, status: str) -> Doc:
    """Change what the transfers capability is, and tell of it."""
    account = box.storage.save(account | {"_status": status})
    _tell_of_capability(box, account, CAPABILITY)
    if can_pay_out(account):
        balance_transactions.pay_out_soon(box, account["id"])
    return account


def set_payouts(box: Box, account: Doc, status: str) -> Doc:
    """Change what the payouts capability alone is, and tell of it."""
    account = box.storage.save(account | {"_payouts": status})
    _tell_of_capability(box, account, PAYOUTS_CAPABILITY)
    if can_pay_out(account):
        balance_transactions.pay_out_soon(box, account["id"])
    return account


def _tell_of_capability(box: Box, account: Doc, capability: str) -> None:
    thin_events.emit(box, "v2.core.account[requirements].updated", account)
    thin_events.emit(
        box,
        "v2.core.account[configuration.recipient].capability_status_updated",
        account,
        data={"updated_capability": capability},
    )


def shown(account: Doc, include: list[str]) -> Doc:
    """Return an account; the large parts are null unless they were asked for."""
    parts: dict[str, Any] = {
        "configuration.recipient": _recipient(account),
        "defaults": account["_defaults"],
        "identity": account["_identity"],
        "requirements": requirements(account),
    }
    doc = {name: value for name, value in account.items() if not name.startswith("_")}
    for name in ("configuration", *INCLUDABLE):
        if "." not in name:
            doc[name] = parts.get(name) if name in include else None
    if "configuration.recipient" in include:
        doc["configuration"] = {"recipient": parts["configuration.recipient"]}
    return doc


def _with_recipient(account: Doc, params: Doc) -> Doc:
    recipient = params.get("configuration", {}).get("recipient")
    if recipient is None:
        return account
    balance = recipient.get("capabilities", {}).get("stripe_balance", {})
    requested = balance.get("stripe_transfers", {}).get("requested")
    status = account["_status"] or ("restricted" if requested else None)
    return account | {"applied_configurations": ["recipient"], "_status": status}


def _recipient(account: Doc) -> Doc | None:
    if "recipient" not in account["applied_configurations"]:
        return None
    if account["_status"] is None:
        return {"applied": True, "capabilities": {}}
    transfers = capability(account["_status"])
    payouts = capability(payouts_status(account))
    return {
        "applied": True,
        "capabilities": {"stripe_balance": {"stripe_transfers": transfers, "payouts": payouts}},
    }


def _refuse_responsibilities(params: Doc) -> None:
    """An Express dashboard needs a platform that answers for fees and losses."""
    given = params.get("defaults", {}).get("responsibilities", {})
    wanted = {"fees_collector": "application", "losses_collector": "application"}
    if params.get("dashboard") == "express" and given != wanted:
        raise StripeError(
            "Accounts with the express dashboard need defaults.responsibilities with "
            "fees_collector and losses_collector set to application.",
            code="account_controller_express_dash_without_application_losses_or_fees",
        )


def _defaults(params: Doc) -> Doc:
    defaults = params.get("defaults", {})
    given = defaults.get("responsibilities", {})
    # Stripe's own onboarding page asks for what is required, so Stripe collects it.
    return {**defaults, "responsibilities": {**given, "requirements_collector": "stripe"}}


NOUN = Noun(
    routes=(
        Route("POST", "/v2/core/accounts", CREATE, create),
        Route("GET", "/v2/core/accounts", LIST, list_),
        Route("GET", "/v2/core/accounts/{id}", RETRIEVE, retrieve),
        Route("POST", "/v2/core/accounts/{id}", UPDATE, update),
        Route("POST", "/v2/core/accounts/{id}/close", CLOSE, close),
    )
)
