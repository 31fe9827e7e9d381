"""Milestones that are added, changed and dropped while the contract runs."""

from dataclasses import replace

import pytest

from contracts.change_orders.errors import ChangeOrderOpen, ContractChangedMeanwhile
from contracts.change_orders.models import ChangeOrder
from contracts.change_orders.services.orders import (
    decline_change_order,
    lapse_change_order,
    propose_change_order,
    sign_change_order,
    withdraw_change_order,
)
from contracts.milestones.errors import FundedPriceFixed, MilestoneDecided
from contracts.units.errors import NotYoursToAnswer
from contracts.units.services.closings import give_notice
from contracts.units.services.funding import open_funding
from marketplace.core.data.errors import DomainError
from tests.factories.change_orders import ADDED, changed, draft_of, propose, sign
from tests.factories.contracts import deliver, fresh, fund, pay

pytestmark = pytest.mark.django_db


def states(contract) -> list[str]:
    return list(contract.units.order_by("position").values_list("state", flat=True))


def test_proposing_signs_for_ones_own_side_and_moves_nothing(active, as_freelancer):
    before = active.terms
    order = propose(active, changed(draft_of(active), m3=ADDED), as_freelancer)
    assert order.proposed.signatures.get().side == "freelancer"
    assert fresh(active).terms == before
    assert states(active) == ["funded", "planned"]


def test_the_second_signature_adds_a_milestone_at_once(active, as_freelancer):
    order = sign(propose(active, changed(draft_of(active), m3=ADDED), as_freelancer))
    contract = fresh(active)
    assert contract.terms == order.proposed
    added = contract.units.get(position=3)
    assert (added.title, added.amount, added.state) == (ADDED.title, 120_000, "planned")
    assert [each.text for each in added.criteria.all()] == ["The job runs daily."]
    assert order.takes_effect_at == order.answered_at
    assert order.proposed.text.count("#### Milestone 3: Monitoring of drift") == 1


def test_a_dropped_funded_milestone_goes_back_in_full(active, funded, as_client):
    sign(propose(active, changed(draft_of(active), m1=None), as_client))
    assert states(active) == ["refunded", "planned"]
    escrow = fresh(funded.escrow)
    assert (escrow.state, escrow.refunded, escrow.left) == ("refunded", escrow.amount, 0)


def test_the_others_keep_their_numbers_and_the_next_one_gets_a_new_one(active, as_client):
    sign(propose(active, changed(draft_of(active), m1=None), as_client))
    draft = draft_of(fresh(active))
    assert list(draft.by_number) == [2]
    assert "#### Milestone 2:" in fresh(active).terms.text
    sign(propose(active, changed(draft, m3=ADDED), as_client))
    assert list(draft_of(fresh(active)).by_number) == [2, 3]
    assert states(active) == ["refunded", "planned", "planned"]


def test_an_unfunded_milestone_gets_another_price_and_scope(active, planned, as_client):
    item = replace(draft_of(active).by_number[2], amount=500_000, criteria=("It runs.",))
    sign(propose(active, changed(draft_of(active), m2=item), as_client))
    unit = fresh(planned)
    assert (unit.amount, unit.escrow_id) == (500_000, None)
    assert [each.text for each in unit.criteria.all()] == ["It runs."]


def test_a_price_changes_also_where_paying_has_begun(active, planned, as_client):
    escrow = open_funding(unit=planned, by=as_client)
    item = replace(draft_of(active).by_number[2], amount=500_000)
    sign(propose(active, changed(draft_of(active), m2=item), as_client))
    assert fresh(escrow).amount == 500_000
    assert pay(fresh(escrow)).state == "held"


def test_the_price_of_a_funded_milestone_stays(active, as_client):
    item = replace(draft_of(active).by_number[1], amount=1_000)
    with pytest.raises(FundedPriceFixed):
        propose(active, changed(draft_of(active), m1=item), as_client)
    assert not ChangeOrder.objects.exists()


@pytest.mark.parametrize("change", [None, "title"])
def test_what_was_handed_in_is_neither_changed_nor_dropped(active, submitted, as_client, change):
    item = replace(draft_of(active).by_number[1], title="Other") if change else None
    with pytest.raises(MilestoneDecided):
        propose(active, changed(draft_of(active), m1=item), as_client)
    assert active.versions.count() == 1


def test_what_was_handed_in_meanwhile_is_refused_and_nothing_moves(active, funded, as_client):
    order = propose(active, changed(draft_of(active), m1=None, m3=ADDED), as_client)
    deliver(funded)
    with pytest.raises(MilestoneDecided):
        sign(order)
    assert fresh(order).state == "proposed"
    assert order.proposed.signatures.count() == 1
    assert states(active) == ["submitted", "planned"]
    assert fresh(funded.escrow).refunded == 0


def test_funding_meanwhile_makes_a_dropped_one_go_back(active, planned, as_client):
    order = propose(active, changed(draft_of(active), m2=None), as_client)
    unit = fund(planned)
    sign(order)
    assert fresh(unit).state == "refunded"
    assert fresh(unit.escrow).refunded == unit.amount


def test_one_order_is_open_at_a_time(active, as_client, as_freelancer):
    propose(active, changed(draft_of(active), m3=ADDED), as_client)
    with pytest.raises(ChangeOrderOpen):
        propose(active, changed(draft_of(active), m2=None), as_freelancer)
    assert ChangeOrder.objects.count() == 1


def test_terms_that_were_signed_meanwhile_are_begun_with(active, as_client):
    seen = active.terms.sha256
    draft = changed(draft_of(active), m3=ADDED)
    sign(propose(active, draft, as_client))
    with pytest.raises(ContractChangedMeanwhile):
        propose_change_order(
            contract=fresh(active),
            seen=seen,
            draft=draft,
            by=as_client,
            why="Again.",
            name=str(as_client.user),
        )


def test_nobody_signs_for_both_sides(active, as_client):
    order = propose(active, changed(draft_of(active), m1=None), as_client)
    with pytest.raises(NotYoursToAnswer):
        sign_change_order(
            order=order, sha256=order.proposed.sha256, by=as_client, name=str(as_client.user)
        )
    assert states(active) == ["funded", "planned"]


def test_another_text_than_the_one_read_is_not_signed(active, as_client, as_freelancer):
    order = propose(active, changed(draft_of(active), m1=None), as_client)
    with pytest.raises(DomainError):
        sign_change_order(order=order, sha256=active.terms.sha256, by=as_freelancer, name="Fay")
    assert states(active) == ["funded", "planned"]


def test_declined_withdrawn_and_lapsed_orders_change_nothing(
    active, as_client, as_freelancer, time_machine
):
    draft, terms = changed(draft_of(active), m1=None), active.terms
    declined = propose(active, draft, as_client)
    decline_change_order(order=declined, by=as_freelancer, why="We need it.")
    withdrawn = propose(active, draft, as_client)
    withdraw_change_order(order=withdrawn, by=as_client)
    lapsed = propose(active, draft, as_client)
    time_machine.move_to(lapsed.lapses_at, tick=False)
    lapse_change_order(order=lapsed)
    found = [fresh(order).state for order in (declined, withdrawn, lapsed)]
    assert found == ["declined", "withdrawn", "lapsed"]
    assert fresh(active).terms == terms
    assert states(active) == ["funded", "planned"]


def test_an_order_is_dropped_with_the_contract(active, as_client):
    order = propose(active, changed(draft_of(active), m3=ADDED), as_client)
    give_notice(contract=fresh(active), by=as_client, why="We stop.")
    assert fresh(order).state == "dropped"


def test_dropping_all_that_is_left_ends_the_contract(active, as_client):
    draft = changed(draft_of(active), m1=None, m2=None, m3=replace(ADDED))
    sign(propose(active, draft, as_client))
    assert fresh(active).state == "active"
    assert states(active) == ["refunded", "cancelled", "planned"]
