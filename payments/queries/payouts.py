"""What a person earned, and where it is."""

from django.db.models import F, QuerySet, Sum

from accounts.models import User
from payments.models import Payout
from payments.states import PayoutState

EARNING_PLACES = {
    PayoutState.ACCRUED: "clearing",
    PayoutState.AVAILABLE: "available",
    PayoutState.SENDING: "sending",
    PayoutState.FAILED: "available",
    PayoutState.SENT: "paid",
    PayoutState.PAID: "paid",
}


def payouts_of(user: User) -> QuerySet[Payout]:
    """The person's own payouts, newest first."""
    return (
        Payout.objects.filter(payee=user)
        .select_related("escrow", "escrow__payer", "payee", "charge")
        .order_by("-id")
    )


def earnings_of(user: User) -> dict[str, dict[str, int]]:
    """Minor units after the fee by currency, then by place: clearing, available, sending, paid."""
    earnings: dict[str, dict[str, int]] = {}
    sums = Payout.objects.filter(payee=user).values("currency", "state").order_by("currency")
    for row in sums.annotate(total=Sum(F("amount") - F("withheld") - F("reversed"))):
        place = EARNING_PLACES.get(PayoutState(row["state"]))
        if place and row["total"]:
            places = earnings.setdefault(
                row["currency"], dict.fromkeys(("clearing", "available", "sending", "paid"), 0)
            )
            places[place] += row["total"]
    return earnings
