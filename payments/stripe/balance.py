"""Calls to Stripe about the platform's own balance and its book, and their answers."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from payments.stripe.calls import StripeCalls, translated_errors
from payments.stripe.objects import BalanceChange, ProcessorBalance

Answer = Mapping[str, Any]


def balance_change(found: Answer) -> BalanceChange:
    source = found.get("source")
    return BalanceChange(
        id=found["id"],
        kind=found["type"],
        source=str(source["id"] if isinstance(source, Mapping) else source or ""),
        net=found["net"],
        fee=found["fee"],
        currency=found["currency"].upper(),
        at=datetime.fromtimestamp(found["created"], UTC),
    )


def balances(found: Answer) -> list[ProcessorBalance]:
    """One for each currency; several sources of funds in one currency count together."""
    sums: dict[str, dict[str, int]] = {}
    for place in ("available", "pending"):
        for part in found[place]:
            of_currency = sums.setdefault(part["currency"].upper(), {"available": 0, "pending": 0})
            of_currency[place] += part["amount"]
    return [ProcessorBalance(currency=code, **places) for code, places in sorted(sums.items())]


class BalanceCalls(StripeCalls):
    def fetch_balance(self) -> list[ProcessorBalance]:
        """What we have at the processor, in each currency."""
        with translated_errors():
            return balances(self.client.v1.balance.retrieve().to_dict())

    def balance_changes(self, since: datetime | None) -> Iterator[BalanceChange]:
        """Every line of our balance there, or those since then, newest first."""
        criteria: dict[str, Any] = {"limit": 100}
        if since is not None:
            criteria["created"] = {"gte": int(since.timestamp())}
        with translated_errors():
            page = self.client.v1.balance_transactions.list(criteria)  # type: ignore[arg-type]
            for item in page.auto_paging_iter():
                yield balance_change(item.to_dict())

    def balance_changes_of(self, source: str) -> list[BalanceChange]:
        """The lines of our balance that come from one object, oldest first."""
        with translated_errors():
            page = self.client.v1.balance_transactions.list({"source": source, "limit": 100})
            return [balance_change(item.to_dict()) for item in page.data][::-1]
