"""A bank disputes a charge whose money lies in several escrows: each is frozen, and bears its own.

The first week left 400.00 of its 1,000.00 for the second, which was charged 600.00.
"""

import pytest
from django.db import transaction

from marketplace.core.data.actors import client
from marketplace.core.data.models import OutboxMessage
from marketplace.core.data.money import Money
from payments.card_disputes.models import CardDispute
from payments.card_disputes.queries import disputes_about
from payments.card_disputes.services.disputes import take_over_dispute
from payments.card_disputes.signals import escrow_disputed, escrow_undisputed
from payments.charges.services.charges import apply_payment
from payments.escrows.errors import EscrowDisputed
from payments.escrows.queries.movements import movements_of
from payments.ledger.services.ledger import balance
from payments.operations.models import Operation
from payments.refunds.models import Refund
from payments.refunds.services.refunds import REFUND_CHARGE, refund_part
from payments.releases.services.releases import release_escrow, release_part
from payments.stripe.objects import Booking, SeenDispute
from tests.factories.payments import make_charge, paid, seen_dispute
from tests.payments.faults.invariants import ALWAYS
from tests.payments.weeks import Weeks, carry, fresh, fundings, parts, pay, refunds

pytestmark = [pytest.mark.django_db]
BY = client(None)


@pytest.fixture
def weeks(organisation, freelancer_person, settings) -> Weeks:
    settings.CLEARING_DAYS = 5
    return Weeks(organisation, freelancer_person)


@pytest.fixture
def first(weeks):
    return weeks.paid()


@pytest.fixture
def second(weeks, first):
    """Paid by both charges."""
    escrow = weeks.open()
    carry(first, escrow, 40_000)
    pay(escrow)
    return escrow


@pytest.fixture(autouse=True)
def always():
    yield
    for holds in ALWAYS:
        holds()


@pytest.fixture
def heard():
    told: list[tuple[str, int]] = []

    def disputed(escrow, **_):
        told.append(("disputed", escrow.pk))

    def undisputed(escrow, **_):
        told.append(("undisputed", escrow.pk))

    escrow_disputed.connect(disputed)
    escrow_undisputed.connect(undisputed)
    yield told
    escrow_disputed.disconnect(disputed)
    escrow_undisputed.disconnect(undisputed)


def tell(escrow, state: str, **facts) -> CardDispute:
    """The bank says something about the escrow's own charge."""
    charge = escrow.charges.get(state="succeeded")
    take_over_dispute(charge, seen_dispute(charge, state, **facts))
    return CardDispute.objects.get(processor_id=facts.get("id", "du_made"))


def overturned(escrow) -> SeenDispute:
    """Lost before: only now the money comes back."""
    charge = escrow.charges.get(state="succeeded")
    lost = seen_dispute(charge, "lost")
    back = Booking(id="txn_du_made_2", amount=lost.amount, fee=0, currency="USD")
    return SeenDispute(
        **(vars(lost) | {"state": "won", "is_refundable": True, "bookings": (*lost.bookings, back)})
    )


def states(*escrows) -> list[str]:
    return [fresh(escrow).state for escrow in escrows]


def held(*escrows) -> list[int]:
    return [balance("held", escrow.pk, "USD") for escrow in escrows]


def test_every_escrow_with_money_of_the_charge_is_frozen_and_thawed(first, second, heard):
    dispute = tell(first, "needs_response")
    assert (states(first, second), disputes_about(fresh(second))) == (
        ["disputed", "disputed"], [dispute],
    )  # fmt: skip
    for escrow in (first, second):
        with pytest.raises(EscrowDisputed):
            release_escrow(escrow=escrow, by=BY, why="approved")
    tell(first, "won")
    assert (states(first, second), held(first, second)) == (["held", "held"], [60_000, 100_000])
    both = [first.pk, second.pk]
    assert heard == [("disputed", pk) for pk in both] + [("undisputed", pk) for pk in both]
    assert "Nothing held moves" in " ".join(line.what for line in movements_of(fresh(second)))


def test_a_dispute_of_the_second_charge_freezes_the_second_alone(first, second):
    tell(second, "needs_response")
    assert states(first, second) == ["held", "disputed"]


def test_an_escrow_that_holds_nothing_of_the_charge_any_more_stays_as_it_is(first, second):
    release_part(escrow=second, part=Money(40_000, "USD"), by=BY, why="Worked.")
    tell(first, "needs_response")
    assert states(first, second) == ["disputed", "held"]


def test_a_loss_is_taken_where_the_money_lies(first, second):
    dispute = tell(first, "needs_response")
    dispute = tell(first, "lost")
    assert (parts(first), parts(second)) == (
        ("refunded", 0, 0, 60_000, 40_000, 0), ("held", 40_000, 0, 40_000, 0, 60_000),
    )  # fmt: skip
    assert (dispute.lost_held, dispute.lost_released, dispute.bears) == (100_000, 0, "")
    release_escrow(escrow=second, by=BY, why="approved")
    assert held(first, second) == [0, 0]


def test_a_loss_of_a_part_takes_the_own_escrow_first(first, second):
    tell(first, "needs_response", amount=70_000)
    tell(first, "lost", amount=70_000)
    assert (parts(first), parts(second)) == (
        ("refunded", 0, 0, 60_000, 40_000, 0), ("held", 40_000, 0, 10_000, 0, 90_000),
    )  # fmt: skip


def test_a_dispute_that_is_won_after_all_gives_back_where_the_money_was(first, second):
    tell(first, "needs_response")
    tell(first, "lost")
    charge = first.charges.get()
    take_over_dispute(charge, overturned(first))
    assert (parts(first), parts(second)) == (
        ("held", 0, 0, 0, 40_000, 60_000), ("held", 40_000, 0, 0, 0, 100_000),
    )  # fmt: skip
    dispute = CardDispute.objects.get()
    assert (dispute.lost_held, dispute.overturned_at is not None) == (0, True)


def test_what_had_been_released_of_mixed_money_the_platform_bears(first, second):
    release_escrow(escrow=second, by=BY, why="approved")
    tell(first, "needs_response")
    dispute = tell(first, "lost")
    assert (dispute.lost_held, dispute.lost_released, dispute.bears) == (
        60_000, 40_000, "platform",
    )  # fmt: skip
    assert dispute.recoverable.minor == 0


def test_two_disputes_of_one_week_thaw_it_when_both_are_over(first, second):
    tell(first, "needs_response")
    tell(second, "needs_response", id="du_other")
    tell(first, "won")
    assert states(first, second) == ["held", "disputed"]
    tell(second, "lost", id="du_other")
    assert parts(second) == ("held", 40_000, 0, 60_000, 0, 40_000)


def test_nothing_is_funded_by_disputed_money(weeks, first, heard):
    second = weeks.open()
    carry(first, second, 40_000)
    begun = make_charge(second)
    tell(first, "needs_response")
    assert (parts(first), parts(second)) == (
        ("disputed", 0, 0, 0, 0, 100_000), ("awaiting_funds", 0, 0, 0, 0, 100_000),
    )  # fmt: skip
    assert (held(first, second), fundings(second)) == ([100_000, 0], [])
    jobs = OutboxMessage.objects.filter(name="payments.close_charge")
    assert [job.ids for job in jobs] == [{"charge_id": begun.pk}]
    apply_payment(begun, paid(begun))
    assert refunds(second) == [(begun.pk, 60_000)]
    pay(second)
    tell(first, "lost")
    assert (parts(first)[0], parts(second)[0], held(first, second)) == (
        "refunded", "held", [0, 100_000],
    )  # fmt: skip


def test_a_closed_week_gets_back_what_it_left_for_one_that_is_unpaid(weeks, first):
    second = weeks.open()
    carry(first, second, 40_000)
    release_escrow(escrow=first, by=BY, why="approved")
    assert states(first) == ["released"]
    tell(first, "needs_response")
    assert parts(first) == ("disputed", 0, 60_000, 0, 0, 40_000)
    tell(first, "won")
    assert parts(first) == ("held", 0, 60_000, 0, 0, 40_000)


def test_a_failed_refund_of_carried_money_is_overtaken_where_it_lies(first, second):
    refund = refund_part(escrow=second, part=Money(10_000, "USD"), by=BY, why="Agreed.")
    _fail(refund)
    tell(first, "needs_response")
    tell(first, "lost")
    refund.refresh_from_db()
    assert (refund.state, parts(first)[3], parts(second)[3:]) == (
        "overtaken", 60_000, (40_000, 0, 60_000),
    )  # fmt: skip
    take_over_dispute(first.charges.get(), overturned(first))
    assert (parts(first)[5], parts(second)[5]) == (60_000, 100_000)


def _fail(refund: Refund) -> None:
    with transaction.atomic():
        REFUND_CHARGE.fail(refund, Operation.objects.get(), "The card was closed.")
