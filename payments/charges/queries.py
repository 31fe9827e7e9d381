"""Attempts to pay, and plans to go on trying."""

from django.db.models import QuerySet

from accounts.people.models import User
from marketplace.core.data.arrays import AnyOf
from payments.charges.models import Charge, ChargePlan
from payments.charges.states import ChargePlanState
from payments.escrows.models.escrows import Escrow
from payments.escrows.states import EscrowState


def charges_of(user: User) -> QuerySet[Charge]:
    """Every attempt to pay of the person's organisations, newest first, with what belongs to it."""
    escrows = Escrow.objects.filter(AnyOf("payer", user.memberships.values("organisation")))
    rows = Charge.objects.filter(AnyOf("escrow", escrows.values("pk")))
    about = rows.select_related("escrow__payer", "method")
    return about.prefetch_related("documents", "refunds__documents").order_by("-id")


def challenged_charge(escrow: Escrow) -> Charge | None:
    """The payment that waits for its payer to confirm it at their bank, if one does."""
    return next((charge for charge in escrow.charges.all() if charge.is_challenged), None)


def charge_plans_about(escrow: Escrow) -> QuerySet[ChargePlan]:
    """Every plan to charge a saved method for `escrow`, newest first."""
    plans = escrow.charge_plans.select_related("escrow", "method__organisation")
    return plans.order_by("-id")


def open_plan(escrow: Escrow) -> ChargePlan | None:
    """The plan by which an unpaid escrow is charged, or the one that was given up."""
    if escrow.state not in (EscrowState.AWAITING_FUNDS, EscrowState.PROCESSING):
        return None
    told = (ChargePlanState.UNDER_WAY, ChargePlanState.GIVEN_UP)
    newest = charge_plans_about(escrow).first()
    return newest if newest and newest.state in told else None


def is_refundable(charge: Charge) -> bool:
    """Whether the processor would refund it: not while it is disputed, nor once it was lost."""
    return not charge.card_disputes.filter(is_refundable=False).exists()
