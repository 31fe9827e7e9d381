"""Charges: one attempt of a payment, and the money that came of it."""

from local.stripe_sandbox import (
    balance_transactions,
    customers,
    events,
    ids,
    payment_methods,
    timers,
)
from local.stripe_sandbox.bank_accounts import debit_fee
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.cards import TestCard
from local.stripe_sandbox.errors import missing
from local.stripe_sandbox.lists import list_parameters, page, whole
from local.stripe_sandbox.payment_method_details import charge_details
from local.stripe_sandbox.payment_methods import test_account, test_card
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import Text
from local.stripe_sandbox.schema import Metadata
from local.stripe_sandbox.storage import Doc

# Until a bank disputes what a test card or account paid that is known for it.
SECONDS_TO_DISPUTE = 60
LIST = list_parameters(customer=Text(), payment_intent=Text(), transfer_group=Text())
RETRIEVE = parameters()
UPDATE = parameters(description=Text(unsettable=True), metadata=Metadata(), transfer_group=Text())


def charge_succeeded(box: Box, intent: Doc, method: Doc, *, authenticated: bool) -> Doc:
    """Take the money of an intent; its balance transaction follows with `charge.updated`."""
    outcome = {
        "advice_code": None, "network_advice_code": None, "network_decline_code": None,
        "network_status": "approved_by_network", "reason": None, "risk_level": "normal",
        "risk_score": 12, "seller_message": "Payment complete.", "type": "authorized",
    }  # fmt: skip
    charge = _charge(box, intent, method, outcome=outcome, authenticated=authenticated)
    return _succeed(box, box.storage.insert(charge))


def charge_pending(box: Box, intent: Doc, method: Doc) -> Doc:
    """Ask a bank for the money of an intent; it answers days later."""
    outcome = {
        "advice_code": None, "network_advice_code": None, "network_decline_code": None,
        "network_status": "approved_by_network", "reason": None, "risk_level": "not_assessed",
        "seller_message": "Payment complete.", "type": "authorized",
    }  # fmt: skip
    charge = box.storage.insert(
        _charge(box, intent, method, outcome=outcome, authenticated=False)
        | {"amount_captured": intent["amount"], "captured": True}
    )
    events.emit(box, "charge.pending", charge)
    return charge


def pending_succeeded(box: Box, charge: Doc) -> Doc:
    """Take down that the bank has paid."""
    return _succeed(box, charge)


def pending_failed(box: Box, charge: Doc, *, code: str, message: str) -> Doc:
    """Take down that the bank refused; no money moved."""
    failure = {"failure_code": code, "failure_message": message, "status": "failed"}
    charge = box.storage.save(
        charge | failure | {"amount_captured": 0, "captured": False, "paid": False}
    )
    events.emit(box, "charge.failed", charge)
    return charge


def _succeed(box: Box, charge: Doc) -> Doc:
    charge = box.storage.save(
        charge
        | {
            "amount_captured": charge["amount"],
            "captured": True,
            "paid": True,
            "receipt_url": f"{box.public_url}/receipts/{charge['id']}",
            "status": "succeeded",
        }
    )
    events.emit(box, "charge.succeeded", charge)
    reason, _is_inquiry = dispute_of(box, charge)
    if reason:
        due = box.clock.now() + SECONDS_TO_DISPUTE
        timers.start(box, due=due, name="dispute opens", subject=charge["id"])
    return charge


def charge_failed(box: Box, intent: Doc, method: Doc) -> Doc:
    """Record a declined attempt; no money moves."""
    code, decline_code, message = test_card(method).decline or ("card_declined", None, "")
    outcome = {
        "advice_code": None, "network_advice_code": None, "network_decline_code": None,
        "network_status": "declined_by_network", "reason": decline_code or code,
        "risk_level": "normal", "risk_score": 12,
        "seller_message": "The bank did not return any further details with this decline.",
        "type": "issuer_declined",
    }  # fmt: skip
    charge = _charge(box, intent, method, outcome=outcome, authenticated=False)
    charge |= {"failure_code": code, "failure_message": message, "status": "failed"}
    box.storage.insert(charge)
    events.emit(box, "charge.failed", charge)
    return charge


def settle(box: Box, charge: Doc) -> Doc:
    """Give a charge its balance transaction, unless settlement is held back by a test."""
    if is_settlement_held(box) or charge["balance_transaction"]:
        return charge
    kind = charge["payment_method_details"]["type"]
    is_card = kind == "card"
    # A debit has waited for its bank already: what it brings is available.
    at_once = not is_card or card_of(box, charge).bypasses_pending
    until = None if at_once else balance_transactions.pending_until(box)
    amount = charge["amount"]
    transaction = balance_transactions.record(
        box,
        type="charge" if is_card else "payment",
        amount=amount,
        currency=charge["currency"],
        source=charge["id"],
        fee=balance_transactions.card_fee(amount) if is_card else debit_fee(kind, amount),
        available_on=until,
        description=charge["description"],
    )
    charge = box.storage.save(charge | {"balance_transaction": transaction["id"]})
    events.emit(box, "charge.updated", charge, previous={"balance_transaction": None})
    return charge


def card_of(box: Box, charge: Doc) -> TestCard:
    """Return the test card that a charge was paid with; a bank account acts like a plain one."""
    return test_card(payment_methods.retrieve(box, {}, charge["payment_method"]))


def dispute_of(box: Box, charge: Doc) -> tuple[str | None, bool]:
    """Return the reason for which a charge will be disputed, and whether as an inquiry."""
    method = payment_methods.retrieve(box, {}, charge["payment_method"])
    if method["type"] != "card":
        return test_account(method).dispute, False
    card = test_card(method)
    return card.dispute, card.is_inquiry


def is_settlement_held(box: Box) -> bool:
    """Return whether charges get no balance transaction for now."""
    return box.storage.setting("settlement_held") == "yes"


def hold_settlement(box: Box, held: bool) -> None:
    """Hold settlement back, or settle every charge that waits."""
    box.storage.set_setting("settlement_held", "yes" if held else None)
    for charge in box.storage.find("charge", status="succeeded"):
        settle(box, charge)


def existing(box: Box, id: str, *, param: str) -> Doc:
    """Return the charge that a parameter names."""
    found = box.storage.get(id, "charge")
    if found is None:
        raise missing("charge", id, param=param, status=400)
    return found


def retrieve(box: Box, params: Doc, charge: str) -> Doc:
    """Return a charge."""
    found = box.storage.get(charge, "charge")
    if found is None:
        raise missing("charge", charge, param="id")
    return found


def update(box: Box, params: Doc, charge: str) -> Doc:
    """Change what may be changed; a transfer group can be set once."""
    found = retrieve(box, {}, charge)
    changed = found | params
    changed["metadata"] = customers.merged(found["metadata"], params.get("metadata"))
    previous = {name: found[name] for name in params if found[name] != changed[name]}
    box.storage.save(changed)
    events.emit(box, "charge.updated", changed, previous=previous)
    return changed


def list_(box: Box, params: Doc) -> Doc:
    """Return charges, newest first."""
    filters = {name: params.get(name) for name in ("customer", "payment_intent", "transfer_group")}
    return page(box, "charge", params, url="/v1/charges", **filters)


def _charge(box: Box, intent: Doc, method: Doc, *, outcome: Doc, authenticated: bool) -> Doc:
    prefix = "ch" if method["type"] == "card" else "py"
    return {
        "id": ids.new(prefix), "object": "charge", "amount": intent["amount"], "amount_captured": 0,
        "amount_refunded": 0, "application": None, "application_fee": None,
        "application_fee_amount": None, "balance_transaction": None,
        "billing_details": method["billing_details"],
        "calculated_statement_descriptor": intent["statement_descriptor"] or "HOLDOUT SANDBOX",
        "captured": False, "created": box.clock.now(), "currency": intent["currency"],
        "customer": intent["customer"], "description": intent["description"], "disputed": False,
        "failure_balance_transaction": None, "failure_code": None, "failure_message": None,
        "fraud_details": {}, "livemode": False, "metadata": intent["metadata"],
        "on_behalf_of": None, "outcome": outcome, "paid": False, "payment_intent": intent["id"],
        "payment_method": method["id"],
        "payment_method_details": charge_details(
            method, intent["amount"], authenticated=authenticated, now=box.clock.now()
        ),
        "receipt_email": intent["receipt_email"], "receipt_number": None, "receipt_url": None,
        "refunded": False, "review": None, "shipping": None, "source_transfer": None,
        "statement_descriptor": intent["statement_descriptor"],
        "statement_descriptor_suffix": intent["statement_descriptor_suffix"],
        "status": "pending", "transfer_data": None, "transfer_group": intent["transfer_group"],
    }  # fmt: skip


def _refunds(box: Box, charge: Doc) -> Doc:
    refunds = box.storage.find("refund", charge=charge["id"])
    return whole(refunds[::-1], url=f"/v1/charges/{charge['id']}/refunds")


NOUN = Noun(
    routes=(
        Route("GET", "/v1/charges", LIST, list_),
        Route("GET", "/v1/charges/{charge}", RETRIEVE, retrieve),
        Route("POST", "/v1/charges/{charge}", UPDATE, update),
    ),
    expandable={
        "charge": {
            "balance_transaction": None, "customer": None, "payment_intent": None,
            "refunds": _refunds,
        }
    },
)  # fmt: skip
