"""Held funds, scoped to a viewer: members of the paying organisation, and the payee."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet, Sum

from accounts.models import Organisation, User
from accounts.queries.organisations import PAYING_ROLES
from payments.models import Escrow
from payments.states import EscrowState, PayoutState

RAIL = ("to_fund", "held", "clearing", "paid", "refunded")
SENT = (PayoutState.SENT, PayoutState.PAID)
PLACES = {
    EscrowState.AWAITING_FUNDS: "to_fund",
    EscrowState.PROCESSING: "to_fund",
    EscrowState.HELD: "held",
    EscrowState.REFUNDED: "refunded",
}


def escrows_of(user: User) -> QuerySet[Escrow]:
    """Every escrow that `user` may see, on either side."""
    return Escrow.objects.filter(
        Q(payee=user) | Q(payer__in=user.memberships.values("organisation"))
    ).select_related("payer", "payee", "payout")


def escrows_paid_by(organisations: Any) -> QuerySet[Escrow]:
    """What these organisations pay, each with its payout."""
    rows = Escrow.objects.filter(payer__in=organisations)
    return rows.select_related("payer", "payee", "payout").order_by("-id")


def escrows_earned_by(user: User) -> QuerySet[Escrow]:
    """What `user` earns or may earn, each with its payout."""
    rows = Escrow.objects.filter(payee=user).exclude(state=EscrowState.CANCELLED)
    return rows.select_related("payer", "payee", "payout").order_by("-id")


def payable_organisations(user: User) -> set[int]:
    """Row ids of the organisations for which `user` may pay."""
    return set(
        user.memberships.filter(role__in=PAYING_ROLES).values_list("organisation", flat=True)
    )


def money_parts(escrows: Iterable[Escrow]) -> list[tuple[str, int]]:
    """Rail key and minor units: each escrow's whole amount in the one place where it is now.

    All are of one currency; a queryset needs select_related("payout"). Cancelled ones are
    left out.
    """
    sums = dict.fromkeys(RAIL, 0)
    for escrow in escrows:
        place = place_of(escrow)
        if place:
            sums[place] += escrow.amount
    return list(sums.items())


def place_of(escrow: Escrow) -> str:
    """The rail key of one escrow; empty for a cancelled one."""
    if escrow.state == EscrowState.RELEASED:
        return "paid" if escrow.payout.state in SENT else "clearing"
    return PLACES.get(EscrowState(escrow.state), "")


def held_for(organisation: Organisation) -> dict[str, int]:
    """Minor units held for an organisation, by currency."""
    held = Escrow.objects.filter(payer=organisation, state=EscrowState.HELD)
    rows = held.order_by("currency").values_list("currency").annotate(total=Sum("amount"))
    return dict(rows)
