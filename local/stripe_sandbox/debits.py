"""Debits of bank accounts: begun at once, answered by the bank days later."""

from local.stripe_sandbox import charges, events, payment_failures, payment_methods, timers
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.checkout_outcomes import bank_answered
from local.stripe_sandbox.clock import DAY
from local.stripe_sandbox.payment_method_details import DEBIT_DAYS
from local.stripe_sandbox.storage import Doc

_WAITING = "processing"


def begin(box: Box, intent: Doc, method: Doc) -> Doc:
    """Ask the bank for an intent's money, and let the intent wait."""
    charge = charges.charge_pending(box, intent, method)
    intent = box.storage.save(
        intent | {"latest_charge": charge["id"], "next_action": None, "status": _WAITING}
    )
    events.emit(box, "payment_intent.processing", intent)
    if not payment_methods.test_account(method).is_stuck:
        due = box.clock.now() + DEBIT_DAYS * DAY
        timers.start(box, due=due, name="debit", subject=intent["id"])
    return intent


@timers.on("debit")
def answer(box: Box, id: str) -> None:
    """Let the bank answer as the test account says."""
    intent = box.storage.get(id, "payment_intent")
    if intent is None or intent["status"] != _WAITING:
        return
    method = payment_methods.retrieve(box, {}, intent["payment_method"])
    failure = payment_methods.test_account(method).failure
    conclude(box, intent, failure=failure)


def conclude(box: Box, intent: Doc, *, failure: tuple[str, str] | None) -> Doc:
    """Take down the bank's answer to a waiting intent."""
    charge = charges.existing(box, intent["latest_charge"], param="charge")
    ended = _failed(box, intent, charge, *failure) if failure else _succeeded(box, intent, charge)
    bank_answered(box, ended, succeeded=not failure)
    return ended


def _succeeded(box: Box, intent: Doc, charge: Doc) -> Doc:
    charge = charges.pending_succeeded(box, charge)
    intent = box.storage.save(intent | {"amount_received": intent["amount"], "status": "succeeded"})
    events.emit(box, "payment_intent.succeeded", intent)
    charges.settle(box, charge)
    return intent


def _failed(box: Box, intent: Doc, charge: Doc, code: str, message: str) -> Doc:
    charges.pending_failed(box, charge, code=code, message=message)
    method = payment_methods.retrieve(box, {}, intent["payment_method"])
    error = {
        "charge": charge["id"], "code": "payment_intent_payment_attempt_failed",
        "decline_code": code, "message": message, "type": "invalid_request_error",
    }  # fmt: skip
    return payment_failures.record(box, intent, method, error)
