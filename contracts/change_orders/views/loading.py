"""What every page of a change order starts with, and what a page to propose one does."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from contracts.agreements.errors import SignedAsAnother
from contracts.agreements.models.contracts import Contract
from contracts.agreements.views.loading import OfContract
from contracts.change_orders.forms import signed_by
from contracts.change_orders.models import ChangeOrder
from contracts.change_orders.permissions import can_propose_change
from contracts.change_orders.queries import change_order_for, change_orders_of
from contracts.change_orders.services.orders import CHANGEABLE, propose_change_order
from contracts.change_orders.states import OPEN
from contracts.units.models.units import kind_of


class OfChangeOrder(OfContract):
    """Loads a change order of a contract that the viewer is on a side of."""

    def load(self) -> ChangeOrder:
        return change_order_for(self.request.user, self.kwargs["public_id"])

    @property
    def contract(self) -> Contract:
        return self.subject.contract

    def back(self) -> str:
        return self.subject.get_absolute_url()


class ProposesChange(OfContract):
    """Of a running contract of its kind; while one is open, that one is read first."""

    permission = can_propose_change
    address: str

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        changes = kind_of(self.contract).changes
        waiting = change_orders_of(self.contract).filter(state__in=OPEN).first()
        if waiting is not None:
            return HttpResponseRedirect(waiting.get_absolute_url())
        is_open = self.contract.state in CHANGEABLE
        if not is_open or changes is None or changes.form != self.address:
            return HttpResponseRedirect(self.contract.get_absolute_url())
        return super().get(request, *args, **kwargs)  # type: ignore[misc]

    def propose(self, form: Any, draft: Any) -> str:
        """Where to go on to; a name that is not the account's is asked about."""
        facts = form.cleaned_data
        try:
            order = propose_change_order(
                contract=self.contract,
                seen=facts["seen"],
                draft=draft,
                by=self.actor(),
                why=facts["note"],
                **signed_by(facts, self.request.headers.get("User-Agent", "")),
            )
        except SignedAsAnother:
            form.asks_whether_meant = True
            raise
        return order.get_absolute_url()

    def seen_now(self) -> dict[str, Any]:
        """What the form begins with besides the terms."""
        assert self.contract.terms is not None  # it runs
        return {"seen": self.contract.terms.sha256, "name": str(self.request.user)}
