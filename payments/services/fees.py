"""The fee that is frozen into a contract at signing."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from marketplace.core.actors import Actor
from marketplace.core.events import record
from marketplace.core.reasons import require_reason
from payments.errors import FeeScheduleMissing
from payments.models import FeeSchedule
from payments.models.fee_schedule import ANY_KIND


@dataclass(frozen=True)
class FeeTerms:
    """`basis_points` (hundredths of a percent) of what is released, taken from the payee."""

    basis_points: int
    # None where the rate was frozen earlier, into a contract.
    schedule: FeeSchedule | None = None


def current_fee(*, engagement_kind: str, on: date | None = None) -> FeeTerms:
    """The newest schedule for this kind on that day (today); its own kind beats "every kind"."""
    day = on or timezone.now().date()
    schedule = (
        FeeSchedule.objects.filter(
            Q(engagement_kind=engagement_kind) | Q(engagement_kind=ANY_KIND), valid_from__lte=day
        )
        .order_by("-engagement_kind", "-valid_from")
        .first()
    )
    if schedule is None:
        raise FeeScheduleMissing(engagement_kind=engagement_kind, on=day)
    return FeeTerms(basis_points=schedule.basis_points, schedule=schedule)


@transaction.atomic
def set_fee(*, schedule: FeeSchedule, by: Actor, why: str) -> FeeSchedule:
    """An administrator's act: a fee from a day on; signed contracts keep theirs. An event."""
    require_reason(why)
    schedule.save()
    terms = {"kind": schedule.engagement_kind, "basis_points": schedule.basis_points}
    record("fee_schedule.set", subject=schedule, actor=by, why=why, particulars=terms)
    return schedule
