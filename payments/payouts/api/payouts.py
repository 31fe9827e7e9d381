"""Payouts for programs: what was earned, where it is, and the account that it goes to."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from rest_framework.request import Request
from rest_framework.response import Response

from marketplace.core.api.endpoints import ActEndpoint, DetailEndpoint, Endpoint, ListEndpoint
from marketplace.core.data.actors import freelancer
from marketplace.core.data.money import Money
from payments.payouts.api.serializers import (
    LinkSerializer,
    OnboardingInput,
    PayoutAccountSerializer,
    PayoutDetailSerializer,
    PayoutQuery,
    PayoutSerializer,
    SentPayoutsSerializer,
)
from payments.payouts.models.payouts import Payout
from payments.payouts.permissions import can_be_paid, can_view_payout
from payments.payouts.queries.movements import movements_of_payout
from payments.payouts.queries.payees import block_of, payee_of
from payments.payouts.queries.payouts import earnings_of, payouts_of
from payments.payouts.services.payees import start_onboarding
from payments.payouts.services.payouts import pay_out
from payments.payouts.states import PayeeState


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
