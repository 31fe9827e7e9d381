"""Acts of staff on money: which wait, and which amounts need a second person."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet, Sum
from django.utils import timezone

from marketplace.core.data.money import Money
from payments.staff.models import Adjustment
from payments.staff.states import AdjustmentState

# What was done to one subject without a second person within this time counts together, so
# that an amount is not divided to stay below the limit.
COUNTED_TOGETHER = timedelta(days=30)


def approval_limit(currency: str) -> Money:
    """Above this amount a second person approves; nothing in a currency without a limit."""
    return Money(settings.SECOND_PERSON_ABOVE.get(currency, 0), currency)


def needs_second_person(subject: Any, money: Money) -> bool:
    """Whether `money`, with what one person alone did to the subject lately, is above the limit."""
    alone = adjustments_about(subject).filter(
        state=AdjustmentState.CARRIED_OUT,
        decided_by=None,
        currency=money.currency,
        asked_at__gt=timezone.now() - COUNTED_TOGETHER,
    )
    earlier = alone.aggregate(total=Sum("amount"))["total"] or 0
    return earlier + money.minor > approval_limit(money.currency).minor


def adjustments_about(subject: Any) -> QuerySet[Adjustment]:
    """What staff did, or asked to do, to the subject; newest first."""
    rows = Adjustment.objects.filter(subject_type=subject._meta.label_lower, subject_id=subject.pk)
    return rows.select_related("asked_by", "decided_by").order_by("-id")


def waiting_adjustments() -> QuerySet[Adjustment]:
    """Those to be decided, the first to lapse first."""
    rows = Adjustment.objects.filter(state=AdjustmentState.WAITING)
    return rows.select_related("asked_by").order_by("expires_at", "id")


def lapsed_adjustments() -> QuerySet[Adjustment]:
    return waiting_adjustments().filter(expires_at__lte=timezone.now())


def concluded_adjustments() -> QuerySet[Adjustment]:
    rows = Adjustment.objects.exclude(state=AdjustmentState.WAITING)
    return rows.select_related("asked_by", "decided_by")
