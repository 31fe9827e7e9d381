"""A contract as staff see it, with the way to the one act on it."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import can_terminate_contract
from contracts.agreements.queries.staff import contracts_for_staff
from contracts.agreements.states import CONTRACT
from contracts.units.queries.events import events_of_contract
from contracts.units.queries.places import rail_of
from contracts.units.queries.units import units_with_money
from contracts.units.views.events import entries_of
from marketplace.core.staff.registry import is_of_staff
from marketplace.core.web.views import Page

SHOWN = 50


def can_look_at_contract(user: Any, contract: Contract) -> bool:
    return is_of_staff(user)


class StaffContract(Page):
    """Sides, units with their money, and everything that happened; nothing is changed."""

    permission = can_look_at_contract
    for_staff = is_of_staff
    template = "staff/contract.html"

    def load(self) -> Contract:
        contracts = contracts_for_staff().select_related("terms")
        return get_object_or_404(contracts, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        contract: Contract = self.subject
        units = list(units_with_money().filter(contract=contract))
        can_act = can_terminate_contract(self.request.user, contract)
        return {
            "contract": contract,
            "units": units,
            "rail": rail_of(contract, units),
            "entries": entries_of(events_of_contract(contract).order_by("-id")[:SHOWN]),
            "standing": [each for each in units if each.is_in_review]
            if contract.stands_still
            else [],
            "can_terminate": can_act and CONTRACT.allows(contract, "terminated"),
            "admin_url": reverse("admin:contracts_contract_change", args=[contract.pk]),
        }
