"""Held funds for programs."""

from typing import Any

from django.db.models import QuerySet

from marketplace.core.api.endpoints import ListEndpoint
from marketplace.core.web.views import signed_in
from payments.escrows.api.serializers import EscrowQuery, EscrowSerializer
from payments.escrows.models.escrows import Escrow
from payments.escrows.queries.escrows import escrows_of


class Escrows(ListEndpoint):
    """The held funds that you pay or earn, newest first."""

    tag = "held funds"
    permission = signed_in
    shows = EscrowSerializer
    filters = EscrowQuery

    def rows(self, **wanted: Any) -> QuerySet[Escrow]:
        return escrows_of(self.user).filter(**wanted)
