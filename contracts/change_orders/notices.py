"""A change of the terms that is proposed, answered, or came to nothing."""

from collections.abc import Iterable
from datetime import datetime

from accounts.letters.texts import Quotation
from accounts.notices.registry import Notice, notice_for
from accounts.people.models import User
from contracts.agreements.notices.people import about_contract, everyone, hirers, on_contract
from contracts.change_orders.models import ChangeOrder
from contracts.units.models.units import kind_of
from marketplace.core.data.actors import CLIENT
from marketplace.core.data.models import Event
from marketplace.core.text.moments import day_of, moment

GO_ON = "The terms of now go on, word for word."


@notice_for("change_order.proposed")
def proposed(event: Event) -> Iterable[Notice]:
    """Whoever is to answer reads what it does with units and money."""
    order: ChangeOrder = event.subject
    contract, changes = order.contract, kind_of(order.contract).changes
    before, after = order.base.draft, order.proposed.draft
    words = changes.in_words(contract, before, after) if changes else []
    yield about_contract(
        contract,
        _side(order, is_proposer=False),
        on_contract("{} proposes a change of “{}”", contract, event.actor),
        [
            *words,
            f"Read the difference and sign or decline it until {moment(order.lapses_at)}. Until "
            "you sign, nothing changes and no money moves.",
            Quotation(order.reason),
        ],
        "Read the change",
        url=order.get_absolute_url(),
    )


@notice_for("change_order.signed")
def signed(event: Event) -> Iterable[Notice]:
    """Both hear, whoever signed second too: the terms are others now."""
    order: ChangeOrder = event.subject
    holds_from = event.particulars["holds_from"]
    since = f"from {day_of(datetime.fromisoformat(holds_from).date())} on" if holds_from else "now"
    yield about_contract(
        order.contract,
        everyone(order.contract),
        on_contract("A change of “{}” is signed by both", order.contract),
        f"Version {event.particulars['version']} of the terms holds {since}. What it adds or drops "
        "is told by itself.",
        to_actor=True,
    )


@notice_for("change_order.declined")
def declined(event: Event) -> Iterable[Notice]:
    order: ChangeOrder = event.subject
    yield about_contract(
        order.contract,
        _side(order, is_proposer=True),
        on_contract("{} does not agree to a change of “{}”", order.contract, event.actor),
        [f"{GO_ON} You can propose another change.", Quotation(event.why)],
        url=order.get_absolute_url(),
    )


@notice_for("change_order.withdrawn")
def withdrawn(event: Event) -> Iterable[Notice]:
    order: ChangeOrder = event.subject
    yield about_contract(
        order.contract,
        _side(order, is_proposer=False),
        on_contract("{} no longer proposes a change of “{}”", order.contract, event.actor),
        [f"{GO_ON} You have nothing to do.", *([Quotation(event.why)] if event.why else [])],
    )


@notice_for("change_order.lapsed")
def lapsed(event: Event) -> Iterable[Notice]:
    order: ChangeOrder = event.subject
    yield about_contract(
        order.contract,
        everyone(order.contract),
        on_contract("A change of “{}” lapsed without an answer", order.contract),
        f"{GO_ON} Either side can propose it again.",
    )


def _side(order: ChangeOrder, *, is_proposer: bool) -> list[User]:
    is_client = (order.side == CLIENT) == is_proposer
    return hirers(order.contract) if is_client else [order.contract.freelancer]
