"""One unit's money for programs, with all that happened to it."""

from typing import Any

from django.shortcuts import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from marketplace.core.api.endpoints import DetailEndpoint, Endpoint
from marketplace.core.data.actors import CLIENT, FREELANCER
from payments.card_disputes.queries import disputes_about
from payments.escrows.models.escrows import Escrow
from payments.escrows.permissions import can_view_escrow
from payments.escrows.queries.escrows import escrows_of
from payments.escrows.queries.movements import movements_of
from payments.overview.api.serializers import EscrowDetailSerializer


class OfEscrow(Endpoint):
    """The held funds of one unit that the caller pays or earns, with every movement of them."""

    tag = "held funds"
    permission = can_view_escrow
    shows = EscrowDetailSerializer

    def load(self) -> Escrow:
        escrows = escrows_of(self.user)
        return get_object_or_404(escrows, public_id=self.kwargs["public_id"])

    @property
    def side(self) -> str:
        return FREELANCER if self.subject.payee_id == self.user.pk else CLIENT

    def with_movements(self, escrow: Any) -> Any:
        """`escrow` with what its serializer shows beside its own fields."""
        escrow.shown_movements = movements_of(escrow, side=self.side)
        escrow.shown_disputes = disputes_about(escrow)
        return escrow


class EscrowDetail(OfEscrow, DetailEndpoint):
    """The held funds of one unit with every movement of them."""

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self.show(self.with_movements(self.subject))
