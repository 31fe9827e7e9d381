"""Held funds and payouts for programs."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from rest_framework.request import Request
from rest_framework.response import Response

from marketplace.core.actors import CLIENT, FREELANCER, freelancer
from marketplace.core.api import ActEndpoint, DetailEndpoint, Endpoint, ListEndpoint
from marketplace.core.money import Money
from marketplace.core.views import signed_in
from payments.api.serializers import (
    EscrowDetailSerializer,
    EscrowQuery,
    EscrowSerializer,
    LinkSerializer,
    OnboardingInput,
    PayoutAccountSerializer,
    PayoutDetailSerializer,
    PayoutQuery,
    PayoutSerializer,
    SentPayoutsSerializer,
)
from payments.models import Escrow, Payout
from payments.permissions import can_be_paid, can_view_escrow, can_view_payout
from payments.queries.card_disputes import disputes_about
from payments.queries.escrows import escrows_of
from payments.queries.movements import movements_of, movements_of_payout
from payments.queries.payees import block_of, payee_of
from payments.queries.payouts import earnings_of, payouts_of
from payments.services.payees import start_onboarding
from payments.services.payouts import pay_out
from payments.states import PayeeState


class Escrows(ListEndpoint):
    """The held funds that you pay or earn, newest first."""

    tag = "held funds"
    permission = signed_in
    shows = EscrowSerializer
    filters = EscrowQuery

    def rows(self, **wanted: Any) -> QuerySet[Escrow]:
        return escrows_of(self.user).filter(**wanted)


class EscrowDetail(DetailEndpoint):
    """The held funds of one unit with every movement of them."""

    tag = "held funds"
    permission = can_view_escrow
    shows = EscrowDetailSerializer

    def load(self) -> Escrow:
        escrows = escrows_of(self.user)
        return get_object_or_404(escrows, public_id=self.kwargs["public_id"])

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        side = FREELANCER if self.subject.payee_id == self.user.pk else CLIENT
        self.subject.shown_movements = movements_of(self.subject, side=side)
        self.subject.shown_disputes = disputes_about(self.subject)
        return self.show(self.subject)


class Payouts(ActEndpoint, ListEndpoint):
    """What you earned, on its way to you."""

    tag = "payouts"
    permission = can_be_paid
    fresh = True
    shows = PayoutSerializer
    filters = PayoutQuery
    answers = SentPayoutsSerializer
    creates = True

    def rows(self, **wanted: Any) -> QuerySet[Payout]:
        return payouts_of(self.user).filter(**wanted)

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """List your payouts, newest first."""
        return super().get(request, *args, **kwargs)

    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Have everything that is available sent to you now."""
        return super().post(request, *args, **kwargs)

    def act(self) -> dict[str, Any]:
        user = self.user
        sent = pay_out(payee=user, by=freelancer(user, self.address))
        requested = [payout.pk for payout in sent]
        return {"payouts": payouts_of(user).filter(pk__in=requested)}


class PayoutDetail(DetailEndpoint):
    """One payout with every movement of it."""

    tag = "payouts"
    permission = can_view_payout
    shows = PayoutDetailSerializer

    def load(self) -> Payout:
        return get_object_or_404(payouts_of(self.user), public_id=self.kwargs["public_id"])

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        self.subject.shown_movements = movements_of_payout(self.subject)
        return self.show(self.subject)


class PayoutAccount(Endpoint):
    """Whether you can be paid, and what you earned by where it is."""

    tag = "payouts"
    permission = can_be_paid
    shows = PayoutAccountSerializer

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        payee = payee_of(self.user)
        earnings = [
            {place: Money(minor, currency) for place, minor in places.items()}
            for currency, places in earnings_of(self.user).items()
        ]
        return self.show(
            {
                "state": payee.state if payee else PayeeState.NOT_STARTED,
                "country": payee.country if payee else "",
                "block": block_of(payee),
                "earnings": earnings,
            }
        )


class Onboarding(ActEndpoint):
    """Get the address of the processor's page where you set up your payout account."""

    tag = "payouts"
    permission = can_be_paid
    fresh = True
    takes = OnboardingInput
    answers = LinkSerializer
    problems = (502,)

    def act(self, country: str) -> dict[str, str]:
        absolute = self.request.build_absolute_uri
        url = start_onboarding(
            user=self.user,
            country=country,
            return_url=absolute(reverse("payments:onboarding_return")),
            refresh_url=absolute(reverse("payments:onboarding")),
        )
        return {"url": url}
