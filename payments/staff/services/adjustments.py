"""Acts of staff on money: small ones at once, large ones when a second person has approved.

The approval carries out exactly what was asked for, and only while the figures are still the
ones it was asked about.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM, Actor, moderator
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from marketplace.core.data.money import Money
from marketplace.core.staff.reasons import require_staff_reason
from marketplace.core.text.moments import moment
from payments.staff.errors import (
    AdjustmentLapsed,
    AdjustmentStale,
    AdjustmentWaiting,
    AskerMayNotAct,
    NotYourAdjustment,
    SecondPersonNeeded,
)
from payments.staff.models import Adjustment, AdjustmentAct
from payments.staff.permissions import can_act_on_money
from payments.staff.queries.adjustments import (
    adjustments_about,
    lapsed_adjustments,
    needs_second_person,
)
from payments.staff.services.adjustment_acts import STEPS
from payments.staff.states import ADJUSTMENT, AdjustmentState

# For how long a second person may take.
TIME_TO_DECIDE = timedelta(days=7)


@transaction.atomic
def ask_for_adjustment(
    *, act: AdjustmentAct, subject: Any, by: Actor, why: str, parameters: Mapping[str, Any]
) -> Adjustment:
    """Staff: carry out a small act now; keep a large one for a second person, moving nothing.

    Side effects: a row, an event; those of the act. Raises what the act's service raises,
    AdjustmentWaiting or ReasonTooShort.
    """
    require_staff_reason(why)
    rests_on = STEPS[act].look(subject, parameters)
    money = STEPS[act].amount(subject, parameters)
    _refuse_second_question(act, subject, money.currency)
    waits = needs_second_person(subject, money)
    now = timezone.now()
    adjustment = Adjustment.objects.create(
        act=act,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        currency=money.currency,
        amount=money.minor,
        parameters=dict(parameters),
        rests_on=rests_on,
        reason=why,
        asked_by=by.user,
        asked_at=now,
        expires_at=now + TIME_TO_DECIDE if waits else None,
        state=AdjustmentState.WAITING if waits else AdjustmentState.CARRIED_OUT,
    )
    verb = "adjustment.asked" if waits else "adjustment.carried_out"
    told = {"act": str(act), "amount": money.minor, "currency": money.currency}
    record(verb, subject=adjustment, actor=by, to_state=adjustment.state, why=why, particulars=told)
    if not waits:
        STEPS[act].carry_out(subject, parameters, by, why)
    return adjustment


def _refuse_second_question(act: AdjustmentAct, subject: Any, currency: str) -> None:
    same = adjustments_about(subject).filter(act=act, currency=currency)
    waiting = same.filter(state=AdjustmentState.WAITING, expires_at__gt=timezone.now()).first()
    if waiting:
        raise AdjustmentWaiting(name=waiting.asked_by)
    for lapsed in same.filter(state=AdjustmentState.WAITING):
        _expire(lapsed)


@transaction.atomic
def approve_adjustment(*, adjustment: Adjustment, by: Actor, why: str) -> None:
    """A second person: carry out what was asked for, in the name of who asked, with both reasons.

    The adjustment is locked before everything that the act locks. Side effects: those of the
    act, an event. Raises what the act's service raises, and SecondPersonNeeded, IllegalMove,
    AdjustmentLapsed, AskerMayNotAct, AdjustmentStale or ReasonTooShort; nothing has moved then.
    """
    _decide(adjustment, "approved", by=by, why=why)
    act, subject = STEPS[AdjustmentAct(adjustment.act)], adjustment.subject
    asker = adjustment.asked_by
    if not (asker.is_active and can_act_on_money(asker, subject)):
        raise AskerMayNotAct(name=asker)
    now = act.look(subject, adjustment.parameters)
    if now != adjustment.rests_on or act.amount(subject, adjustment.parameters) != adjustment.money:
        raise AdjustmentStale(
            then=_told(adjustment.rests_on, adjustment.currency),
            now=_told(now, adjustment.currency),
        )
    act.carry_out(subject, adjustment.parameters, moderator(asker), adjustment.reason)


@transaction.atomic
def decline_adjustment(*, adjustment: Adjustment, by: Actor, why: str) -> None:
    """A second person: it is not done. Side effect: an event, of which who asked is told.

    Raises SecondPersonNeeded, IllegalMove, AdjustmentLapsed or ReasonTooShort.
    """
    _decide(adjustment, "declined", by=by, why=why)


def _decide(adjustment: Adjustment, verb: str, *, by: Actor, why: str) -> None:
    require_staff_reason(why)
    lock(adjustment)
    if adjustment.asked_by == by.user:
        raise SecondPersonNeeded()
    ADJUSTMENT.refuse(adjustment, verb)
    if adjustment.expires_at and adjustment.expires_at <= timezone.now():
        raise AdjustmentLapsed(date=moment(adjustment.expires_at))
    _end(adjustment, verb, by=by, why=why)


@transaction.atomic
def withdraw_adjustment(*, adjustment: Adjustment, by: Actor, why: str) -> None:
    """Who asked for it takes it back. Raises NotYourAdjustment, IllegalMove or ReasonTooShort."""
    require_staff_reason(why)
    lock(adjustment)
    if adjustment.asked_by != by.user:
        raise NotYourAdjustment(name=adjustment.asked_by)
    _end(adjustment, "withdrawn", by=by, why=why)


def _end(adjustment: Adjustment, verb: str, *, by: Actor, why: str) -> None:
    changes = {"decided_by": by.user, "decided_at": timezone.now(), "decision": why}
    ADJUSTMENT.move(adjustment, verb, actor=by, why=why, changes=changes)


def expire_adjustments() -> int:
    """End what nobody decided in time; returns how many."""
    lapsed = list(lapsed_adjustments()[:500])
    for adjustment in lapsed:
        _expire(adjustment)
    return len(lapsed)


@transaction.atomic
def _expire(adjustment: Adjustment) -> None:
    lock(adjustment)
    if adjustment.state == AdjustmentState.WAITING:
        changes = {"decided_at": timezone.now()}
        ADJUSTMENT.move(adjustment, "expired", actor=SYSTEM, changes=changes)


def _told(figures: Mapping[str, int], currency: str) -> str:
    return ", ".join(f"{name} {Money(minor, currency)}" for name, minor in figures.items())
