"""A contract as staff see it, with the way to the one act on it."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from contracts.models import Contract
from contracts.permissions import can_terminate_contract
from contracts.queries.contracts import milestones_with_money
from contracts.queries.events import events_of_contract
from contracts.queries.places import rail_of
from contracts.queries.staff import contracts_for_staff
from contracts.states import CONTRACT
from contracts.views.events import entries_of
from marketplace.core.staff import is_of_staff
from marketplace.core.views import Page

SHOWN = 50


def can_look_at_contract(user: Any, contract: Contract) -> bool:
    return is_of_staff(user)


class StaffContract(Page):
    """Sides, milestones with their money, and everything that happened; nothing is changed."""

    permission = can_look_at_contract
    for_staff = is_of_staff
    template = "staff/contract.html"

    def load(self) -> Contract:
        contracts = contracts_for_staff().select_related("terms")
        return get_object_or_404(contracts, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        contract: Contract = self.subject
        milestones = list(milestones_with_money().filter(contract=contract))
        can_act = can_terminate_contract(self.request.user, contract)
        return {
            "contract": contract,
            "milestones": milestones,
            "rail": rail_of(contract, milestones),
            "entries": entries_of(events_of_contract(contract).order_by("-id")[:SHOWN]),
            "standing": [each for each in milestones if each.is_in_review]
            if contract.stands_still
            else [],
            "can_terminate": can_act and CONTRACT.allows(contract, "terminated"),
            "admin_url": reverse("admin:contracts_contract_change", args=[contract.pk]),
        }
