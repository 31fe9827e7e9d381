"""What the payer did on a session's page, and what their bank answered days later."""

from local.stripe_sandbox import events
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.storage import Doc


def complete(box: Box, session: Doc, intent: Doc, details: Doc) -> Doc:
    """Close a session whose intent succeeded, or waits for the payer's bank."""
    succeeded = intent["status"] == "succeeded"
    is_setup = intent["object"] == "setup_intent"
    paid = "no_payment_required" if is_setup else "paid" if succeeded else "unpaid"
    session = session | {
        "customer": intent["customer"],
        "customer_details": details,
        intent["object"]: intent["id"],
        "payment_status": paid,
        "status": "complete",
        "url": None,
    }
    box.storage.save(session)
    events.emit(box, "checkout.session.completed", session)
    return session


def bank_answered(box: Box, intent: Doc, *, succeeded: bool) -> None:
    """Tell of the end of a debit that a session's page began."""
    session = box.storage.get(intent["_session"] or "", "checkout.session")
    if session is None:
        return
    if succeeded:
        session = box.storage.save(session | {"payment_status": "paid"})
    outcome = "succeeded" if succeeded else "failed"
    events.emit(box, f"checkout.session.async_payment_{outcome}", session)
