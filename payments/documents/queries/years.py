"""A year of somebody's money by month: the same movements as the statements, summed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date
from typing import Any

from accounts.people.models import User
from marketplace.core.data.money import Money
from payments.documents.queries.statements import (
    Party,
    StatementLine,
    StatementPart,
    statement_parts,
)

# Which column a movement counts in; what is not named counts as something else.
PERSON_COLUMNS = {
    "release": "in",
    "loss_returned": "in",
    "release_recalled": "back",
    "loss_recovered": "back",
    "payout_requested": "out",
    "payout_failed": "out",
}
ORGANISATION_COLUMNS = {
    "charge_succeeded": "in",
    "release": "out",
    "release_recalled": "out",
    "refund_decided": "back",
    "refund_failed": "back",
    "refund_returned": "back",
}


@dataclass(frozen=True, kw_only=True)
class MonthSums:
    """One month: for a person earned (after the fee), for an organisation paid, is `into`."""

    month: date
    into: Money
    fee: Money
    back: Money
    out: Money
    other: Money
    closing: Money

    @property
    def gross(self) -> Money:
        """Before the fee."""
        return self.into + self.fee


@dataclass(frozen=True, kw_only=True)
class YearPart:
    """One currency of a year; months in which nothing moved are left out."""

    currency: str
    opening: Money
    closing: Money
    months: list[MonthSums]

    def total(self, name: str) -> Money:
        return sum((getattr(each, name) for each in self.months), Money(0, self.currency))


def year_parts(of: Party, year: int) -> list[YearPart]:
    """By currency; opening and closing balances are those of the statements."""
    parts = statement_parts(of, date(year, 1, 1), date(year + 1, 1, 1))
    columns = PERSON_COLUMNS if isinstance(of, User) else ORGANISATION_COLUMNS
    return [_year(part, columns) for part in parts]


def _year(part: StatementPart, columns: dict[str, str]) -> YearPart:
    months: dict[date, list[StatementLine]] = {}
    for line in part.lines:
        at = line.when.astimezone(UTC)
        months.setdefault(date(at.year, at.month, 1), []).append(line)
    return YearPart(
        currency=part.currency,
        opening=part.opening,
        closing=part.closing,
        months=[_month(month, lines, columns) for month, lines in months.items()],
    )


def _month(month: date, lines: list[StatementLine], columns: dict[str, str]) -> MonthSums:
    nothing = Money(0, lines[0].money.currency)

    def total(amounts: Iterable[Any]) -> Money:
        return sum(amounts, nothing)

    def column(name: str) -> Money:
        return total(line.money for line in lines if columns.get(line.code, "other") == name)

    return MonthSums(
        month=month,
        into=column("in"),
        fee=total(line.fee for line in lines if columns.get(line.code) == "in"),
        back=column("back"),
        out=column("out"),
        other=column("other"),
        closing=lines[-1].balance,
    )
