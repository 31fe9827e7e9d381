"""Two at the same moment: one of them happens, whole."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from contracts.units.services.funding import open_funding
from marketplace.core.data.errors import DomainError
from tests.factories.change_orders import ADDED, changed, draft_of, propose, sign
from tests.factories.contracts import fresh, pay

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run the acts at the same moment; "done" or the refusal's name for each, sorted."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            start.wait()
            act()
        except DomainError as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def test_two_signatures_at_once_carry_it_out_once(active, as_freelancer):
    order = propose(active, changed(draft_of(active), m3=ADDED), as_freelancer)
    assert at_once(lambda: sign(order), lambda: sign(order)) == ["ChangeOrderOver", "done"]
    assert active.units.count() == 3
    assert order.proposed.signatures.count() == 2


def test_two_proposals_at_once_leave_one(active, as_client, as_freelancer):
    draft = changed(draft_of(active), m3=ADDED)
    acts = [lambda by=by: propose(active, draft, by) for by in (as_client, as_freelancer)]
    assert at_once(*acts) == ["ChangeOrderOpen", "done"]
    assert active.change_orders.count() == 1


def test_a_payment_at_the_moment_of_the_drop_is_held_by_nobody(active, planned, as_client):
    """Either it was held and went back, or it came too late and goes back."""
    escrow = open_funding(unit=planned, by=as_client)
    order = propose(active, changed(draft_of(active), m2=None), as_client)
    assert at_once(lambda: sign(order), lambda: pay(escrow)) == ["done", "done"]
    unit, escrow = fresh(planned), fresh(escrow)
    outcome = (unit.state, escrow.state, escrow.charges.get().state)
    assert outcome in {
        ("refunded", "refunded", "succeeded"),
        ("cancelled", "cancelled", "returned"),
    }
