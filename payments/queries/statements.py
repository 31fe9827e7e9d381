"""What moved in a month, line by line, for the one it belongs to; months are of UTC."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Count, Sum
from django.db.models.functions import TruncMonth

from accounts.models import User
from marketplace.core.money import Money
from payments.models import Escrow, Payout, Refund

HEADINGS = ("Date", "What", "Work", "With", "Amount", "Fee", "Currency", "Reference")


@dataclass(frozen=True, kw_only=True)
class StatementLine:
    """`money` is signed as its owner sees it: what is paid stands below zero."""

    when: datetime
    what: str
    work: str
    party: str
    money: Money
    fee: Money
    reference: str


@dataclass(frozen=True, kw_only=True)
class MonthOfEarnings:
    month: date
    releases: int
    gross: Money
    fee: Money
    net: Money


def lines_of_client(organisations: Any, month: date) -> list[StatementLine]:
    """What the organisations paid and got back."""
    paid = Escrow.objects.filter(payer__in=organisations, **_within("funded_at", month))
    back = Refund.objects.filter(escrow__payer__in=organisations, **_within("settled_at", month))
    lines = [
        *(_paid(escrow) for escrow in paid.select_related("payee")),
        *(_back(refund) for refund in back.select_related("escrow__payee")),
    ]
    return sorted(lines, key=lambda line: line.when)


def lines_of_freelancer(user: User, month: date) -> list[StatementLine]:
    """What was released to the person, and what was sent."""
    released = Payout.objects.filter(payee=user, **_within("created_at", month))
    sent = Payout.objects.filter(payee=user, **_within("sent_at", month))
    related = ("escrow__payer",)
    lines = [
        *(_released(payout) for payout in released.select_related(*related)),
        *(_sent(payout) for payout in sent.select_related(*related)),
    ]
    return sorted(lines, key=lambda line: line.when)


def earnings_by_month(user: User, year: int) -> list[MonthOfEarnings]:
    """What was released to the person, each month and currency on its own."""
    rows: Iterable[Any] = (
        Payout.objects.filter(
            payee=user,
            created_at__gte=datetime(year, 1, 1, tzinfo=UTC),
            created_at__lt=datetime(year + 1, 1, 1, tzinfo=UTC),
        )
        .annotate(month=TruncMonth("created_at", tzinfo=UTC))
        .values("month", "currency")
        .annotate(releases=Count("pk"), fees=Sum("fee"), nets=Sum("amount"))
        .order_by("month", "currency")
    )
    return [
        MonthOfEarnings(
            month=row["month"].date(),
            releases=row["releases"],
            gross=Money(row["nets"] + row["fees"], row["currency"]),
            fee=Money(row["fees"], row["currency"]),
            net=Money(row["nets"], row["currency"]),
        )
        for row in rows
    ]


def _within(field: str, month: date) -> dict[str, datetime]:
    first = datetime(month.year, month.month, 1, tzinfo=UTC)
    years, index = divmod(month.month, 12)
    after = datetime(month.year + years, index + 1, 1, tzinfo=UTC)
    return {f"{field}__gte": first, f"{field}__lt": after}


def _line(escrow: Escrow, when: datetime | None, what: str, minor: int, **facts: Any) -> Any:
    money = Money(minor, escrow.currency)
    facts = {"party": str(escrow.payee), "fee": Money(0, escrow.currency), "reference": ""} | facts
    return StatementLine(when=when, what=what, work=escrow.title, money=money, **facts)  # type: ignore[arg-type]


def _paid(escrow: Escrow) -> StatementLine:
    reference = str(escrow.public_id)
    return _line(escrow, escrow.funded_at, "Paid, held", -escrow.amount, reference=reference)


def _back(refund: Refund) -> StatementLine:
    reference = refund.processor_id
    return _line(refund.escrow, refund.settled_at, "Refunded", refund.amount, reference=reference)


def _released(payout: Payout) -> StatementLine:
    return _line(
        payout.escrow,
        payout.created_at,
        "Released",
        payout.gross.minor,
        party=str(payout.escrow.payer),
        fee=payout.fee_money,
        reference=str(payout.public_id),
    )


def _sent(payout: Payout) -> StatementLine:
    return _line(
        payout.escrow,
        payout.sent_at,
        "Sent to you",
        -payout.amount,
        party=str(payout.escrow.payer),
        reference=payout.processor_id,
    )
