"""Attempts to pay, and plans to go on trying."""

from datetime import datetime

from django.db.models import QuerySet

from accounts.people.models import User
from marketplace.core.data.arrays import AnyOf
from marketplace.core.data.money import Money
from payments.charges.models import Charge, ChargePlan, Funding
from payments.charges.states import ChargePlanState, ChargeState
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


def paid_charge(escrow: Escrow) -> Charge:
    """The charge that paid for an escrow itself; one that others paid for whole has none."""
    return escrow.charges.get(state=ChargeState.SUCCEEDED)


def charges_in(escrow: Escrow) -> list[Charge]:
    """Of which charges a paid escrow holds something, the oldest first; once none, held it."""
    if not escrow.carried_in:
        return [paid_charge(escrow)]
    fundings = escrow.fundings.select_related("charge").order_by("charge_id")
    holding = [funding for funding in fundings if funding.left] or fundings
    return list(dict.fromkeys(funding.charge for funding in holding))


def shares_in(escrow: Escrow) -> list[tuple[Charge, Money]]:
    """What an escrow holds, by charge, the oldest first: in this order it goes.

    Since when a charge is held its own escrow says (`charge.escrow.funded_at`).
    """
    shares: dict[Charge, int] = {}
    if not escrow.carried_in:
        shares = {paid_charge(escrow): escrow.left}
    for funding in escrow.fundings.select_related("charge__escrow").order_by("charge_id"):
        shares[funding.charge] = shares.get(funding.charge, 0) + funding.left
    return [(charge, Money(part, escrow.currency)) for charge, part in shares.items() if part]


def older_part(escrow: Escrow, paid_before: datetime) -> Money:
    """What an escrow holds of charges that were paid before a moment."""
    parts = [
        part
        for charge, part in shares_in(escrow)
        if charge.escrow.funded_at and charge.escrow.funded_at < paid_before
    ]
    return sum(parts, Money(0, escrow.currency))


def left_of(escrow: Escrow, charge: Charge) -> int:
    """Minor units of one charge that a paid escrow holds."""
    if not escrow.carried_in:
        return escrow.left if charge.escrow_id == escrow.pk else 0
    return sum(funding.left for funding in escrow.fundings.filter(charge=charge))


def escrows_with(charge: Charge) -> list[Escrow]:
    """The escrows, beside its own, that have or had money of a charge; the oldest first."""
    carried = Funding.objects.filter(charge=charge).exclude(escrow=charge.escrow_id)
    return list(Escrow.objects.filter(pk__in=carried.values("escrow")).order_by("pk"))


def held_of_charge(charge: Charge) -> int:
    """Minor units of a paid charge that its escrows hold."""
    return sum(left_of(escrow, charge) for escrow in [charge.escrow, *escrows_with(charge)])


def is_refundable(charge: Charge) -> bool:
    """Whether the processor would refund it: not while it is disputed, nor once it was lost."""
    return not charge.card_disputes.filter(is_refundable=False).exists()
