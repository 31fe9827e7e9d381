"""Attempts to pay, and charging a saved method with nobody at the page."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from marketplace.core.api.endpoints import ActEndpoint, DetailEndpoint, ListEndpoint
from marketplace.core.data.actors import client
from marketplace.core.web.views import signed_in
from payments.charges.api.serializers import (
    ChargePlanInput,
    ChargePlanSerializer,
    ChargeQuery,
    ChargeSerializer,
)
from payments.charges.models import Charge, ChargePlan
from payments.charges.queries import charge_plans_about, charges_of
from payments.charges.services.plans import start_charge_plan
from payments.escrows.models.escrows import Escrow
from payments.escrows.permissions import can_fund_escrow
from payments.escrows.queries.escrows import escrows_of
from payments.payment_methods.queries import methods_of


class Charges(ListEndpoint):
    """Every attempt to pay of your organisations, newest first."""

    tag = "held funds"
    permission = signed_in
    shows = ChargeSerializer
    filters = ChargeQuery

    def rows(self, **wanted: Any) -> QuerySet[Charge]:
        return charges_of(self.user).filter(**wanted)


class ChargePlanDetail(ActEndpoint, DetailEndpoint):
    """Charging a saved payment method for held funds without anybody at the page."""

    tag = "held funds"
    permission = can_fund_escrow
    fresh = True
    creates = True
    takes = ChargePlanInput
    shows = ChargePlanSerializer

    def load(self) -> Escrow:
        return get_object_or_404(escrows_of(self.user), public_id=self.kwargs["public_id"])

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Show the newest plan of these held funds, and when it is tried next."""
        return self.show(get_object_or_404(charge_plans_about(self.subject)[:1]))

    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Charge a saved method now, and again on days 1, 3 and 5 where it fails."""
        return super().post(request, *args, **kwargs)

    def act(self, payment_method: UUID | None = None) -> ChargePlan:
        method = None
        if payment_method is not None:
            method = get_object_or_404(methods_of(self.user), public_id=payment_method)
        by = client(self.user, self.address)
        return start_charge_plan(escrow=self.subject, method=method, by=by)
