"""What a person earned, and where it is."""

from collections.abc import Iterable

from django.db.models import F, QuerySet, Sum

from accounts.people.models import User
from marketplace.core.data.money import Money
from payments.payouts.models.payouts import Payout
from payments.payouts.states import PAYOUT_PLACES, PayoutState, ReversalState

# What was kept for a debt or came back is not the person's any more.
GONE = (PayoutState.WITHHELD, PayoutState.REVERSED)
EARNED = ("clearing", "available", "sent", "paid")


def payouts_of(user: User) -> QuerySet[Payout]:
    """The person's own payouts, newest first."""
    return (
        Payout.objects.filter(payee=user)
        .select_related("escrow", "escrow__payer", "payee", "charge")
        .order_by("-id")
    )


def earnings_of(user: User) -> dict[str, dict[str, int]]:
    """Minor units after the fee by currency, then by place: clearing, available, sent, paid."""
    earnings: dict[str, dict[str, int]] = {}
    own = Payout.objects.filter(payee=user).exclude(state__in=GONE)
    sums = own.values("currency", "state").order_by("currency")
    for row in sums.annotate(total=Sum(F("amount") - F("withheld") - F("reversed"))):
        if row["total"]:
            places = earnings.setdefault(row["currency"], dict.fromkeys(EARNED, 0))
            places[PAYOUT_PLACES[PayoutState(row["state"])]] += row["total"]
    return earnings


def rail_of_payout(payout: Payout) -> list[tuple[str, int]]:
    """Where the person's own part of one release is, in minor units."""
    return [(payout.place, payout.amount - payout.withheld - payout.reversed)]


def available_to(user: User) -> list[Payout]:
    """What can be paid out now, oldest first."""
    return list(payouts_of(user).filter(state=PayoutState.AVAILABLE).order_by("id"))


def totals_of(payouts: Iterable[Payout]) -> list[Money]:
    """What would be sent of these, summed by currency."""
    sums: dict[str, Money] = {}
    for payout in payouts:
        sums[payout.currency] = (
            sums.get(payout.currency, Money(0, payout.currency)) + payout.to_send
        )
    return [sums[currency] for currency in sorted(sums)]


def reversed_by_us(payout: Payout) -> int:
    """Minor units that we took back of a sent transfer, with what is being taken back now."""
    ours = payout.reversals.filter(state__in=(ReversalState.PENDING, ReversalState.MADE))
    return ours.aggregate(sum=Sum("amount"))["sum"] or 0
