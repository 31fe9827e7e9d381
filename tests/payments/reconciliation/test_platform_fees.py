"""A line of our own funds is booked by its true sense, whatever the signs of what it says."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from payments.card_disputes.models import CardDispute
from payments.card_disputes.services.disputes import take_over_dispute
from payments.ledger.chart import PLATFORM, AccountKind
from payments.ledger.models import Transfer
from payments.ledger.services.ledger import balance
from payments.reconciliation.models.reconciliations import BalanceLine, Reconciliation
from payments.reconciliation.services.balance_lines import book_own_lines, key_of, match_lines
from payments.reconciliation.services.platform_funds import FEES, KINDS, book_platform_funds
from payments.stripe.objects import BalanceChange
from tests.factories.payments import make_held_escrow, seen_dispute
from tests.payments.books import trial_balance

pytestmark = pytest.mark.django_db

ACCOUNTS = (AccountKind.PROCESSOR_BALANCE, AccountKind.PROCESSOR_FEES, AccountKind.PLATFORM_BANK)
GOES_OUT = ("payout", "topup_reversal")
ids = count(1)
minors = st.integers(-20_000, 20_000) | st.sampled_from([0, 100, -100, 10_000, -10_000])


def line_of(kind: str, amount: int, fee: int) -> BalanceChange:
    return BalanceChange(
        id=f"txn_{next(ids)}",
        kind=kind,
        source="po_1",
        net=amount - fee,
        fee=fee,
        currency="USD",
        at=datetime(2026, 5, 1, tzinfo=UTC),
    )


def standing() -> list[int]:
    return [balance(kind, PLATFORM, "USD") for kind in ACCOUNTS]


def change_by(line: BalanceChange) -> list[int]:
    """What each of the three accounts gained by booking it, twice."""
    before = standing()
    book_platform_funds(line)
    book_platform_funds(line)
    return [now - then for now, then in zip(standing(), before, strict=True)]


def expected(kind: str, amount: int, fee: int) -> list[int]:
    """Debits are negative: what comes into our balance, or is spent on fees, stands below zero."""
    if kind in FEES:
        return [fee - amount, amount - fee, 0]
    if amount and (amount < 0) != (kind in GOES_OUT):
        return [0, 0, 0]
    return [fee - amount, -fee, amount]


@given(kind=st.sampled_from(sorted(KINDS)), amount=minors, fee=minors)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_each_account_moves_by_the_signs_of_the_line(db, kind, amount, fee):
    assert change_by(line_of(kind, amount, fee)) == expected(kind, amount, fee)
    assert trial_balance() == 0


def test_a_refused_payout_that_costs_a_fee_brings_back_less():
    refused = line_of("payout_failure", 10_000, 100)
    assert refused.net == 9_900
    assert change_by(refused) == [-9_900, -100, 10_000]


def test_the_comparison_lays_every_such_line_to_its_movement():
    run = Reconciliation.objects.create()
    signs = [(10_000, 100), (10_000, -100), (100, 100), (50, 100), (0, 100), (0, -100)]
    for kind in sorted(KINDS):
        for amount, fee in signs:
            own = line_of(kind, -amount if kind in GOES_OUT else amount, fee)
            facts = {"source": own.source, "net": own.net, "fee": own.fee, "at": own.at}
            BalanceLine.objects.create(
                line_id=own.id, kind=kind, currency="USD", read_in=run, **facts
            )
    book_own_lines()
    found = match_lines()
    assert found.differences == []
    nothing = list(BalanceLine.objects.filter(transfer=None))
    assert {(line.kind in FEES, line.net) for line in nothing} == {(True, 0)}
    assert Transfer.objects.count() == BalanceLine.objects.count() - len(nothing)


def test_a_line_whose_figures_changed_after_it_was_booked_is_shown_as_a_difference():
    run = Reconciliation.objects.create()
    first = line_of("payout_failure", 10_000, 0)
    book_platform_funds(first)
    line = BalanceLine.objects.create(
        line_id=first.id, kind=first.kind, net=9_900, fee=100, currency="USD", at=first.at,
        read_in=run,
    )  # fmt: skip
    book_own_lines()
    difference = match_lines().differences[0]
    assert (difference.theirs, difference.ours, key_of(line)) == (
        9_900,
        10_000,
        f"platform_payout_returned:{first.id}",
    )


@pytest.mark.parametrize(("fee", "counter_fee"), [(1_500, 0), (1_500, 1_500), (1_500, -1_500)])
def test_a_card_dispute_is_booked_by_the_signs_of_its_lines(organisation, fee, counter_fee):
    escrow = make_held_escrow(organisation)
    charge = escrow.charges.get()
    before = standing()[0]
    seen = seen_dispute(charge, "won")
    taken, back = seen.bookings
    lines = (replace(taken, fee=fee), replace(back, fee=counter_fee))
    take_over_dispute(charge, replace(seen, bookings=lines))
    assert standing()[0] - before == fee + counter_fee
    assert balance(AccountKind.DISPUTE_FEES, PLATFORM, "USD") == -fee - counter_fee
    dispute = CardDispute.objects.get()
    assert (dispute.withdrawn, dispute.reinstated, dispute.fee) == (
        charge.amount,
        charge.amount,
        fee + counter_fee,
    )
