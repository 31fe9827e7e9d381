"""Saved payment methods for programs."""

from typing import Any

from django.db.models import QuerySet

from marketplace.core.api.endpoints import ListEndpoint
from marketplace.core.web.views import signed_in
from payments.payment_methods.api.serializers import PaymentMethodSerializer
from payments.payment_methods.models import PaymentMethod
from payments.payment_methods.queries import methods_of


class PaymentMethods(ListEndpoint):
    """The saved payment methods of the organisations that you pay for, newest first.

    One is saved on the site: its owner has to agree, and may have to confirm at their bank.
    """

    tag = "held funds"
    permission = signed_in
    shows = PaymentMethodSerializer

    def rows(self, **wanted: Any) -> QuerySet[PaymentMethod]:
        return methods_of(self.user).order_by("-id")
