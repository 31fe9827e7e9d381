"""Balance transactions: every change of a balance, its fee and when it counts.

The platform and each of its accounts have a balance of their own: `_account` tells whose it is,
and is empty for the platform.
"""

from local.stripe_sandbox import events, ids, timers
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.clock import DAY
from local.stripe_sandbox.errors import missing
from local.stripe_sandbox.lists import list_parameters, page
from local.stripe_sandbox.routing import Noun, Route, parameters
from local.stripe_sandbox.scalars import Currency, Text
from local.stripe_sandbox.storage import Doc

LIST = list_parameters(currency=Currency(), payout=Text(), source=Text(), type=Text())
RETRIEVE = parameters()
PENDING_DAYS = 2


def card_fee(amount: int) -> int:
    """Return what the processor keeps of a charge: 2.9 % rounded half up, and 30 minor units."""
    return (amount * 29 + 500) // 1000 + 30


def pending_until(box: Box) -> int:
    """Return when the funds of a charge made now become available: midnight, two days on."""
    return (box.clock.now() // DAY + PENDING_DAYS) * DAY


def record(
    box: Box, *, type: str, amount: int, currency: str, source: str | None, fee: int = 0,
    available_on: int | None = None, description: str | None = None, account: str = "",
) -> Doc:  # fmt: skip
    """Record a change of the balance; it stays pending until `available_on`."""
    now = box.clock.now()
    available_on = max(now, available_on or now)
    transaction = {
        "id": ids.new("txn"),
        "object": "balance_transaction",
        "amount": amount,
        "available_on": available_on,
        "balance_type": "payments",
        "created": now,
        "currency": currency,
        "description": description,
        "exchange_rate": None,
        "fee": fee,
        "fee_details": _fee_details(fee, currency),
        "net": amount - fee,
        "reporting_category": type,
        "source": source,
        "status": "available" if available_on == now else "pending",
        "type": type,
        "_account": account,
        "_payout": "",
    }
    if transaction["status"] == "pending":
        timers.start(box, due=available_on, name="funds", subject=str(transaction["id"]))
    elif account and amount > 0:
        pay_out_soon(box, account)
    return box.storage.insert(transaction)


def pay_out_soon(box: Box, account: str) -> None:
    """Let an account's schedule look at its balance at the next midnight."""
    timers.start(box, due=(box.clock.now() // DAY + 1) * DAY, name="payday", subject=account)


def pay_out(box: Box, payout: Doc) -> None:
    """Note which changes of its balance an automatic payout sends: all that no other one did."""
    owned = {"_account": payout["_account"], "currency": payout["currency"]}
    for each in box.storage.find("balance_transaction", status="available", _payout="", **owned):
        box.storage.save(each | {"_payout": payout["id"]})


def _fee_details(fee: int, currency: str) -> list[Doc]:
    if not fee:
        return []
    return [
        {
            "amount": fee, "application": None, "currency": currency,
            "description": "Stripe processing fees", "type": "stripe_fee",
        }
    ]  # fmt: skip


@timers.on("funds")
def make_available(box: Box, id: str) -> None:
    """Move a pending change of the balance to the available one."""
    transaction = box.storage.get(id, "balance_transaction")
    if transaction:
        box.storage.save(transaction | {"status": "available"})
        account = transaction.get("_account", "")
        events.emit(box, "balance.available", current_balance(box, account), account=account)
        if account:
            pay_out_soon(box, account)


def current_balance(box: Box, account: str = "") -> Doc:
    """Return the balance: what has settled and what has not, in each currency."""
    sums = box.storage.execute(
        "SELECT json_extract(doc, '$.currency') AS currency, "
        "json_extract(doc, '$.status') AS status, SUM(json_extract(doc, '$.net')) AS net "
        "FROM objects WHERE type = 'balance_transaction' "
        "AND COALESCE(json_extract(doc, '$._account'), '') = ? GROUP BY 1, 2",
        account,
    )
    nets = {(row["status"], row["currency"]): row["net"] for row in sums}
    currencies = sorted({currency for _, currency in nets} or {"usd"})
    return {
        "object": "balance",
        "livemode": False,
        **{
            status: [_amount(nets.get((status, currency), 0), currency) for currency in currencies]
            for status in ("available", "pending")
        },
    }


def available(box: Box, currency: str, *, account: str = "") -> int:
    """Return the available balance in a currency, in minor units."""
    amounts = current_balance(box, account)["available"]
    return sum(entry["amount"] for entry in amounts if entry["currency"] == currency)


def _amount(net: int, currency: str) -> Doc:
    return {"amount": net, "currency": currency, "source_types": {"card": net}}


def balance(box: Box, params: Doc) -> Doc:
    """Return the balance of the platform, or of the account that the call is made for."""
    return current_balance(box, box.caller.account)


def retrieve(box: Box, params: Doc, id: str) -> Doc:
    """Return a balance transaction."""
    found = box.storage.get(id, "balance_transaction")
    if found is None or found.get("_account", "") != box.caller.account:
        raise missing("balance transaction", id, param="id")
    return found


def list_(box: Box, params: Doc) -> Doc:
    """Return balance transactions, newest first."""
    filters = {name: params.get(name) for name in ("currency", "source", "type")}
    filters |= {"_account": box.caller.account, "_payout": params.get("payout")}
    return page(box, "balance_transaction", params, url="/v1/balance_transactions", **filters)


NOUN = Noun(
    routes=(
        Route("GET", "/v1/balance", RETRIEVE, balance, on_accounts=True),
        Route("GET", "/v1/balance_transactions", LIST, list_, on_accounts=True),
        Route("GET", "/v1/balance_transactions/{id}", RETRIEVE, retrieve, on_accounts=True),
    ),
    expandable={"balance_transaction": {"source": None}},
)
