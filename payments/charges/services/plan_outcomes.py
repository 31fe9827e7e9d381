"""How a plan to charge a saved method goes on when an attempt ended.

All run in the transaction of a caller that has locked the escrow.
"""

from datetime import timedelta

from django.utils import timezone

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.locks import lock
from payments.charges.models import Charge, ChargePlan
from payments.charges.signals import charge_given_up, charge_postponed
from payments.charges.states import CHARGE_PLAN, ChargePlanState
from payments.escrows.models.escrows import Escrow

# A bank account's failure comes days late: its next attempt is not made in the same hour.
REST = timedelta(hours=12)


def end_plan(escrow: Escrow, *, by_charge: Charge | None = None) -> None:
    """The escrow is paid or given up: nothing is tried any more."""
    plan = escrow.charge_plans.filter(state=ChargePlanState.UNDER_WAY).first()
    if plan is not None:
        is_paid = by_charge is not None and by_charge.plan_id == plan.pk
        changes = {"ended_at": timezone.now()}
        CHARGE_PLAN.move(plan, "paid" if is_paid else "stopped", actor=SYSTEM, changes=changes)


def follow_failure(charge: Charge, sentence: str) -> None:
    """An attempt of a plan failed: it waits for its next moment, or is given up.

    Side effect: `charge_postponed` or `charge_given_up`.
    """
    plan = charge.plan
    if plan is None:
        return
    lock(plan)
    if plan.state != ChargePlanState.UNDER_WAY:
        return
    if plan.is_last_used:
        give_up_plan(plan, sentence)
        return
    next_try_at = max(plan.next_try_at, timezone.now() + REST)
    changes = {"problem": sentence, "next_try_at": next_try_at}
    CHARGE_PLAN.move(plan, "postponed", actor=SYSTEM, why=sentence, changes=changes)
    charge_postponed.send(
        sender=Escrow, escrow=charge.escrow, sentence=sentence, next_try_at=next_try_at
    )


def give_up_plan(plan: ChargePlan, sentence: str) -> None:
    """Nothing is tried any more; the escrow can still be paid. Side effect: `charge_given_up`."""
    changes = {"problem": sentence, "ended_at": timezone.now()}
    CHARGE_PLAN.move(plan, "given_up", actor=SYSTEM, why=sentence, changes=changes)
    charge_given_up.send(sender=Escrow, escrow=plan.escrow, sentence=sentence)
