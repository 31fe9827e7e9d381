"""Contracts for programs: read, sign, steer."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404
from rest_framework.response import Response

from contracts.agreements.api.loading import OfContract
from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import (
    can_decline_offer,
    can_note_progress,
    can_steer_contract,
    can_withdraw_offer,
)
from contracts.agreements.queries.contracts import contracts_for
from contracts.agreements.services.offers import decline_offer, withdraw_offer
from contracts.agreements.services.pauses import pause_contract, resume_contract
from contracts.agreements.services.progress import note_progress
from contracts.milestones.queries import milestones_with_money
from contracts.room.api.serializers import (
    ContractDetailSerializer,
    ContractQuery,
    ContractSerializer,
    EventSerializer,
    ProgressInput,
)
from contracts.timesheets.queries.weeks import weeks_with_time
from contracts.units.queries.events import events_of_contract
from contracts.units.services.closings import give_notice
from marketplace.core.api.endpoints import ActEndpoint, DetailEndpoint, ListEndpoint
from marketplace.core.api.serializers import OptionalReason, Reason
from marketplace.core.data.models import Event
from marketplace.core.web.views import signed_in


class Contracts(ListEndpoint):
    """The contracts that you are on a side of, newest first."""

    tag = "contracts"
    permission = signed_in
    shows = ContractSerializer
    filters = ContractQuery

    def rows(self, **wanted: Any) -> QuerySet[Contract]:
        return contracts_for(self.user).select_related("proposal").filter(**wanted)


def whole_contract(user: Any, **which: Any) -> Contract:
    """One contract of `user` with its milestones and their criteria, or with its `weeks`."""
    milestones = milestones_with_money().prefetch_related("criteria")
    contracts = contracts_for(user).select_related("proposal")
    with_units = contracts.prefetch_related(
        Prefetch("units", milestones), Prefetch("units", weeks_with_time(), to_attr="weeks")
    )
    return get_object_or_404(with_units, **which)


class ContractDetail(OfContract, DetailEndpoint):
    """One contract with its milestones, or its weeks."""

    shows = ContractDetailSerializer

    def load(self) -> Contract:
        return whole_contract(self.user, public_id=self.kwargs["public_id"])


class ContractEvents(OfContract, ListEndpoint):
    """Everything that happened on a contract, newest first."""

    shows = EventSerializer

    def rows(self, **wanted: Any) -> QuerySet[Event]:
        return events_of_contract(self.contract)


class ContractAct(OfContract, ActEndpoint):
    shows = ContractDetailSerializer

    def answer(self, subject: Any) -> Response:
        return super().answer(whole_contract(self.user, pk=self.contract.pk))


class Withdrawal(ContractAct):
    """Withdraw an offer. Its proposal returns to the shortlist."""

    permission = can_withdraw_offer
    takes = OptionalReason

    def act(self, why: str) -> Contract:
        return withdraw_offer(contract=self.contract, by=self.actor(), why=why)


class Decline(ContractAct):
    """Decline an offer. The client reads the reason."""

    permission = can_decline_offer
    takes = Reason

    def act(self, why: str) -> Contract:
        return decline_offer(contract=self.contract, by=self.actor(), why=why)


class Pause(ContractAct):
    """Pause a contract. Nothing is funded or delivered meanwhile; reviews go on."""

    permission = can_steer_contract
    takes = Reason

    def act(self, why: str) -> Contract:
        return pause_contract(contract=self.contract, by=self.actor(), why=why)


class Resumption(ContractAct):
    """Go on with a paused contract."""

    permission = can_steer_contract

    def act(self) -> Contract:
        return resume_contract(contract=self.contract, by=self.actor())


class Notice(ContractAct):
    """Give notice. What is not funded ends; what is funded is finished as agreed."""

    permission = can_steer_contract
    takes = Reason

    def act(self, why: str) -> Contract:
        return give_notice(contract=self.contract, by=self.actor(), why=why)


class Progress(OfContract, ActEndpoint):
    """Say where the work stands. The client is told, and it counts as a sign of life."""

    permission = can_note_progress
    takes = ProgressInput
    answers = EventSerializer
    creates = True

    def act(self, note: str) -> Event:
        return note_progress(contract=self.contract, by=self.actor(), note=note)
