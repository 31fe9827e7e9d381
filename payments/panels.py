"""What the desk shows of money: what a freelancer can be paid, and what stands in the way."""

from typing import cast

from django.http import HttpRequest

from accounts.desk import Panel, register_panel
from accounts.models import User
from payments.queries.payees import standing_of
from payments.queries.payouts import earnings_of


@register_panel("freelancer", order=20)
def payouts_of_freelancer(request: HttpRequest) -> Panel | None:
    user = cast(User, request.user)
    earnings = earnings_of(user)
    if not earnings:
        return None
    facts = {"earnings": earnings, "standing": standing_of(user)}
    return Panel("Your payouts", "payments/desk_payouts.html", facts)
