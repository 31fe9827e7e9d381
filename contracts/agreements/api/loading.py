"""What every endpoint of a contract starts with: the subject, scoped, and who acts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, ClassVar

from django.http import Http404
from django.shortcuts import get_object_or_404

from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import can_view_contract, side_of
from contracts.agreements.queries.contracts import contracts_for
from marketplace.core.api.endpoints import Endpoint
from marketplace.core.data.actors import Actor


class OfContract(Endpoint):
    """A contract that the caller is on a side of."""

    tag = "contracts"
    permission: ClassVar[Callable[..., bool] | None] = can_view_contract

    def load(self) -> Any:
        return get_object_or_404(contracts_for(self.user), public_id=self.kwargs["public_id"])

    @property
    def contract(self) -> Contract:
        return self.subject

    def actor(self) -> Actor:
        """The caller on their side, with the address they came from."""
        side = side_of(self.user, self.contract)
        if side is None:
            raise Http404
        return replace(side, address=self.address or None)
