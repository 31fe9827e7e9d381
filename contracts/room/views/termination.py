"""What staff do to a contract, each act with a reason."""

from typing import Any

from django.shortcuts import get_object_or_404

from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import can_terminate_contract
from contracts.agreements.states import CONTRACT
from contracts.units.queries.events import events_of_contract
from contracts.units.services.closings import terminate_contract
from contracts.units.views.events import entries_of
from marketplace.core.data.actors import moderator
from marketplace.core.staff.reasons import StaffReasonForm
from marketplace.core.staff.registry import can_moderate
from marketplace.core.web.views import FormPage

LATELY = 20


class TerminateContract(FormPage):
    """Ends a contract at once; says what happens to each unit's money before."""

    permission = can_terminate_contract
    for_staff = can_moderate
    template = "contracts/contract_termination.html"
    form_class = StaffReasonForm
    fresh = True
    said = "The contract is terminated. Both sides are told."

    def load(self) -> Contract:
        contracts = Contract.objects.select_related("organisation", "freelancer", "terms")
        return get_object_or_404(contracts, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        contract: Contract = self.subject
        return {
            "contract": contract,
            "units": list(contract.units.select_related("contract", "escrow")),
            "entries": entries_of(events_of_contract(contract).order_by("-id")[:LATELY]),
            "is_possible": CONTRACT.allows(contract, "terminated"),
        }

    def act(self, form: Any) -> str:
        why = form.cleaned_data["why"]
        terminate_contract(contract=self.subject, by=moderator(self.request.user), why=why)
        return self.request.path
