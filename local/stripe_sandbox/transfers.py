"""Transfers: money of the platform passed on to an account."""

from local.stripe_sandbox import balance_transactions, charges, customers, events, ids
from local.stripe_sandbox.accounts import can_receive_transfers
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.currencies import shown
from local.stripe_sandbox.errors import StripeError, missing
from local.stripe_sandbox.lists import list_parameters, page, whole
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import LARGEST_AMOUNT, Currency, Integer, Text
from local.stripe_sandbox.schema import Metadata
from local.stripe_sandbox.storage import Doc

CREATE = parameters(
    {"currency": Currency(), "destination": Text()},
    amount=Integer(1, LARGEST_AMOUNT),
    description=Text(),
    metadata=Metadata(),
    source_transaction=Text(),
    transfer_group=Text(),
)
UPDATE = parameters(description=Text(unsettable=True), metadata=Metadata())
LIST = list_parameters(destination=Text(), transfer_group=Text())
RETRIEVE = parameters()


def create(box: Box, params: Doc) -> Doc:
    """Pass money on, from one charge or from the available balance."""
    if "amount" not in params:
        raise StripeError(
            "Missing required param: amount.", code="parameter_missing", param="amount"
        )
    _refuse_destination(box, params["destination"])
    source = _source(box, params)
    if source is None:
        _refuse_over_balance(box, params)
    transfer = box.storage.insert(_transfer(box, params, source))
    transaction = balance_transactions.record(
        box,
        type="transfer",
        amount=-params["amount"],
        currency=params["currency"],
        source=transfer["id"],
        available_on=_available_on(box, source),
        description=transfer["description"],
    )
    balance_transactions.record(
        box,
        type="payment",
        amount=params["amount"],
        currency=params["currency"],
        source=transfer["destination_payment"],
        available_on=transaction["available_on"],
        account=params["destination"],
    )
    transfer = box.storage.save(transfer | {"balance_transaction": transaction["id"]})
    events.emit(box, "transfer.created", transfer)
    return transfer


def _refuse_destination(box: Box, id: str) -> None:
    account = box.storage.get(id, "v2.core.account")
    if account is None:
        raise StripeError(
            f"No such destination: '{id}'", code="resource_missing", param="destination"
        )
    if not can_receive_transfers(account):
        raise StripeError(
            "Your destination account needs to have at least one of the following capabilities "
            "enabled: transfers, crypto_transfers, legacy_payments",
            code="insufficient_capabilities_for_transfer",
        )


def _source(box: Box, params: Doc) -> Doc | None:
    """Return the charge that a transfer draws on, if it has enough left in that currency."""
    if "source_transaction" not in params:
        return None
    charge = charges.existing(box, params["source_transaction"], param="source_transaction")
    if charge["status"] != "succeeded":
        raise StripeError(
            f"The charge {charge['id']} has not succeeded, so nothing can be transferred from it.",
            param="source_transaction",
        )
    if charge["currency"] != params["currency"]:
        raise StripeError(
            "The currency of source_transaction's balance transaction "
            f"({charge['currency']}) must be the same as the transfer currency "
            f"({params['currency']})",
            param="currency",
        )
    _refuse_over_charge(box, charge, params["amount"])
    if not charge["transfer_group"]:
        group = params.get("transfer_group", f"group_{charge['payment_intent']}")
        charge = box.storage.save(charge | {"transfer_group": group})
    return charge


def _refuse_over_charge(box: Box, charge: Doc, amount: int) -> None:
    earlier = box.storage.find("transfer", source_transaction=charge["id"])
    used = sum(transfer["amount"] - transfer["amount_reversed"] for transfer in earlier)
    limit = charge["amount"] - charge["amount_refunded"]
    if used + amount > limit:
        limit_shown, used_shown = (shown(each, charge["currency"]) for each in (limit, used))
        raise StripeError(
            "Transfers using this transaction as a source must not exceed the source amount of "
            f"{limit_shown}. (Transfers already using this source amount to {used_shown}.)",
            param="amount",
        )


def _refuse_over_balance(box: Box, params: Doc) -> None:
    if params["amount"] > balance_transactions.available(box, params["currency"]):
        raise StripeError(
            "You have insufficient available funds in your Stripe account. Try adding funds "
            "directly to your available balance by creating Charges using the 4000000000000077 "
            "test card.",
            code="balance_insufficient",
        )


def _available_on(box: Box, source: Doc | None) -> int | None:
    """A transfer of pending funds counts when these do."""
    if source is None:
        return None
    if not source["balance_transaction"]:
        return balance_transactions.pending_until(box)
    transaction = box.storage.get(source["balance_transaction"])
    return int(transaction["available_on"]) if transaction else None


def _transfer(box: Box, params: Doc, source: Doc | None) -> Doc:
    id = ids.new("tr")
    return {
        "id": id,
        "object": "transfer",
        "amount": params["amount"],
        "amount_reversed": 0,
        "balance_transaction": None,
        "created": box.clock.now(),
        "currency": params["currency"],
        "description": params.get("description"),
        "destination": params["destination"],
        "destination_payment": ids.new("py"),
        "livemode": False,
        "metadata": params.get("metadata", {}),
        "reversals": whole([], url=f"/v1/transfers/{id}/reversals"),
        "reversed": False,
        "source_transaction": source["id"] if source else None,
        "source_type": "card",
        "transfer_group": params.get("transfer_group") or (source or {}).get("transfer_group"),
    }


def retrieve(box: Box, params: Doc, transfer: str) -> Doc:
    """Return a transfer."""
    found = box.storage.get(transfer, "transfer")
    if found is None:
        raise missing("transfer", transfer, param="transfer")
    return found


def update(box: Box, params: Doc, transfer: str) -> Doc:
    """Change a transfer's description or metadata."""
    found = retrieve(box, {}, transfer)
    changed = found | params
    changed["metadata"] = customers.merged(found["metadata"], params.get("metadata"))
    previous = {name: found[name] for name in params if found[name] != changed[name]}
    box.storage.save(changed)
    events.emit(box, "transfer.updated", changed, previous=previous)
    return changed


def list_(box: Box, params: Doc) -> Doc:
    """Return transfers, newest first."""
    filters = {name: params.get(name) for name in ("destination", "transfer_group")}
    return page(box, "transfer", params, url="/v1/transfers", **filters)


NOUN = Noun(
    routes=(
        Route("POST", "/v1/transfers", CREATE, create),
        Route("GET", "/v1/transfers", LIST, list_),
        Route("GET", "/v1/transfers/{transfer}", RETRIEVE, retrieve),
        Route("POST", "/v1/transfers/{transfer}", UPDATE, update),
    ),
    expandable={"transfer": {"balance_transaction": None, "source_transaction": None}},
)
