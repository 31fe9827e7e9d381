"""What the desk shows of money: what a freelancer can be paid, and what stands in the way."""

from collections.abc import Iterable
from typing import cast

from django.http import HttpRequest
from django.urls import reverse

from accounts.desk.registry import Item, Panel, register_items, register_panel
from accounts.people.models import User
from marketplace.core.data.money import Money
from payments.escrows.queries.purses import NEAREST_TO_PAYEE, purses
from payments.payouts.queries.payees import Standing, standing_of
from payments.payouts.queries.payouts import earnings_of

Earnings = dict[str, dict[str, int]]


def _earned(request: HttpRequest) -> tuple[Earnings, Standing] | None:
    """What the person earned and how they can be paid, if they earned; read once a request."""
    if "_earned" not in request.__dict__:
        user = cast(User, request.user)
        earnings = earnings_of(user)
        request.__dict__["_earned"] = (earnings, standing_of(user)) if earnings else None
    found: tuple[Earnings, Standing] | None = request.__dict__["_earned"]
    return found


@register_items("freelancer")
def payout_account_to_set_up(request: HttpRequest) -> Iterable[Item]:
    """Only what stands in the way of money that is there."""
    earnings, standing = _earned(request) or ({}, None)
    if standing is None or not (standing.blocked and standing.next_step):
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
    found = _earned(request)
    if found is None:
        return None
    earnings, standing = found
    rails = {currency: list(places.items()) for currency, places in earnings.items()}
    facts = {"purses": purses(rails, NEAREST_TO_PAYEE), "standing": standing}
    return Panel("Your payouts", "payments/payout_desk.html", facts)
