"""The way of a payout: made, on its way at midnight, at the bank a day later, or refused there."""

from local.stripe_sandbox import accounts, balance_transactions, events, ids, timers
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.clock import DAY
from local.stripe_sandbox.storage import Doc


def make(
    box: Box, *, account: str, amount: int, currency: str, automatic: bool, params: Doc
) -> Doc:
    """Take money out of a balance and send it to the bank behind it."""
    leaves = (box.clock.now() // DAY + 1) * DAY
    payout = box.storage.insert(
        {
            "id": ids.new("po"),
            "object": "payout",
            "amount": amount,
            "application_fee": None,
            "application_fee_amount": None,
            "arrival_date": leaves + DAY,
            "automatic": automatic,
            "balance_transaction": None,
            "created": box.clock.now(),
            "currency": currency,
            "description": params.get("description", "STRIPE PAYOUT"),
            "destination": _bank(box, account),
            "failure_balance_transaction": None,
            "failure_code": None,
            "failure_message": None,
            "livemode": False,
            "metadata": params.get("metadata", {}),
            "method": "standard",
            "original_payout": None,
            "payout_method": None,
            "reconciliation_status": "completed" if automatic else "not_applicable",
            "reversed_by": None,
            "source_type": "card",
            "statement_descriptor": params.get("statement_descriptor"),
            "status": "pending",
            "trace_id": None,
            "type": "bank_account",
            "_account": account,
        }
    )
    payout = _book(box, payout, "payout", -amount, "balance_transaction")
    if automatic:
        balance_transactions.pay_out(box, payout)
    _tell(box, "payout.created", payout)
    timers.start(box, due=leaves, name="payout leaves", subject=payout["id"])
    timers.start(box, due=payout["arrival_date"], name="payout arrives", subject=payout["id"])
    return payout


@timers.on("payout leaves")
def leave(box: Box, id: str) -> None:
    """Put a payout on its way, from where it cannot be canceled."""
    payout = box.storage.get(id, "payout")
    if payout and payout["status"] == "pending":
        payout = box.storage.save(payout | {"status": "in_transit"})
        _tell(box, "payout.updated", payout, previous={"status": "pending"})


@timers.on("payout arrives")
def arrive(box: Box, id: str) -> None:
    """Let the bank take a payout, or refuse it as its test account says."""
    payout = box.storage.get(id, "payout")
    if payout is None or payout["status"] != "in_transit":
        return
    account = box.storage.get(payout["_account"]) or {}
    failure = account.get("_payout_failure")
    if failure:
        fail(box, payout, *failure)
    else:
        pay(box, payout)


def pay(box: Box, payout: Doc) -> Doc:
    """Note that the money has arrived."""
    trace = {"status": "supported", "value": ids.random_text(12).upper()}
    payout = box.storage.save(payout | {"status": "paid", "trace_id": trace})
    _tell(box, "payout.paid", payout)
    return payout


def fail(box: Box, payout: Doc, code: str, message: str) -> Doc:
    """Give refused money back to its balance; an account must name another bank account first."""
    failure = {"failure_code": code, "failure_message": message, "status": "failed"}
    payout = _book(
        box, payout | failure, "payout_failure", payout["amount"], "failure_balance_transaction"
    )
    _tell(box, "payout.failed", payout)
    account = box.storage.get(payout["_account"], "v2.core.account")
    if account:
        accounts.set_payouts(box, account, "restricted")
    return payout


def cancel(box: Box, payout: Doc) -> Doc:
    """Give the money of a payout that has not left back to its balance."""
    payout = _book(
        box, payout | {"status": "canceled"}, "payout_cancel", payout["amount"],
        "failure_balance_transaction",
    )  # fmt: skip
    _tell(box, "payout.canceled", payout)
    return payout


def _book(box: Box, payout: Doc, type: str, amount: int, field: str) -> Doc:
    transaction = balance_transactions.record(
        box, type=type, amount=amount, currency=payout["currency"], source=payout["id"],
        description="STRIPE PAYOUT", account=payout["_account"],
    )  # fmt: skip
    return box.storage.save(payout | {field: transaction["id"]})


def _tell(box: Box, type: str, payout: Doc, *, previous: Doc | None = None) -> None:
    events.emit(box, type, payout, previous=previous, account=payout["_account"])


def _bank(box: Box, account: str) -> str | None:
    if not account:
        return "ba_platform"
    found = box.storage.get(account, "v2.core.account") or {}
    return found.get("_bank")
