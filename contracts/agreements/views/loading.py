"""What every page of a contract starts with: the subject, scoped, and who acts."""

from collections.abc import Callable
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import (
    can_view_contract,
    is_freelancer_of,
    viewing_side,
)
from contracts.agreements.queries.subjects import actor_on, contract_for
from marketplace.core.data.actors import Actor
from marketplace.core.text.moments import clock_of_day
from marketplace.core.web.views import Gate, client_address


class OfContract(Gate):
    """Loads a contract that the viewer is on a side of."""

    permission: ClassVar[Callable[..., bool] | None] = can_view_contract

    def load(self) -> Any:
        return contract_for(self.request.user, self.kwargs["public_id"])

    @property
    def contract(self) -> Contract:
        return self.subject

    def actor(self) -> Actor:
        address = client_address(self.request)
        return actor_on(self.contract, self.request.user, address=address)

    def sides(self) -> dict[str, Any]:
        """Which side the viewer is on, and the other one's name and clock."""
        contract = self.contract
        is_freelancer = is_freelancer_of(self.request.user, contract)
        person = contract.offered_by if is_freelancer else contract.freelancer
        zone = person.time_zone
        return {
            "is_freelancer": is_freelancer,
            "side": viewing_side(self.request.user, contract),
            "other_name": contract.organisation.name if is_freelancer else str(person),
            "other_zone": zone,
            "other_clock": clock_of_day(timezone.now().astimezone(ZoneInfo(zone))),
        }

    def back(self) -> str:
        return self.contract.get_absolute_url()
