"""Change orders for programs: read, sign, decline, withdraw."""

from typing import Any

from django.db.models import QuerySet

from contracts.agreements.api.loading import OfContract
from contracts.agreements.api.serializers import SignatureInput
from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.models.contracts import Contract
from contracts.change_orders.api.serializers import ChangeOrderInput, ChangeOrderSerializer
from contracts.change_orders.models import ChangeOrder
from contracts.change_orders.permissions import (
    can_answer_change_order,
    can_propose_change,
    can_view_change_order,
    can_withdraw_change_order,
)
from contracts.change_orders.queries import change_order_for, change_orders_of
from contracts.change_orders.services.orders import (
    decline_change_order,
    propose_change_order,
    sign_change_order,
    withdraw_change_order,
)
from marketplace.core.api.endpoints import ActEndpoint, DetailEndpoint, ListEndpoint
from marketplace.core.api.serializers import OptionalReason, Reason


class ChangeOrders(OfContract, ListEndpoint):
    """The change orders of a contract, newest first."""

    tag = "change orders"
    shows = ChangeOrderSerializer

    def rows(self, **wanted: Any) -> QuerySet[ChangeOrder]:
        orders = change_orders_of(self.contract).select_related("contract")
        return orders.prefetch_related("proposed__signatures__user")


class ProposeChangeOrder(OfContract, ActEndpoint):
    """Of one kind; each says what it takes and how that changes the terms."""

    tag = "change orders"
    permission = can_propose_change
    takes = ChangeOrderInput
    answers = ChangeOrderSerializer
    fresh = True
    creates = True

    def agreed(self) -> TermsDraft:
        assert self.contract.terms is not None  # every offer is made with its first version
        return self.contract.terms.draft

    def propose(self, draft: TermsDraft, signed: dict[str, Any]) -> ChangeOrder:
        return propose_change_order(
            contract=self.contract,
            seen=signed["sha256"],
            draft=draft,
            by=self.actor(),
            why=signed["note"],
            name=signed["name"],
            is_meant=signed["is_meant"],
            user_agent=self.request.headers.get("User-Agent", ""),
        )


class OfChangeOrder(OfContract):
    """A change order of a contract that the caller is on a side of."""

    tag = "change orders"
    shows = ChangeOrderSerializer
    permission = can_view_change_order

    def load(self) -> ChangeOrder:
        return change_order_for(self.user, self.kwargs["public_id"])

    @property
    def contract(self) -> Contract:
        return self.subject.contract


class ChangeOrderDetail(OfChangeOrder, DetailEndpoint):
    """One change order with the text that it proposes."""


class SecondSignature(OfChangeOrder, ActEndpoint):
    """Sign a change order for your side. Units and money follow at once."""

    permission = can_answer_change_order
    fresh = True
    takes = SignatureInput
    creates = True

    def act(self, name: str, sha256: str, is_meant: bool) -> ChangeOrder:
        return sign_change_order(
            order=self.subject,
            sha256=sha256,
            by=self.actor(),
            name=name,
            is_meant=is_meant,
            user_agent=self.request.headers.get("User-Agent", ""),
        )


class Refusal(OfChangeOrder, ActEndpoint):
    """Decline a change order. The terms go on as they are."""

    permission = can_answer_change_order
    takes = Reason

    def act(self, why: str) -> ChangeOrder:
        return decline_change_order(order=self.subject, by=self.actor(), why=why)


class Withdrawal(OfChangeOrder, ActEndpoint):
    """Take back a change order that your side proposed."""

    permission = can_withdraw_change_order
    takes = OptionalReason

    def act(self, why: str) -> ChangeOrder:
        return withdraw_change_order(order=self.subject, by=self.actor(), why=why)
