"""Payouts to the bank for programs."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from marketplace.core.api.endpoints import DetailEndpoint, ListEndpoint
from payments.payouts.api.serializers import (
    BankPayoutDetailSerializer,
    BankPayoutQuery,
    BankPayoutSerializer,
)
from payments.payouts.models.bank_payouts import BankPayout
from payments.payouts.permissions import can_be_paid, can_view_payout
from payments.payouts.queries.bank_payouts import bank_payouts_of, carried_by


class BankPayouts(ListEndpoint):
    """What went from your account at the processor to your bank, newest first."""

    tag = "payouts"
    permission = can_be_paid
    shows = BankPayoutSerializer
    filters = BankPayoutQuery

    def rows(self, **wanted: Any) -> QuerySet[BankPayout]:
        return bank_payouts_of(self.user).filter(**wanted)


class BankPayoutDetail(DetailEndpoint):
    """One payout to your bank with the payouts that it carries."""

    tag = "payouts"
    permission = can_view_payout
    shows = BankPayoutDetailSerializer

    def load(self) -> BankPayout:
        rows = bank_payouts_of(self.user)
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        self.subject.shown_payouts = carried_by(self.subject)
        return self.show(self.subject)
