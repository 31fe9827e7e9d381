"""The list of contracts, the money and the events of one."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import is_freelancer_of, viewing_side
from contracts.agreements.queries.contracts import contracts_for
from contracts.agreements.states import CLOSED
from contracts.agreements.views.loading import OfContract
from contracts.change_orders.queries import with_open_orders
from contracts.room.turns import turn_of
from contracts.room.views.room import price_facts
from contracts.units.queries.events import events_of_contract
from contracts.units.queries.places import place_of_unit, rail_of
from contracts.units.queries.units import units_with_money, with_units
from contracts.units.views.events import entries_of
from marketplace.core.data.money import Money
from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Gate, Page, signed_in


class ContractList(Page):
    """The viewer's contracts, each with whose turn it is and where its money is."""

    permission = signed_in
    template = "contracts/contract_list.html"

    def context(self) -> dict[str, Any]:
        user, is_closed = self.request.user, self.request.GET.get("show") == "closed"
        rows = contracts_for(user)
        rows = rows.filter(state__in=CLOSED) if is_closed else rows.exclude(state__in=CLOSED)
        after = self.request.GET.get("after", "")
        page = keyset_page(with_open_orders(with_units(rows)), keys=("-id",), after=after)
        return {
            "page": page,
            "rows": [
                {
                    "contract": contract,
                    "turn": turn_of(contract, user),
                    "rail": rail_of(contract, contract.units.all()),
                    "price": _price(contract),
                    "is_freelancer": is_freelancer_of(user, contract),
                    "side": viewing_side(user, contract),
                }
                for contract in page.items
            ],
            "is_closed": is_closed,
            "is_running": not is_closed,
        }


def _price(contract: Contract) -> Money:
    assert contract.terms is not None
    return contract.terms.draft.price


class ContractMoney(OfContract, Page):
    """Each unit's money: its price, the fee, where it is, and the way to its movements."""

    template = "contracts/contract_money.html"

    def context(self) -> dict[str, Any]:
        units = list(units_with_money().filter(contract=self.contract))
        for unit in units:
            unit.contract = self.contract
        return (
            self.sides()
            | price_facts(self.contract, units)
            | {
                "contract": self.contract,
                "units": [(unit, place_of_unit(unit)) for unit in units],
                "rail": rail_of(self.contract, units),
            }
        )


class ContractTimeline(OfContract, Page):
    """All events, newest first."""

    template = "contracts/contract_timeline.html"

    def context(self) -> dict[str, Any]:
        after = self.request.GET.get("after", "")
        page = keyset_page(events_of_contract(self.contract), keys=("-id",), after=after, size=50)
        return {"contract": self.contract, "page": page, "entries": entries_of(page.items)}


class ContractOfProposal(Gate):
    """Leads from a proposal to the contract last made from it: to signing, if that is next."""

    permission = signed_in

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        contracts = contracts_for(request.user).filter(proposal__public_id=kwargs["public_id"])
        contract = contracts.first() or get_object_or_404(contracts)
        turn = turn_of(contract, request.user) if contract.is_negotiating else None
        if turn and turn.is_yours:
            return HttpResponseRedirect(reverse("contracts:signature", args=[contract.public_id]))
        return HttpResponseRedirect(contract.get_absolute_url())
