"""What every endpoint of a contract starts with: the subject, scoped, and who acts."""

from collections.abc import Callable
from typing import Any, ClassVar

from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import can_view_contract
from contracts.agreements.queries.subjects import actor_on, contract_for
from marketplace.core.api.endpoints import Endpoint
from marketplace.core.data.actors import Actor


class OfContract(Endpoint):
    """A contract that the caller is on a side of."""

    tag = "contracts"
    permission: ClassVar[Callable[..., bool] | None] = can_view_contract

    def load(self) -> Any:
        return contract_for(self.user, self.kwargs["public_id"])

    @property
    def contract(self) -> Contract:
        return self.subject

    def actor(self) -> Actor:
        return actor_on(self.contract, self.user, address=self.address)
