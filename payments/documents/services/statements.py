"""Statements of months and years that are over: frozen when first asked for, and printed."""

from datetime import UTC, date
from typing import Any

from django.utils import timezone

from accounts.people.models import User
from marketplace.core.text.moments import day_in_year, month_name, month_of
from marketplace.core.text.papers import print_paper
from payments.documents.errors import PeriodNotOver
from payments.documents.models.statements import Statement
from payments.documents.queries.statements import Party, StatementPart, statement_parts
from payments.documents.queries.years import YearPart, year_parts
from payments.documents.services.parties import party_of, platform

TEMPLATE = "statement.typ"

MONTH_COLUMNS = ["Date", "What", "Work", "Amount", "Balance"]
PERSON_COLUMNS = ["Month", "Earned", "Fee", "Yours", "Taken back", "Sent", "Other", "At the end"]
ORGANISATION_COLUMNS = ["Month", "Paid", "Released", "Sent back", "Other", "Held at the end"]


def month_after(first: date) -> date:
    years, index = divmod(first.month, 12)
    return date(first.year + years, index + 1, 1)


def issue_month(*, of: Party, month: date) -> Statement:
    """The statement of the month that begins on `month`. Raises PeriodNotOver.

    Asked again, the same one, whatever its party is called by then.
    """
    after = month_after(month)
    _refuse_running(after)
    parts = [_month_facts(part) for part in statement_parts(of, month, after)]
    return _issue(Statement.Kind.MONTH, of, month, month_of(month), parts)


def issue_year(*, of: Party, year: int) -> Statement:
    """The summary of a year, likewise. Raises PeriodNotOver."""
    _refuse_running(date(year + 1, 1, 1))
    parts = [_year_facts(part, of) for part in year_parts(of, year)]
    return _issue(Statement.Kind.YEAR, of, date(year, 1, 1), str(year), parts)


def print_statement(*, statement: Statement) -> bytes:
    """The PDF, each time the same bytes. What people typed is data to it, never markup."""
    return print_paper(TEMPLATE, statement.facts)


def _refuse_running(after: date) -> None:
    if timezone.now().astimezone(UTC).date() < after:
        raise PeriodNotOver()


def _issue(
    kind: Statement.Kind, of: Party, starts_on: date, period: str, parts: list[dict[str, Any]]
) -> Statement:
    whose = {"user": of} if isinstance(of, User) else {"organisation": of}
    facts = {
        "title": kind.label,
        "period": period,
        "platform": platform(),
        "party": party_of(of),
        "about": _about(of),
        "parts": parts,
    }
    return Statement.objects.get_or_create(
        kind=kind, starts_on=starts_on, **whose, defaults={"facts": facts}
    )[0]


def _about(of: Party) -> str:
    if isinstance(of, User):
        return (
            "The balance is what you earned and were not sent yet, less what you owe. Amounts are "
            "after the platform's fee."
        )
    return "The balance is what is held for you, and was neither released nor sent back."


def _month_facts(part: StatementPart) -> dict[str, Any]:
    return {
        "currency": part.currency,
        "opening": str(part.opening),
        "closing": str(part.closing),
        "columns": MONTH_COLUMNS,
        "texts": 3,
        "rows": [
            [
                day_in_year(line.when.astimezone(UTC)),
                f"{line.what} ({line.document})" if line.document else line.what,
                f"{line.work}, {line.party}" if line.work else "",
                figure(str(line.money)),
                figure(str(line.balance)),
            ]
            for line in part.lines
        ],
        "total": [],
    }


def _year_facts(part: YearPart, of: Party) -> dict[str, Any]:
    names = ["gross", "fee", "into", "back", "out", "other"]
    if not isinstance(of, User):
        names = ["into", "out", "back", "other"]
    return {
        "currency": part.currency,
        "opening": str(part.opening),
        "closing": str(part.closing),
        "columns": PERSON_COLUMNS if isinstance(of, User) else ORGANISATION_COLUMNS,
        "texts": 1,
        "rows": [
            [
                month_name(each.month),
                *(figure(str(getattr(each, name))) for name in names),
                figure(str(each.closing)),
            ]
            for each in part.months
        ],
        "total": [
            "In all",
            *(figure(str(part.total(name))) for name in names),
            figure(str(part.closing)),
        ],
    }


def figure(amount: str) -> str:
    """Without its currency, which stands above the table."""
    return amount.rpartition(" ")[0]
