"""The way of a dispute: opened by a bank, answered with evidence, won or lost."""

from local.stripe_sandbox import balance_transactions, charges, events, ids, timers
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.clock import DAY
from local.stripe_sandbox.storage import Doc, public

DAYS_TO_ANSWER = 9
# What the processor keeps of each dispute, won or lost, in minor units.
FEE = 1_500
EVIDENCE_TEXTS = (
    "access_activity_log", "billing_address", "cancellation_policy_disclosure",
    "cancellation_rebuttal", "customer_email_address", "customer_name", "customer_purchase_ip",
    "duplicate_charge_explanation", "duplicate_charge_id", "product_description",
    "refund_policy_disclosure", "refund_refusal_explanation", "service_date", "shipping_address",
    "shipping_carrier", "shipping_date", "shipping_tracking_number", "uncategorized_text",
)  # fmt: skip
EVIDENCE_FILES = (
    "cancellation_policy", "customer_communication", "customer_signature",
    "duplicate_charge_documentation", "receipt", "refund_policy", "service_documentation",
    "shipping_documentation", "uncategorized_file",
)  # fmt: skip
OPEN = ("needs_response", "under_review", "warning_needs_response", "warning_under_review")


@timers.on("dispute opens")
def open_of_card(box: Box, charge_id: str) -> None:
    """Open the dispute that a test card or test account is known for."""
    charge = charges.existing(box, charge_id, param="charge")
    reason, is_inquiry = charges.dispute_of(box, charge)
    if reason and not charge["disputed"]:
        open_dispute(box, charge, reason=reason, is_inquiry=is_inquiry)


def open_dispute(
    box: Box, charge: Doc, *, reason: str, amount: int | None = None, is_inquiry: bool = False
) -> Doc:
    """Let a bank dispute a charge: its money goes at once, unless the bank only inquires."""
    amount = amount or charge["amount"] - charge["amount_refunded"]
    dispute = box.storage.insert(_dispute(box, charge, amount, reason, is_inquiry=is_inquiry))
    box.storage.save(charge | {"disputed": True})
    events.emit(box, "charge.dispute.created", dispute)
    if not is_inquiry:
        dispute = _withdraw(box, dispute, charge)
    if charge["payment_method_details"]["type"] != "card":
        return conclude(box, dispute, "lost")  # the owner of a debited account is always believed
    due = dispute["evidence_details"]["due_by"]
    timers.start(box, due=due, name="dispute due", subject=dispute["id"])
    return dispute


def escalate(box: Box, dispute: Doc) -> Doc:
    """Turn an inquiry into a dispute, which takes the money."""
    dispute = box.storage.save(
        dispute
        | {
            "evidence_details": dispute["evidence_details"] | {"submission_count": 0},
            "is_charge_refundable": False,
            "status": "needs_response",
        }
    )
    events.emit(box, "charge.dispute.updated", dispute)
    return _withdraw(box, dispute, charges.existing(box, dispute["charge"], param="charge"))


def submit(box: Box, dispute: Doc) -> Doc:
    """Send the evidence to the bank; Stripe's magic words decide what it says, at once."""
    is_inquiry = dispute["status"].startswith("warning")
    count = dispute["evidence_details"]["submission_count"] + 1
    details = dispute["evidence_details"] | {"submission_count": count}
    status = "warning_under_review" if is_inquiry else "under_review"
    dispute = box.storage.save(dispute | {"evidence_details": details, "status": status})
    timers.start(box, due=box.clock.now(), name="dispute read", subject=dispute["id"])
    return dispute


@timers.on("dispute read")
def read_evidence(box: Box, id: str) -> None:
    """Let the bank find the words that Stripe's test mode knows."""
    dispute = box.storage.get(id, "dispute")
    if dispute is None or dispute["status"] not in OPEN:
        return
    words = dispute["evidence"]["uncategorized_text"] or ""
    if "winning_evidence" in words:
        conclude(box, dispute, "won")
    elif "losing_evidence" in words:
        conclude(box, dispute, "lost")
    elif "escalate_inquiry_evidence" in words and dispute["status"].startswith("warning"):
        escalate(box, dispute)


@timers.on("dispute due")
def run_out(box: Box, id: str) -> None:
    """Lose a dispute that nobody answered in time."""
    dispute = box.storage.get(id, "dispute")
    if dispute and dispute["status"] in ("needs_response", "warning_needs_response"):
        details = dispute["evidence_details"] | {"past_due": True}
        conclude(box, dispute | {"evidence_details": details}, "lost")


def conclude(box: Box, dispute: Doc, outcome: str) -> Doc:
    """End a dispute as won, which brings the money back, or as lost."""
    if dispute["status"].startswith("warning"):
        outcome = "warning_closed"
    refundable = outcome != "lost"
    dispute = box.storage.save(dispute | {"is_charge_refundable": refundable, "status": outcome})
    events.emit(box, "charge.dispute.closed", dispute)
    if outcome == "won":
        dispute = _book(box, dispute, dispute["amount"], fee=0)
        events.emit(box, "charge.dispute.funds_reinstated", dispute)
    return dispute


def _withdraw(box: Box, dispute: Doc, charge: Doc) -> Doc:
    source = box.storage.get(charge["balance_transaction"] or "")
    pending = source and source["status"] == "pending"
    until = source["available_on"] if source and pending else None
    dispute = _book(box, dispute, -dispute["amount"], fee=FEE, available_on=until)
    events.emit(box, "charge.dispute.funds_withdrawn", dispute)
    return dispute


def _book(box: Box, dispute: Doc, amount: int, *, fee: int, available_on: int | None = None) -> Doc:
    transaction = balance_transactions.record(
        box, type="adjustment", amount=amount, currency=dispute["currency"], source=dispute["id"],
        fee=fee, available_on=available_on,
        description="Chargeback withdrawal" if amount < 0 else "Chargeback reversal",
    )  # fmt: skip
    booked = [*dispute["balance_transactions"], public(transaction)]
    return box.storage.save(dispute | {"balance_transactions": booked})


def _dispute(box: Box, charge: Doc, amount: int, reason: str, *, is_inquiry: bool) -> Doc:
    dispute = {
        "id": ids.new("du"),
        "object": "dispute",
        "amount": amount,
        "balance_transactions": [],
        "charge": charge["id"],
        "created": box.clock.now(),
        "currency": charge["currency"],
        "enhanced_eligibility_types": [],
        "evidence": dict.fromkeys(EVIDENCE_TEXTS + EVIDENCE_FILES) | {"enhanced_evidence": {}},
        "evidence_details": {
            "due_by": box.clock.now() + DAYS_TO_ANSWER * DAY,
            "enhanced_eligibility": {},
            "has_evidence": False,
            "past_due": False,
            "submission_count": 0,
        },
        "is_charge_refundable": is_inquiry,
        "livemode": False,
        "metadata": {},
        "payment_intent": charge["payment_intent"],
        "reason": reason,
        "status": "warning_needs_response" if is_inquiry else "needs_response",
    }
    card = charge["payment_method_details"].get("card")
    if card:
        case = {"brand": card["brand"], "case_type": "inquiry" if is_inquiry else "chargeback",
                "network_reason_code": "10.4" if reason == "fraudulent" else "13.1"}  # fmt: skip
        dispute["payment_method_details"] = {"card": case, "type": "card"}
    return dispute
