"""Transfer reversals: money that an account was sent, taken back to the platform."""

from local.stripe_sandbox import balance_transactions, customers, events, ids, transfers
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.currencies import shown
from local.stripe_sandbox.errors import StripeError, missing
from local.stripe_sandbox.lists import page, page_parameters, whole
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import LARGEST_AMOUNT, Integer, Text
from local.stripe_sandbox.schema import Metadata
from local.stripe_sandbox.storage import Doc

CREATE = parameters(
    amount=Integer(1, LARGEST_AMOUNT), description=Text(), metadata=Metadata()
)  # fmt: skip
UPDATE = parameters(metadata=Metadata())
LIST = page_parameters()
RETRIEVE = parameters()


def create(box: Box, params: Doc, id: str) -> Doc:
    """Take back part of a transfer or all that is left, if the account still has it."""
    transfer = transfers.retrieve(box, {}, id)
    rest = transfer["amount"] - transfer["amount_reversed"]
    amount = params.get("amount", rest)
    _refuse_over_rest(transfer, amount, rest)
    waits_until = _pending_until(box, transfer)
    if waits_until is None:
        _refuse_over_balance(box, transfer, amount)
    reversal = box.storage.insert(
        {
            "id": ids.new("trr"),
            "object": "transfer_reversal",
            "amount": amount,
            "balance_transaction": None,
            "created": box.clock.now(),
            "currency": transfer["currency"],
            "destination_payment_refund": ids.new("pyr"),
            "metadata": params.get("metadata", {}),
            "source_refund": None,
            "transfer": transfer["id"],
        }
    )
    reversal = _move(box, transfer, reversal, waits_until)
    _count(box, transfer, amount)
    return reversal


def _refuse_over_rest(transfer: Doc, amount: int, rest: int) -> None:
    if amount > rest or not rest:
        amount_shown, rest_shown = (shown(each, transfer["currency"]) for each in (amount, rest))
        raise StripeError(
            f"Reversal amount ({amount_shown}) is greater than unreversed amount on transfer "
            f"({rest_shown})",
            param="amount",
        )


def _pending_until(box: Box, transfer: Doc) -> int | None:
    """Return when the account may use what it was sent, if it may not yet."""
    credit = _credit(box, transfer)
    return int(credit["available_on"]) if credit and credit["status"] == "pending" else None


def _credit(box: Box, transfer: Doc) -> Doc | None:
    found = box.storage.find("balance_transaction", source=transfer["destination_payment"])
    return found[0] if found else None


def _refuse_over_balance(box: Box, transfer: Doc, amount: int) -> None:
    account, currency = transfer["destination"], transfer["currency"]
    left = balance_transactions.available(box, currency, account=account)
    if amount > left:
        raise StripeError(
            "Insufficient funds in the connected account to reverse this transfer: it has "
            f"{shown(left, currency)} available.",
            code="balance_insufficient",
        )


def _move(box: Box, transfer: Doc, reversal: Doc, waits_until: int | None) -> Doc:
    money = {"currency": transfer["currency"], "available_on": waits_until}
    balance_transactions.record(
        box, type="payment_refund", amount=-reversal["amount"], account=transfer["destination"],
        source=reversal["destination_payment_refund"], **money,
    )  # fmt: skip
    back = balance_transactions.record(
        box, type="transfer_refund", amount=reversal["amount"], source=reversal["id"],
        description="REFUND FOR TRANSFER", **money,
    )  # fmt: skip
    return box.storage.save(reversal | {"balance_transaction": back["id"]})


def _count(box: Box, transfer: Doc, amount: int) -> None:
    """Note on a transfer how much of it came back."""
    taken = transfer["amount_reversed"] + amount
    all_of_them = box.storage.find("transfer_reversal", transfer=transfer["id"])[::-1]
    changes = {
        "amount_reversed": taken,
        "reversals": whole(all_of_them, url=f"/v1/transfers/{transfer['id']}/reversals"),
        "reversed": taken == transfer["amount"],
    }
    changed = box.storage.save(transfer | changes)
    previous = {name: transfer[name] for name in changes}
    events.emit(box, "transfer.reversed", changed, previous=previous)


def retrieve(box: Box, params: Doc, transfer: str, id: str) -> Doc:
    """Return a reversal of a transfer."""
    found = box.storage.get(id, "transfer_reversal")
    if found is None or found["transfer"] != transfer:
        raise missing("transfer reversal", id, param="id")
    return found


def update(box: Box, params: Doc, transfer: str, id: str) -> Doc:
    """Change a reversal's metadata."""
    found = retrieve(box, {}, transfer, id)
    metadata = customers.merged(found["metadata"], params.get("metadata"))
    return box.storage.save(found | {"metadata": metadata})


def list_(box: Box, params: Doc, id: str) -> Doc:
    """Return the reversals of a transfer, newest first."""
    transfers.retrieve(box, {}, id)
    return page(box, "transfer_reversal", params, url=f"/v1/transfers/{id}/reversals", transfer=id)


_ALL, _ONE = "/v1/transfers/{id}/reversals", "/v1/transfers/{transfer}/reversals/{id}"
NOUN = Noun(
    routes=(
        Route("POST", _ALL, CREATE, create),
        Route("GET", _ALL, LIST, list_),
        Route("GET", _ONE, RETRIEVE, retrieve),
        Route("POST", _ONE, UPDATE, update),
    ),
    expandable={"transfer_reversal": {"balance_transaction": None, "transfer": None}},
)
