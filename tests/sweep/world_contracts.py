"""Contracts and milestones in every state."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import time_machine
from django.test import override_settings
from django.utils import timezone

from accounts.moderation.services import suspend_person
from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.offers import decline_offer
from contracts.agreements.services.pauses import pause_contract
from contracts.agreements.services.standstills import look_at_standstill
from contracts.agreements.services.terms import propose_terms
from contracts.units.models.units import Unit
from contracts.units.services.cancellations import ask_cancellation
from contracts.units.services.closings import give_notice, terminate_contract
from contracts.units.services.funding import open_funding
from contracts.units.services.reviews import approve_unit
from marketplace.core.data.actors import client, freelancer, moderator
from tests.factories.accounts import make_organisation, make_user
from tests.factories.change_orders import ADDED, changed, draft_of, propose, sign
from tests.factories.contracts import (
    deliver,
    fresh,
    fund,
    make_active,
    make_agreed,
    make_offer,
    make_proposal,
    send_back,
    sign_both,
)
from tests.factories.trials import hand_in, make_trial, make_trial_offer


def fill_contracts(world: SimpleNamespace) -> None:
    people = (world.organisation, world.client, world.freelancer)
    by_client, by_freelancer = client(world.client), freelancer(world.freelancer)
    world.offer = make_offer(*people)
    world.countered = make_offer(*people)
    propose_terms(contract=world.countered, draft=shorter(world.countered), by=by_freelancer)
    world.declined_offer = make_offer(*people)
    decline_offer(contract=world.declined_offer, by=by_freelancer, why="Too short.")
    world.agreed = make_agreed(*people, milestones=3)
    world.unpaid = world.agreed.units.get(position=1)
    world.awaiting_escrow = open_funding(unit=world.unpaid, by=by_client)
    world.paused = make_active(*people)
    pause_contract(contract=world.paused, by=by_client, why="The warehouse moves.")
    world.ending = make_active(*people)
    give_notice(contract=world.ending, by=by_freelancer, why="A new job.")
    world.terminated = make_active(*people)
    with override_settings(SECOND_PERSON_ABOVE={"USD": 1_000_000}):
        terminate_contract(
            contract=world.terminated, by=moderator(world.moderator), why="It was fraud."
        )
    with time_machine.travel(timezone.now() - timedelta(days=9), tick=True):
        world.silent = make_active(*people).units.get(position=1)
    fill_room(world, make_active(*people, milestones=4))
    fill_standing(world)
    fill_trials(world)
    fill_changes(world)


def fill_changes(world: SimpleNamespace) -> None:
    """A change that either side proposes, and one that both have signed."""
    people = (world.organisation, world.client, world.freelancer)
    by_client, by_freelancer = client(world.client), freelancer(world.freelancer)
    for name, by in (("change_order", by_freelancer), ("own_change_order", by_client)):
        contract = make_active(*people)
        draft = changed(draft_of(contract), m1=None, m3=ADDED)
        setattr(world, name, propose(contract, draft, by, "Drift has to be watched."))
    contract = make_active(*people)
    order = propose(contract, changed(draft_of(contract), m2=None), by_client)
    world.signed_change_order = sign(order)


def fill_standing(world: SimpleNamespace) -> None:
    """Delivered work whose client is suspended: no review period runs."""
    owner = make_user("Stan Still")
    contract = make_active(make_organisation(owner), owner, world.freelancer)
    deliver(contract.units.get(position=1))
    why = "Under investigation for payment fraud."
    suspend_person(user=owner, by=moderator(world.moderator), why=why)
    look_at_standstill(contract=contract)
    world.standing_contract = fresh(contract)
    world.standing = contract.units.get(position=1)


def fill_trials(world: SimpleNamespace) -> None:
    """One that was delivered, and one that waits for its money."""
    people = (world.organisation, world.client, world.freelancer)
    unit = make_trial(*people)
    hand_in(unit)
    world.tried, world.trial_room = fresh(unit), fresh(unit.contract)
    world.trial_proposal, world.trial_offer = make_proposal(*people), make_trial_offer(*people)
    world.trial_unpaid = sign_both(make_trial_offer(*people)).units.get()


def shorter(contract: Contract):
    return replace(contract.terms.draft, review_days=5)


def fill_room(world: SimpleNamespace, contract: Contract) -> None:
    """Its milestones are paid, in review for the second time, funded, and asked to cancel."""
    by_client, by_freelancer = client(world.client), freelancer(world.freelancer)
    first, second, third, fourth = contract.units.order_by("position")
    deliver(first)
    world.approved = approve_unit(unit=fresh(first), by=by_client)
    world.file = deliver(fund(second)).files.get()
    sent_back(fresh(second), by=by_client)
    deliver(fresh(second))
    world.in_review, world.funded = fresh(second), fund(third)
    world.cancellation = ask_cancellation(
        unit=fund(fourth), by=by_freelancer, why="The campaign system is replaced."
    )
    world.room, world.cancelling = fresh(contract), fresh(fourth)
    world.accepted_proposal = contract.proposal
    world.other_cancellation = ask_cancellation(
        unit=fresh(world.ending.units.get(position=1)), by=by_client, why="Not needed."
    )


def sent_back(unit: Unit, *, by) -> None:
    send_back(unit, by, reason="Column 4 is missing.")
