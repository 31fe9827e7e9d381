"""Held funds, scoped to a viewer: members of the paying organisation, and the payee."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.permissions import PAYING_ROLES
from accounts.organisations.queries import carried_role
from accounts.people.models import User
from marketplace.core.data.arrays import AnyOf
from marketplace.core.staff.registry import is_of_staff
from payments.escrows.models.escrows import Escrow
from payments.escrows.states import UNPAID, EscrowState

# Every place that money can be in, from the payer to the payee's bank.
RAIL = (
    *("to_fund", "processing", "held", "in_review", "clearing", "available", "sent", "paid"),
    *("refunded", "disputed"),
)
HOLDING = (EscrowState.HELD, EscrowState.RECALLED, EscrowState.DISPUTED)
ENDED = (
    EscrowState.RELEASED,
    EscrowState.REFUNDED,
    EscrowState.CARRIED,
    EscrowState.RECALLED,
)
# Nothing of it is anywhere, unless a part was released.
NOWHERE = (EscrowState.CANCELLED, EscrowState.CARRIED)
PLACES = {
    EscrowState.AWAITING_FUNDS: "to_fund",
    EscrowState.PROCESSING: "processing",
    EscrowState.HELD: "held",
    EscrowState.REFUNDED: "refunded",
    EscrowState.RECALLED: "refunded",
    EscrowState.DISPUTED: "disputed",
}


def escrows_of(user: User) -> QuerySet[Escrow]:
    """Every escrow that `user` may see, on either side; each carries their role in the payer."""
    paid_by_theirs = AnyOf("payer", user.memberships.values("organisation"))
    rows = Escrow.objects.filter(Q(payee=user) | paid_by_theirs)
    rows = rows.annotate(**carried_role(user, "payer"))
    return rows.select_related("payer", "payee", "payout")


def escrows_for_staff(user: Any) -> QuerySet[Escrow]:
    """All of them for staff, none for anybody else."""
    rows = Escrow.objects.select_related("payer", "payee", "payout")
    return rows if is_of_staff(user) else rows.none()


def escrows_paid_by(organisations: QuerySet[Organisation]) -> QuerySet[Escrow]:
    """What these organisations pay, each with its payout."""
    rows = Escrow.objects.filter(AnyOf("payer", organisations.values("pk")))
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
    """Rail key and minor units: each escrow's amount in the places where it is now.

    All are of one currency; a queryset needs select_related("payout"). Cancelled ones are
    left out.
    """
    sums = dict.fromkeys(RAIL, 0)
    for escrow in escrows:
        for place, minor in parts_of(escrow).items():
            sums[place] += minor
    return list(sums.items())


def parts_of(escrow: Escrow) -> dict[str, int]:
    """Rail key and minor units of one escrow. Reads its payouts only if it has several."""
    if escrow.state in UNPAID:
        parts = {PLACES[EscrowState(escrow.state)]: escrow.to_charge.minor}
        return parts | ({"held": escrow.carried_in} if escrow.carried_in else {})
    parts = dict.fromkeys(RAIL, 0) | {"refunded": escrow.refunded}
    if escrow.state in HOLDING:
        parts[_place_held(escrow)] += escrow.left
    for payout in _payouts_of(escrow):
        parts[payout.place] += payout.gross.minor - payout.recalled
    return {place: minor for place, minor in parts.items() if minor}


def _payouts_of(escrow: Escrow) -> Iterable[Any]:
    newest = escrow.payout
    if newest is None or newest.gross.minor - newest.recalled == escrow.released:
        return [escrow.payout] if escrow.payout else []
    return escrow.payouts.all()


def place_of(escrow: Escrow) -> str:
    """The rail key of the newest state of an escrow; empty where nothing is anywhere.

    Once nothing is held, what stays released says where it is, also if the rest went back.
    """
    if escrow.released and escrow.state in ENDED:
        kept = [each for each in _payouts_of(escrow) if each.gross.minor > each.recalled]
        return str(max(kept, key=lambda payout: payout.pk).place)
    return "" if escrow.state in NOWHERE else _place_held(escrow)


def _place_held(escrow: Escrow) -> str:
    place = PLACES[EscrowState(escrow.state)]
    return "in_review" if place == "held" and escrow.in_review_since else place
