"""What the desk shows of money: what a freelancer can be paid, and what stands in the way."""

from collections.abc import Iterable
from typing import cast

from django.http import HttpRequest
from django.urls import reverse

from accounts.desk import Item, Panel, register_items, register_panel
from accounts.models import User
from marketplace.core.money import Money
from payments.queries.payees import standing_of
from payments.queries.payouts import earnings_of
from payments.queries.purses import NEAREST_TO_PAYEE, purses


@register_items("freelancer")
def payout_account_to_set_up(request: HttpRequest) -> Iterable[Item]:
    """Only what stands in the way of money that is there."""
    user = cast(User, request.user)
    earnings = earnings_of(user)
    if not earnings:
        return
    standing = standing_of(user)
    if not (standing.blocked and standing.next_step):
        return
    for currency, places in earnings.items():
        if places["available"]:
            yield Item(
                title="Say where your money goes",
                about="Your payout account",
                about_url=reverse("payments:onboarding"),
                act=standing.next_step,
                url=reverse("payments:onboarding"),
                amount=Money(places["available"], currency),
            )


@register_panel("freelancer", order=20)
def payouts_of_freelancer(request: HttpRequest) -> Panel | None:
    user = cast(User, request.user)
    earnings = earnings_of(user)
    if not earnings:
        return None
    rails = {currency: list(places.items()) for currency, places in earnings.items()}
    facts = {"purses": purses(rails, NEAREST_TO_PAYEE), "standing": standing_of(user)}
    return Panel("Your payouts", "payments/desk_payouts.html", facts)
