"""How many queries a page makes, with little and with much on it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from contracts.units.services.cancellations import ask_cancellation
from tests.factories.contracts import deliver, fresh, fund, make_active, make_offer, send_back


@pytest.fixture(autouse=True)
def _pages_only(settings):
    """Counted without the list of sessions, which notes on every request when it was seen."""
    settings.USERSESSIONS_TRACK_ACTIVITY = False


def queries(visitor, address: str) -> list[str]:
    visitor.get(address)  # warms what is read once per process
    with CaptureQueriesContext(connection) as captured:
        assert visitor.get(address).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def busy_contract(people, as_client, as_freelancer, *, milestones: int):
    """Every milestone funded, delivered with a file, and sent back once; one asked about."""
    contract = make_active(*people, milestones=milestones)
    for unit in contract.units.all():
        if unit.position > 1:
            fund(unit)
        deliver(fresh(unit))
        send_back(fresh(unit), as_client)
        deliver(fresh(unit))
    ask_cancellation(unit=fresh(unit), by=as_freelancer, why="Not needed.")
    return contract


@pytest.fixture(params=["client_person", "freelancer_person"])
def visitor(request, browser_of):
    return browser_of(request.getfixturevalue(request.param))


@pytest.mark.parametrize("page", ["", "timeline/", "money/"])
def test_a_contract_makes_at_most_ten_queries_at_any_number_of_milestones(
    page, visitor, people, as_client, as_freelancer
):
    counts = []
    for milestones in (1, 3):
        contract = busy_contract(people, as_client, as_freelancer, milestones=milestones)
        made = queries(visitor, contract.get_absolute_url() + page)
        assert len(made) == len(set(made)), "the same query twice"
        counts.append(len(made))
    assert counts[0] == counts[1]
    assert counts[0] <= 10


def test_the_list_makes_as_many_queries_for_three_contracts_as_for_one(
    visitor, people, as_client, as_freelancer
):
    counts = []
    for _ in range(3):
        busy_contract(people, as_client, as_freelancer, milestones=2)
        make_offer(*people)
        counts.append(len(queries(visitor, "/contracts/")))
    assert counts[0] == counts[2]
    assert counts[0] <= 6


def test_a_milestone_makes_as_many_queries_for_three_rounds_as_for_one(
    visitor, people, as_client, as_freelancer
):
    counts = []
    for milestones in (1, 3):
        contract = busy_contract(people, as_client, as_freelancer, milestones=milestones)
        unit = contract.units.get(position=1)
        if milestones == 3:
            send_back(fresh(unit), as_client, reason="Again.")
            deliver(fresh(unit))
        counts.append(len(queries(visitor, unit.get_absolute_url())))
    # Only the first is asked to be cancelled, and that is one more query.
    assert counts[0] - 1 == counts[1] <= 10
