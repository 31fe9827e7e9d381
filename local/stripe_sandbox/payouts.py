"""Payouts: money that leaves a balance for a bank account, the platform's or an account's."""

from local.stripe_sandbox import accounts, balance_transactions, customers, events, payout_steps
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import StripeError, missing
from local.stripe_sandbox.lists import list_parameters, page
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import LARGEST_AMOUNT, Choice, Currency, Integer, Text
from local.stripe_sandbox.schema import Metadata
from local.stripe_sandbox.storage import Doc

CREATE = parameters(
    {"amount": Integer(1, LARGEST_AMOUNT), "currency": Currency()},
    description=Text(),
    metadata=Metadata(),
    method=Choice("standard"),
    source_type=Choice("card"),
    statement_descriptor=Text(22),
)
UPDATE = parameters(metadata=Metadata())
LIST = list_parameters(
    destination=Text(), status=Choice("canceled", "failed", "in_transit", "paid", "pending")
)
RETRIEVE = parameters()


def create(box: Box, params: Doc) -> Doc:
    """Pay available funds out by hand, the platform's or those of the account called for."""
    account = box.caller.account
    if account and not accounts.can_pay_out(accounts.existing(box, account)):
        raise StripeError(
            "Cannot create payouts: this account has requirements that need to be completed.",
            code="payouts_not_allowed",
        )
    left = balance_transactions.available(box, params["currency"], account=account)
    if params["amount"] > left:
        raise StripeError(
            "You have insufficient funds in your Stripe account for this payout.",
            code="balance_insufficient",
            param="amount",
        )
    return payout_steps.make(
        box, account=account, amount=params["amount"], currency=params["currency"],
        automatic=False, params=params,
    )  # fmt: skip


def cancel(box: Box, params: Doc, payout: str) -> Doc:
    """Cancel a payout that has not left yet."""
    found = retrieve(box, {}, payout)
    if found["status"] != "pending" or found["automatic"]:
        raise StripeError(
            f"Payouts can only be canceled while pending and when made by hand. {payout} has a "
            f"status of {found['status']}."
        )
    return payout_steps.cancel(box, found)


def retrieve(box: Box, params: Doc, payout: str) -> Doc:
    """Return a payout of the platform, or of the account called for."""
    found = box.storage.get(payout, "payout")
    if found is None or found["_account"] != box.caller.account:
        raise missing("payout", payout, param="payout")
    return found


def update(box: Box, params: Doc, payout: str) -> Doc:
    """Change a payout's metadata."""
    found = retrieve(box, {}, payout)
    metadata = customers.merged(found["metadata"], params.get("metadata"))
    previous = {"metadata": found["metadata"]}
    found = box.storage.save(found | {"metadata": metadata})
    events.emit(box, "payout.updated", found, previous=previous, account=found["_account"])
    return found


def list_(box: Box, params: Doc) -> Doc:
    """Return payouts, newest first."""
    filters = {name: params.get(name) for name in ("destination", "status")}
    filters["_account"] = box.caller.account
    return page(box, "payout", params, url="/v1/payouts", **filters)


_ONE = "/v1/payouts/{payout}"
NOUN = Noun(
    routes=(
        Route("POST", "/v1/payouts", CREATE, create, on_accounts=True),
        Route("GET", "/v1/payouts", LIST, list_, on_accounts=True),
        Route("GET", _ONE, RETRIEVE, retrieve, on_accounts=True),
        Route("POST", _ONE, UPDATE, update, on_accounts=True),
        Route("POST", f"{_ONE}/cancel", RETRIEVE, cancel, on_accounts=True),
    ),
    expandable={
        "payout": {
            "balance_transaction": None,
            "destination": None,
            "failure_balance_transaction": None,
        }
    },
)
