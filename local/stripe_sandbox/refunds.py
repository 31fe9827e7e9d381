"""Refunds: money of a charge given back to the card it came from."""

from local.stripe_sandbox import balance_transactions, charges, customers, events, ids, timers
from local.stripe_sandbox.bank_accounts import US
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.clock import DAY
from local.stripe_sandbox.currencies import shown
from local.stripe_sandbox.errors import StripeError, missing
from local.stripe_sandbox.lists import list_parameters, page
from local.stripe_sandbox.payment_method_details import DEBIT_DAYS
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import LARGEST_AMOUNT, Choice, Integer, Text
from local.stripe_sandbox.schema import Metadata
from local.stripe_sandbox.storage import Doc

CREATE = parameters(
    amount=Integer(1, LARGEST_AMOUNT),
    charge=Text(),
    metadata=Metadata(),
    payment_intent=Text(),
    reason=Choice("duplicate", "fraudulent", "requested_by_customer"),
)
UPDATE = parameters(metadata=Metadata())
LIST = list_parameters(charge=Text(), payment_intent=Text())
RETRIEVE = parameters()
EXPANDABLE = (
    "balance_transaction", "charge", "failure_balance_transaction", "payment_intent",
)  # fmt: skip
# Seconds until a refund that waits or fails does so.
LATER = 60


def create(box: Box, params: Doc) -> Doc:
    """Give back part of a charge or all that is left; its fee stays with the processor."""
    charge = _refundable(box, params)
    rest = charge["amount"] - charge["amount_refunded"]
    amount = params.get("amount", rest)
    if not rest:
        raise StripeError(
            f"Charge {charge['id']} has already been refunded.", code="charge_already_refunded"
        )
    if amount > rest:
        raise StripeError(
            f"Refund amount ({shown(amount, charge['currency'])}) is greater than unrefunded "
            f"amount on charge ({shown(rest, charge['currency'])})",
            param="amount",
        )
    refund = _take_back(box, _refund(box, params, charge, amount), charge)
    events.emit(box, "refund.created", refund)
    _count(box, charge, amount, "charge.refunded")
    is_debit = charge["payment_method_details"]["type"] != "card"
    if is_debit or charges.card_of(box, charge).refund != "succeeds":
        due = box.clock.now() + (DEBIT_DAYS * DAY if is_debit else LATER)
        timers.start(box, due=due, name="refund", subject=refund["id"])
    return refund


@timers.on("refund")
def conclude(box: Box, id: str) -> None:
    """Let a refund that waits succeed, and one that cannot reach its card fail."""
    refund = retrieve(box, {}, id)
    if refund["status"] == "pending":
        succeed(box, refund)
    elif refund["status"] == "succeeded":
        fail(box, refund)


def succeed(box: Box, refund: Doc) -> None:
    """Note that a refund which waited has reached the payer."""
    del refund["pending_reason"]
    refund = box.storage.save(refund | {"status": "succeeded"})
    events.emit(box, "refund.updated", refund, previous={"status": "pending"})


def fail(box: Box, refund: Doc) -> None:
    """Put the money of a refund back into the balance and onto its charge."""
    transaction = balance_transactions.record(
        box,
        type="refund_failure",
        amount=refund["amount"],
        currency=refund["currency"],
        source=refund["id"],
    )
    failure = {
        "failure_balance_transaction": transaction["id"],
        "failure_reason": "expired_or_canceled_card",
        "status": "failed",
    }
    refund.pop("pending_reason", None)
    refund = box.storage.save(refund | failure)
    charge = charges.existing(box, refund["charge"], param="charge")
    events.emit(box, "refund.failed", refund)
    _count(box, charge, -refund["amount"], "charge.updated")


def _count(box: Box, charge: Doc, amount: int, event: str) -> None:
    """Note on a charge how much of it went back."""
    refunded = charge["amount_refunded"] + amount
    changes = {"amount_refunded": refunded, "refunded": refunded == charge["amount"]}
    box.storage.save(charge | changes)
    previous = {name: charge[name] for name in changes}
    events.emit(box, event, charge | changes, previous=previous)


def _refundable(box: Box, params: Doc) -> Doc:
    if ("charge" in params) == ("payment_intent" in params):
        raise StripeError("One of the following params should be provided: payment_intent, charge.")
    if "charge" in params:
        charge = charges.existing(box, params["charge"], param="charge")
    else:
        charge = _charge_of(box, params["payment_intent"])
    if charge["status"] != "succeeded":
        raise StripeError(
            f"Charge {charge['id']} did not succeed and cannot be refunded.", param="charge"
        )
    _refuse_disputed(box, charge)
    return charge


def _refuse_disputed(box: Box, charge: Doc) -> None:
    """The bank gives the payer a disputed charge's money: a refund would give it twice."""
    disputes = box.storage.find("dispute", charge=charge["id"])
    if any(not dispute["is_charge_refundable"] for dispute in disputes):
        raise StripeError(
            f"Charge {charge['id']} has been charged back; cannot issue a refund.",
            code="charge_disputed",
        )


def _charge_of(box: Box, id: str) -> Doc:
    intent = box.storage.get(id, "payment_intent")
    if intent is None:
        raise missing("payment_intent", id, param="payment_intent", status=400)
    if not intent["latest_charge"]:
        raise StripeError(
            f"This PaymentIntent ({id}) does not have a successful charge to refund.",
            param="payment_intent",
        )
    return charges.existing(box, intent["latest_charge"], param="payment_intent")


def _take_back(box: Box, refund: Doc, charge: Doc) -> Doc:
    """Take a refund out of the balance: out of the pending one while its charge is pending."""
    source = box.storage.get(charge["balance_transaction"] or "")
    transaction = balance_transactions.record(
        box,
        type="refund",
        amount=-refund["amount"],
        currency=refund["currency"],
        source=refund["id"],
        available_on=source["available_on"] if source else balance_transactions.pending_until(box),
        description="REFUND FOR CHARGE",
    )
    return box.storage.save(refund | {"balance_transaction": transaction["id"]})


def _refund(box: Box, params: Doc, charge: Doc, amount: int) -> Doc:
    is_card = charge["payment_method_details"]["type"] == "card"
    waits = not is_card or charges.card_of(box, charge).refund == "waits"
    return box.storage.insert(
        {
            "id": ids.new("re"),
            "object": "refund",
            "amount": amount,
            "balance_transaction": None,
            "charge": charge["id"],
            "created": box.clock.now(),
            "currency": charge["currency"],
            "destination_details": _destination(charge["payment_method_details"]["type"]),
            "metadata": params.get("metadata", {}),
            "payment_intent": charge["payment_intent"],
            "reason": params.get("reason"),
            "receipt_number": None,
            "source_transfer_reversal": None,
            "status": "succeeded",
            "transfer_reversal": None,
            **({"pending_reason": "processing", "status": "pending"} if waits else {}),
        }
    )


def _destination(kind: str) -> Doc:
    if kind == "card":
        reference = {
            "reference_status": "pending", "reference_type": "acquirer_reference_number",
            "type": "refund",
        }  # fmt: skip
        return {"card": reference, "type": "card"}
    way = "us_bank_transfer" if kind == US else "eu_bank_transfer"
    return {way: {"reference": None, "reference_status": "pending"}, "type": way}


def retrieve(box: Box, params: Doc, refund: str) -> Doc:
    """Return a refund."""
    found = box.storage.get(refund, "refund")
    if found is None:
        raise missing("refund", refund, param="refund")
    return found


def update(box: Box, params: Doc, refund: str) -> Doc:
    """Change a refund's metadata."""
    found = retrieve(box, {}, refund)
    metadata = customers.merged(found["metadata"], params.get("metadata"))
    previous = {"metadata": found["metadata"]}
    found = box.storage.save(found | {"metadata": metadata})
    events.emit(box, "refund.updated", found, previous=previous)
    return found


def list_(box: Box, params: Doc) -> Doc:
    """Return refunds, newest first."""
    filters = {name: params.get(name) for name in ("charge", "payment_intent")}
    return page(box, "refund", params, url="/v1/refunds", **filters)


NOUN = Noun(
    routes=(
        Route("POST", "/v1/refunds", CREATE, create),
        Route("GET", "/v1/refunds", LIST, list_),
        Route("GET", "/v1/refunds/{refund}", RETRIEVE, retrieve),
        Route("POST", "/v1/refunds/{refund}", UPDATE, update),
    ),
    expandable={"refund": dict.fromkeys(EXPANDABLE)},
)
