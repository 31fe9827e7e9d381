"""The work room of a contract; while its terms are open, the offer."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.shortcuts import get_object_or_404

from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import (
    can_decline_offer,
    can_note_progress,
    can_propose_terms,
    can_steer_contract,
    can_withdraw_offer,
    is_freelancer_of,
)
from contracts.agreements.queries.contracts import contracts_for
from contracts.agreements.states import CONTRACT
from contracts.agreements.views.loading import OfContract
from contracts.change_orders.permissions import can_propose_change
from contracts.change_orders.queries import open_order_of, with_open_orders
from contracts.change_orders.services.orders import CHANGEABLE
from contracts.room.turns import turn_of
from contracts.room.views.parts import part_of
from contracts.trials.queries import trial_before
from contracts.units.models.units import Unit, kind_of
from contracts.units.permissions import can_fund_unit
from contracts.units.queries.events import events_of_contract
from contracts.units.queries.places import rail_of
from contracts.units.views.events import entries_of
from marketplace.core.data.money import Money
from marketplace.core.web.views import Page

LATELY = 6


class ContractRoom(OfContract, Page):
    """The work room; while the terms are open, the offer."""

    @property
    def template(self) -> str:  # type: ignore[override]
        is_offer = self.contract.agreed_at is None
        return "contracts/contract_offer.html" if is_offer else "contracts/contract_room.html"

    def load(self) -> Contract:
        rooms = with_open_orders(contracts_for(self.request.user))
        contract: Contract = get_object_or_404(rooms, public_id=self.kwargs["public_id"])
        prefetch_related_objects([contract], Prefetch("units", part_of(contract.kind).units()))
        return contract

    def context(self) -> dict[str, Any]:
        contract, user = self.contract, self.request.user
        units = list(contract.units.all())
        assert contract.terms is not None
        draft, part = contract.terms.draft, part_of(contract.kind)
        lately = events_of_contract(contract).order_by("-id")[:LATELY]
        return (
            self.sides()
            | price_facts(contract, units)
            | _acts(contract, user)
            | part.templates
            | {
                "contract": contract,
                "units": part.rows(units, draft),
                "rail": rail_of(contract, units),
                "turn": turn_of(contract, user),
                "lately": entries_of(lately),
                **_change(contract, user),
                "fundable": _fundable(contract, units, user),
                "trial_before": trial_before(contract),
                "profile": getattr(contract.freelancer, "freelancer_profile", None),
            }
        )


def price_facts(contract: Contract, units: Sequence[Unit] = ()) -> dict[str, Any]:
    """The price on the table; of what may still be released, the fee and what remains.

    Before the units are laid down that is all of it, later what is not given back.
    """
    assert contract.terms is not None
    draft = contract.terms.draft
    nothing = Money(0, draft.currency)
    whole = sum((row.payable for row in units), nothing) if units else draft.price
    fee = sum((row.payable_fee for row in units), nothing) if units else draft.fee
    return {
        "draft": draft,
        "fee_percent": f"{draft.fee_basis_points / 100:g} %",
        "whole": whole,
        "fee": fee,
        "receives": whole - fee,
    }


def _acts(contract: Contract, user: Any) -> dict[str, bool]:
    """What the room's menu and the offer's side column hold."""
    verb = "countered" if is_freelancer_of(user, contract) else "revised"
    return {
        "can_steer": can_steer_contract(user, contract),
        "can_note_progress": can_note_progress(user, contract),
        "can_propose": can_propose_terms(user, contract) and CONTRACT.allows(contract, verb),
        "can_decline": can_decline_offer(user, contract) and contract.is_negotiating,
        "can_withdraw": can_withdraw_offer(user, contract) and contract.is_negotiating,
    }


def _change(contract: Contract, user: Any) -> dict[str, Any]:
    """The change of the terms that is open, or the page on which one is proposed."""
    changes = kind_of(contract).changes
    is_open = contract.state in CHANGEABLE and can_propose_change(user, contract)
    return {
        "open_order": open_order_of(contract),
        "change_form": changes.form if changes and is_open else "",
    }


def _fundable(contract: Contract, units: list[Unit], user: Any) -> int | None:
    """The one unit that the viewer may fund now: the first without money."""
    unit = kind_of(contract).next_to_fund(units)
    if unit and unit.is_fundable and can_fund_unit(user, unit):
        return unit.pk
    return None
