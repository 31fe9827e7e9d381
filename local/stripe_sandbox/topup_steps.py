"""The way of a top-up: made, there at midnight, or refused or taken back by the bank."""

from local.stripe_sandbox import balance_transactions, events, ids, timers
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.clock import DAY
from local.stripe_sandbox.storage import Doc


def make(box: Box, params: Doc) -> Doc:
    """Ask the platform's bank for money."""
    arrives = (box.clock.now() // DAY + 1) * DAY
    topup = box.storage.insert(
        {
            "id": ids.new("tu"),
            "object": "topup",
            "amount": params["amount"],
            "balance_transaction": None,
            "created": box.clock.now(),
            "currency": params["currency"],
            "description": params.get("description"),
            "expected_availability_date": arrives,
            "failure_code": None,
            "failure_message": None,
            "livemode": False,
            "metadata": params.get("metadata", {}),
            "source": None,
            "statement_descriptor": params.get("statement_descriptor"),
            "status": "pending",
            "transfer_group": params.get("transfer_group"),
        }
    )
    events.emit(box, "topup.created", topup)
    timers.start(box, due=arrives, name="topup arrives", subject=topup["id"])
    return topup


@timers.on("topup arrives")
def arrive(box: Box, id: str) -> None:
    """Add to the balance what nobody has stopped."""
    topup = box.storage.get(id, "topup")
    if topup and topup["status"] == "pending":
        succeed(box, topup)


def succeed(box: Box, topup: Doc) -> Doc:
    """Add to the balance."""
    booked = _book(box, topup, "topup", topup["amount"])
    topup = box.storage.save(topup | {"status": "succeeded", "balance_transaction": booked})
    events.emit(box, "topup.succeeded", topup)
    return topup


def fail(box: Box, topup: Doc) -> Doc:
    """Let the bank refuse."""
    failure = {"failure_code": "insufficient_funds", "failure_message": "Insufficient funds."}
    topup = box.storage.save(topup | failure | {"status": "failed"})
    events.emit(box, "topup.failed", topup)
    return topup


def cancel(box: Box, topup: Doc) -> Doc:
    topup = box.storage.save(topup | {"status": "canceled"})
    events.emit(box, "topup.canceled", topup)
    return topup


def reverse(box: Box, topup: Doc) -> Doc:
    """Let the bank take back what was there."""
    _book(box, topup, "topup_reversal", -topup["amount"])
    topup = box.storage.save(topup | {"status": "reversed"})
    events.emit(box, "topup.reversed", topup)
    return topup


def _book(box: Box, topup: Doc, type: str, amount: int) -> str:
    transaction = balance_transactions.record(
        box, type=type, amount=amount, currency=topup["currency"], source=topup["id"],
        description="STRIPE TOP-UP",
    )  # fmt: skip
    return str(transaction["id"])
