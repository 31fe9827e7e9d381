"""The fee that is frozen into a contract at signing."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Exists
from django.utils import timezone

from marketplace.core.data.actors import Actor
from marketplace.core.data.events import record
from marketplace.core.staff.reasons import require_staff_reason
from payments.escrows.errors import FeeScheduleMissing
from payments.escrows.models.fee_schedules import FeeSchedule
from payments.escrows.queries.fees import schedule_on


@dataclass(frozen=True)
class FeeTerms:
    """`basis_points` (hundredths of a percent) of what is released, taken from the payee."""

    basis_points: int
    # None where the rate was frozen earlier, into a contract.
    schedule: FeeSchedule | None = None


def current_fee(
    *, engagement_kind: str, is_repeat: bool | Exists = False, on: date | None = None
) -> FeeTerms:
    """The fee on that day (today), also for two who completed a contract together (`is_repeat`).

    Raises FeeScheduleMissing.
    """
    day = on or timezone.now().date()
    schedule = schedule_on(day, engagement_kind=engagement_kind, is_repeat=is_repeat)
    if schedule is None:
        raise FeeScheduleMissing(engagement_kind=engagement_kind, on=day)
    rate = schedule.rate(is_repeat=schedule.is_repeat)  # type: ignore[attr-defined]
    return FeeTerms(basis_points=rate, schedule=schedule)


@transaction.atomic
def set_fee(*, schedule: FeeSchedule, by: Actor, why: str) -> FeeSchedule:
    """An administrator's act: a fee from a day on; signed contracts keep theirs. An event."""
    require_staff_reason(why)
    schedule.save()
    terms = {
        "kind": schedule.engagement_kind,
        "basis_points": schedule.basis_points,
        "repeat_basis_points": schedule.repeat_basis_points,
    }
    record("fee_schedule.set", subject=schedule, actor=by, why=why, particulars=terms)
    return schedule
