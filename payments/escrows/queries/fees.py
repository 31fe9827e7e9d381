"""Which fee counts, and what it comes to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, Q, Value
from django.utils import timezone

from marketplace.core.data.money import Money
from payments.escrows.models.fee_schedules import ANY_KIND, FeeSchedule

# The milestones that the public page explains the fee with.
EXAMPLES = (("Data and feasibility", 240_000), ("Model and evaluation", 420_000))


def schedule_on(
    day: date, *, engagement_kind: str, is_repeat: bool | Exists = False
) -> FeeSchedule | None:
    """The newest schedule for this kind on a day; its own kind beats "every kind".

    `is_repeat` comes back as a property of the row, so that a caller's question is answered in
    the same statement.
    """
    kinds = Q(engagement_kind=engagement_kind) | Q(engagement_kind=ANY_KIND)
    rows = FeeSchedule.objects.filter(kinds, valid_from__lte=day).annotate(
        is_repeat=Value(is_repeat) if isinstance(is_repeat, bool) else is_repeat
    )
    return rows.order_by("-engagement_kind", "-valid_from").first()


@dataclass(frozen=True)
class FeeExample:
    title: str
    price: Money
    fee: Money

    @property
    def net(self) -> Money:
        return self.price - self.fee


@dataclass(frozen=True)
class PublicFee:
    """Today's fee as everybody may read it, with worked examples."""

    schedule: FeeSchedule
    examples: Iterable[FeeExample]


def public_fee() -> PublicFee | None:
    """Of the schedule for every kind of engagement; None before there is one."""
    schedule = schedule_on(timezone.now().date(), engagement_kind=ANY_KIND)
    if schedule is None:
        return None
    prices = [(title, Money(minor, "USD")) for title, minor in EXAMPLES]
    examples = [
        FeeExample(title, price, price.part(schedule.basis_points)) for title, price in prices
    ]
    return PublicFee(schedule, examples)
