"""Charging a saved method while nobody is there: at once and on later days, or at set moments.

What a bank wants to be confirmed is not charged anew: the same payment waits, and its payer is
reminded at the plan's moments. A payer who is at a checkout just now is not overtaken.
"""

import contextlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.events import record
from marketplace.core.data.jobs import enqueue, enqueue_once
from marketplace.core.data.locks import lock
from payments.charges.errors import ChargePlanUnderWay
from payments.charges.models import Charge, ChargePlan, usual_moments
from payments.charges.services.charges import lock_payable, refresh_charge
from payments.charges.services.plan_outcomes import give_up_plan
from payments.charges.services.saved_charges import (
    CHARGE_SAVED,
    make_way,
    prepare_saved_charge,
    refuse_unusable,
)
from payments.charges.states import CHARGE_PLAN, UNFINISHED, ChargePlanState, ChargeState
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.locks import lock_escrow
from payments.operations.models import Operation
from payments.operations.services.operations import perform
from payments.payment_methods.errors import MethodNotUsable, NoMethodSaved
from payments.payment_methods.models import PaymentMethod
from payments.stripe.errors import ProcessorError
from payments.stripe.gateway import Gateway

UNCONFIRMED = "The bank’s question was not answered in time."
# Until the next look while somebody is at a checkout, or a bank is at work.
PAUSE = timedelta(hours=1)


@transaction.atomic
def start_charge_plan(
    *,
    escrow: Escrow,
    by: Actor,
    method: PaymentMethod | None = None,
    tries: Sequence[datetime] = (),
) -> ChargePlan:
    """Charge a saved method, the payer's default unless told otherwise, without its owner.

    It is tried now and on days 1, 3 and 5, or at the moments `tries`, of which those that have
    passed are one attempt now. `charge_postponed` tells of each failure, `escrow_funded` or
    `charge_given_up` the end. Side effect: a job, once the first moment has come. Raises
    EscrowNotAwaitingFunds, EscrowBeingFunded, ChargePlanUnderWay, NoMethodSaved or
    MethodNotUsable.
    """
    lock_payable(escrow)
    if escrow.charge_plans.filter(state=ChargePlanState.UNDER_WAY).exists():
        raise ChargePlanUnderWay(title=escrow.title)
    method = method or escrow.payer.payment_methods.filter(is_default=True).first()
    if method is None:
        raise NoMethodSaved(organisation=escrow.payer)
    refuse_unusable(method, escrow)
    now = timezone.now()
    moments = sorted({max(each, now) for each in tries}) or usual_moments(now)
    plan = ChargePlan.objects.create(
        escrow=escrow, method=method, moments=moments, next_try_at=moments[0], started_at=now
    )
    told = {"method": str(method)}
    record("charge_plan.started", subject=plan, actor=by, to_state=plan.state, particulars=told)
    if plan.next_try_at <= now:
        enqueue("payments.try_charge_plan", plan_id=plan.pk)
    return plan


def enqueue_due_plans() -> int:
    """Promise the next attempt of every plan whose moment has come; returns how many."""
    due = ChargePlan.objects.filter(
        state=ChargePlanState.UNDER_WAY, next_try_at__lte=timezone.now()
    )
    plans = list(due.order_by("next_try_at").values_list("pk", flat=True)[:500])
    for plan_id in plans:
        enqueue_once("payments.try_charge_plan", plan_id=plan_id)
    return len(plans)


def try_charge_plan(*, plan: ChargePlan, gateway: Gateway) -> None:
    """Make the attempt that is due, if one is. Calls the processor; harmless when repeated."""
    _look_around(plan, gateway)
    operation = _prepare_attempt(plan)
    if operation is not None:
        # What the processor says is recorded, and a call without an answer is swept.
        with contextlib.suppress(ProcessorError):
            perform(operation, kind=CHARGE_SAVED, gateway=gateway)


def _look_around(plan: ChargePlan, gateway: Gateway) -> None:
    """A plan that starts takes the place of what was begun before; later it takes none."""
    if not plan.attempts:
        make_way(escrow=plan.escrow, gateway=gateway)
    for charge in plan.escrow.charges.filter(state__in=UNFINISHED):
        refresh_charge(charge=charge, gateway=gateway)


@transaction.atomic
def _prepare_attempt(plan: ChargePlan) -> Operation | None:
    lock_escrow(plan.escrow)
    lock(plan)
    if plan.state != ChargePlanState.UNDER_WAY or plan.next_try_at > timezone.now():
        return None
    unfinished = plan.escrow.charges.filter(state__in=UNFINISHED).first()
    if unfinished is not None:
        _wait_for(plan, unfinished)
        return None
    try:
        _, operation = prepare_saved_charge(
            escrow=plan.escrow,
            method=plan.method,
            by=SYSTEM,
            return_url=_result_page(plan.escrow),
            plan=plan,
        )
    except MethodNotUsable as refusal:
        give_up_plan(plan, refusal.sentence)
        return None
    _use_moment(plan)
    return operation


def _wait_for(plan: ChargePlan, charge: Charge) -> None:
    """Remind of the plan's own question, until its end; look again at all else."""
    if charge.plan_id != plan.pk or charge.state != ChargeState.CHALLENGED:
        plan.next_try_at = timezone.now() + PAUSE
        plan.save(update_fields=["next_try_at"])
    elif plan.is_last_used:
        enqueue("payments.close_charge", charge_id=charge.pk)
        give_up_plan(plan, UNCONFIRMED)
    else:
        _use_moment(plan)
        CHARGE_PLAN.move(plan, "reminded", actor=SYSTEM)


def _use_moment(plan: ChargePlan) -> None:
    plan.attempts += 1
    plan.next_try_at = plan.next_moment
    plan.save(update_fields=["attempts", "next_try_at"])


def _result_page(escrow: Escrow) -> str:
    return settings.SITE_URL + reverse("payments:funding_result", args=[escrow.public_id])
