"""Balance transactions: every change of the platform's balance, its fee and when it counts."""

from payments.sandbox import events, ids, timers
from payments.sandbox.box import Box
from payments.sandbox.clock import DAY
from payments.sandbox.errors import missing
from payments.sandbox.lists import list_parameters, page
from payments.sandbox.routing import Noun, Route, parameters
from payments.sandbox.scalars import Currency, Text
from payments.sandbox.storage import Doc

LIST = list_parameters(currency=Currency(), source=Text(), type=Text())
RETRIEVE = parameters()
PENDING_DAYS = 2


def card_fee(amount: int) -> int:
    """Return what the processor keeps of a charge: 2.9 % rounded half up, and 30 minor units."""
    return (amount * 29 + 500) // 1000 + 30


def pending_until(box: Box) -> int:
    """Return when the funds of a charge made now become available: midnight, two days on."""
    return (box.clock.now() // DAY + PENDING_DAYS) * DAY


def record(
    box: Box, *, type: str, amount: int, currency: str, source: str, fee: int = 0,
    available_on: int | None = None, description: str | None = None,
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
    }
    if transaction["status"] == "pending":
        timers.start(box, due=available_on, name="funds", subject=str(transaction["id"]))
    return box.storage.insert(transaction)


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
        events.emit(box, "balance.available", current_balance(box))


def current_balance(box: Box) -> Doc:
    """Return the balance: what has settled and what has not, in each currency."""
    sums = box.storage.execute(
        "SELECT json_extract(doc, '$.currency') AS currency, "
        "json_extract(doc, '$.status') AS status, SUM(json_extract(doc, '$.net')) AS net "
        "FROM objects WHERE type = 'balance_transaction' GROUP BY 1, 2"
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


def available(box: Box, currency: str) -> int:
    """Return the available balance in a currency, in minor units."""
    amounts = current_balance(box)["available"]
    return sum(entry["amount"] for entry in amounts if entry["currency"] == currency)


def _amount(net: int, currency: str) -> Doc:
    return {"amount": net, "currency": currency, "source_types": {"card": net}}


def balance(box: Box, params: Doc) -> Doc:
    """Return the platform's balance."""
    return current_balance(box)


def retrieve(box: Box, params: Doc, id: str) -> Doc:
    """Return a balance transaction."""
    found = box.storage.get(id, "balance_transaction")
    if found is None:
        raise missing("balance transaction", id, param="id")
    return found


def list_(box: Box, params: Doc) -> Doc:
    """Return balance transactions, newest first."""
    filters = {name: params.get(name) for name in ("currency", "source", "type")}
    return page(box, "balance_transaction", params, url="/v1/balance_transactions", **filters)


NOUN = Noun(
    routes=(
        Route("GET", "/v1/balance", RETRIEVE, balance),
        Route("GET", "/v1/balance_transactions", LIST, list_),
        Route("GET", "/v1/balance_transactions/{id}", RETRIEVE, retrieve),
    ),
    expandable={"balance_transaction": {"source": None}},
)
