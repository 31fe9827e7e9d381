"""What a person earned in each month of the last year, and where it is by now."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import F, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from accounts.people.models import User
from marketplace.core.text.moments import short_month
from payments.payouts.models.payouts import Payout
from payments.payouts.queries.payouts import EARNED
from payments.payouts.states import PAYOUT_PLACES, PayoutState

MONTHS = 12


@dataclass(frozen=True, kw_only=True)
class MonthEarned:
    """Net amounts in minor units by place, of releases in one month (UTC)."""

    month: date
    places: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.places.values())

    @property
    def column(self) -> tuple[str, list[tuple[str, int]]]:
        """For a chart: the month in three letters, and its parts."""
        return short_month(self.month), list(self.places.items())


@dataclass(frozen=True, kw_only=True)
class YearEarned:
    """The last twelve months in one currency, oldest first."""

    months: list[MonthEarned]

    @property
    def columns(self) -> list[tuple[str, list[tuple[str, int]]]]:
        return [month.column for month in self.months]


def earned_by_month(user: User) -> dict[str, YearEarned]:
    """By currency; less what was taken back since."""
    months = last_months(timezone.now().astimezone(UTC).date())
    first = datetime(months[0].year, months[0].month, 1, tzinfo=UTC)
    net = F("amount") - F("recalled") + F("fee_returned")
    rows: Any = (
        Payout.objects.filter(payee=user, created_at__gte=first)
        .annotate(month=TruncMonth("created_at", tzinfo=UTC))
        .order_by("currency")
        .values("currency", "month", "state")
        .annotate(total=Sum(net))
    )
    found: dict[str, dict[date, dict[str, int]]] = {}
    for row in rows:
        empty = {month: dict.fromkeys(EARNED, 0) for month in months}
        places = found.setdefault(row["currency"], empty)[row["month"].date()]
        places[PAYOUT_PLACES[PayoutState(row["state"])]] += row["total"]
    return {
        currency: YearEarned(
            months=[MonthEarned(month=month, places=places[month]) for month in months]
        )
        for currency, places in found.items()
    }


def last_months(today: date) -> list[date]:
    """The first days of this month and of those before it, oldest first."""
    this = today.year * 12 + today.month - 1
    return [date(at // 12, at % 12 + 1, 1) for at in range(this - MONTHS + 1, this + 1)]
