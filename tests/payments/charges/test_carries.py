"""What one week did not use pays for the next, and each charge is paid out by itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from marketplace.core.data.actors import SYSTEM, client
from marketplace.core.data.models import Event
from payments.charges.models import Charge
from payments.charges.queries import shares_in
from payments.charges.services.cancellations import cancel_escrow
from payments.charges.services.carries import most_to_carry
from payments.charges.services.charges import apply_payment
from payments.charges.signals import escrow_carried_on, escrow_funded
from payments.documents.queries.documents import documents_about
from payments.documents.services.documents import issue_receipt
from payments.escrows.queries.escrows import money_parts, place_of
from payments.escrows.queries.held_groups import held_groups
from payments.escrows.queries.movements import movements_of
from payments.escrows.states import CancelReason
from payments.ledger.models import Transfer
from payments.ledger.services.ledger import balance
from payments.payouts.models.payouts import Payout
from payments.payouts.queries.movements import movements_of_payout
from payments.refunds.services.refunds import refund_escrow, refund_part
from payments.releases.queries import rails_of
from payments.releases.services.recalls import recall_release
from payments.releases.services.releases import release_escrow, release_part, settle_escrow
from tests.factories.payments import make_charge, paid
from tests.payments.faults.invariants import ALWAYS
from tests.payments.weeks import (
    Weeks,
    carry,
    fresh,
    fundings,
    parts,
    pay,
    payouts,
    refunds,
    usd,
)

pytestmark = [pytest.mark.django_db]
BY = client(None)


@pytest.fixture
def weeks(organisation, freelancer_person, settings) -> Weeks:
    settings.CLEARING_DAYS = 5
    return Weeks(organisation, freelancer_person)


@pytest.fixture(autouse=True)
def always():
    """Whatever a test does, books, rows and fundings agree."""
    yield
    for holds in ALWAYS:
        holds()


@pytest.fixture
def heard():
    told: list[tuple[str, int]] = []

    def funded(escrow, **_):
        told.append(("funded", escrow.pk))

    def carried(escrow, target, part, **_):
        told.append((f"carried {part} {escrow.state}", target.pk))

    escrow_funded.connect(funded)
    escrow_carried_on.connect(carried)
    yield told
    escrow_funded.disconnect(funded)
    escrow_carried_on.disconnect(carried)


def held(*escrows) -> list[int]:
    return [balance("held", escrow.pk, "USD") for escrow in escrows]


def two_sources(weeks: Weeks, carried: int = 40_000):
    """A week paid by two charges; with the week before it, and both charges."""
    first, second = weeks.paid(), weeks.open()
    carry(first, second, carried)
    pay(second)
    old, new = Charge.objects.order_by("id")
    return first, second, old, new


def test_the_next_week_is_charged_what_is_missing(weeks, heard):
    first, second = weeks.paid(), weeks.open()
    heard.clear()
    (funding,) = carry(first, second, 40_000)
    assert (parts(first), parts(second)) == (
        ("held", 0, 0, 0, 40_000, 60_000), ("awaiting_funds", 40_000, 0, 0, 0, 100_000),
    )  # fmt: skip
    assert (held(first, second), second.to_charge) == ([60_000, 40_000], usd(60_000))
    assert Transfer.objects.get(code="carried_over").key == f"carried_over:{funding.public_id}"
    charge = pay(second)
    assert (charge.amount, held(first, second)) == (60_000, [60_000, 100_000])
    assert fundings(second) == [(first.charges.get().pk, 40_000), (charge.pk, 60_000)]
    assert heard == [("carried 400.00 USD held", second.pk), ("funded", second.pk)]


def test_a_week_that_used_nothing_pays_for_the_whole_next_one_at_once(weeks, heard):
    first, second = weeks.paid(), weeks.open()
    heard.clear()
    carry(first, second, 100_000)
    assert (parts(first), parts(second)) == (
        ("carried", 0, 0, 0, 100_000, 0), ("held", 100_000, 0, 0, 0, 100_000),
    )  # fmt: skip
    assert heard == [("funded", second.pk), ("carried 1,000.00 USD carried", second.pk)]
    assert (fresh(first).closed_at is not None, fresh(second).funded_at is not None) == (
        True, True,
    )  # fmt: skip
    release_escrow(escrow=second, by=BY, why="approved")
    assert payouts(second) == [(first.charges.get().pk, 92_000, 8_000)]


def test_a_release_pays_out_of_each_charge_the_oldest_first(weeks):
    _, second, old, new = two_sources(weeks)
    payout = release_escrow(escrow=second, by=BY, why="approved")
    assert payouts(second) == [(old.pk, 36_800, 3_200), (new.pk, 55_200, 4_800)]
    assert (parts(second), fresh(second).payout) == (
        ("released", 40_000, 100_000, 0, 0, 0), payout,
    )  # fmt: skip
    event = Event.objects.get(verb="escrow.released")
    both = [str(each.public_id) for each in Payout.objects.order_by("id")]
    assert event.particulars == {"amount": 100_000, "payout": both[1], "payouts": both}
    told = [movements_of_payout(each)[-1].what for each in Payout.objects.all()]
    assert told == ["Released to the freelancer, before the fee"] * 2


def test_parts_take_the_oldest_charge_first_and_fees_add_up(weeks):
    _, second, old, new = two_sources(weeks)
    for part in (33_333, 33_333):
        release_part(escrow=second, part=usd(part), by=BY, why="A part.")
    release_escrow(escrow=second, by=BY, why="The rest.")
    assert [(charge, net + fee) for charge, net, fee in payouts(second)] == [
        (old.pk, 33_333), (old.pk, 6_667), (new.pk, 26_666), (new.pk, 33_334),
    ]  # fmt: skip
    assert sum(fee for *_, fee in payouts(second)) == 8_000


def test_a_single_cent_of_an_old_charge_leaves_its_payee_that_cent(weeks):
    _, second, old, _ = two_sources(weeks, carried=1_000)
    release_part(escrow=second, part=usd(999), by=BY, why="A part.")
    release_escrow(escrow=second, by=BY, why="The rest.")
    assert payouts(second)[1] == (old.pk, 1, 0)
    assert sum(fee for *_, fee in payouts(second)) == 8_000
    recall_release(escrow=second, part=usd(100_000), by=BY, why="Given back.")
    assert [payout.fee_kept.minor for payout in Payout.objects.all()] == [0, 0, 0]


def test_a_refund_goes_back_by_each_charge(weeks):
    _, second, old, new = two_sources(weeks)
    refund_part(escrow=second, part=usd(50_000), by=BY, why="Agreed.")
    refund_escrow(escrow=second, by=BY, why="Agreed.")
    assert refunds(second) == [(old.pk, 40_000), (new.pk, 10_000), (new.pk, 50_000)]
    assert parts(second) == ("refunded", 40_000, 0, 100_000, 0, 0)


def test_a_split_refunds_the_oldest_and_releases_the_rest(weeks):
    _, second, old, new = two_sources(weeks)
    settle_escrow(escrow=second, to_payee=usd(70_000), by=BY, why="70 to 30.")
    assert refunds(second) == [(old.pk, 30_000)]
    assert payouts(second) == [(old.pk, 9_200, 800), (new.pk, 55_200, 4_800)]


def test_what_was_released_is_taken_back_and_refunded_by_its_charges(weeks):
    _, second, old, new = two_sources(weeks)
    release_escrow(escrow=second, by=BY, why="approved")
    recall_release(escrow=second, part=usd(70_000), by=BY, why="Given back.")
    assert refunds(second) == [(old.pk, 10_000), (new.pk, 60_000)]
    assert parts(second) == ("refunded", 40_000, 30_000, 70_000, 0, 0)
    assert sum(payout.fee_kept.minor for payout in Payout.objects.all()) == 2_400


def test_money_is_carried_on_from_week_to_week(weeks):
    _, second, old, new = two_sources(weeks)
    release_part(escrow=second, part=usd(30_000), by=BY, why="Worked.")
    third = weeks.open()
    assert len(carry(second, third, 70_000)) == 2
    assert (parts(second)[0], fundings(third)) == (
        "carried", [(new.pk, 60_000), (old.pk, 10_000)],
    )  # fmt: skip
    newest = pay(third)
    refund_escrow(escrow=third, by=BY, why="Agreed.")
    assert refunds(third) == [(old.pk, 10_000), (new.pk, 60_000), (newest.pk, 30_000)]


def test_the_newest_charge_is_carried_on_and_the_oldest_stays_to_be_spent(weeks):
    _, second, old, new = two_sources(weeks)
    third = weeks.open()
    carry(second, third, 70_000)
    assert fundings(third) == [(new.pk, 60_000), (old.pk, 10_000)]
    release_escrow(escrow=second, by=BY, why="approved")
    assert [(charge, net + fee) for charge, net, fee in payouts(second)] == [(old.pk, 30_000)]


def test_a_week_is_paid_by_several_before_it(weeks):
    first, second, third = weeks.paid(), weeks.paid(), weeks.open()
    carry(second, third, 20_000)
    carry(first, third, 30_000)
    carry(first, third, 10_000)
    pay(third)
    release_part(escrow=third, part=usd(50_000), by=BY, why="Worked.")
    old, new = first.charges.get(), second.charges.get()
    assert [(charge, net + fee) for charge, net, fee in payouts(third)] == [
        (old.pk, 40_000), (new.pk, 10_000),
    ]  # fmt: skip


def test_what_was_carried_to_cancelled_work_goes_back_by_its_charge(weeks):
    first, second = weeks.paid(), weeks.open()
    carry(first, second, 40_000)
    cancel_escrow(escrow=second, by=BY, because=CancelReason.TERMINATED)
    assert (refunds(second), held(first, second)) == (
        [(first.charges.get().pk, 40_000)], [60_000, 0],
    )  # fmt: skip
    assert parts(second)[:4] == ("cancelled", 40_000, 0, 40_000)


def test_a_late_payment_of_the_whole_goes_back_when_a_part_was_carried_in(weeks):
    first, second = weeks.paid(), weeks.open()
    late = make_charge(second, state="expired")
    carry(first, second, 40_000)
    apply_payment(late, paid(late))
    late.refresh_from_db()
    assert (late.state, late.return_reason, parts(second)[0]) == (
        "mismatched", "other_amount", "awaiting_funds",
    )  # fmt: skip
    assert late.problem == "600.00 USD were to be paid by then, and 1,000.00 USD arrived."
    assert refunds(second) == [(late.pk, 100_000)]
    pay(second)
    assert held(first, second) == [60_000, 100_000]


def test_pages_tell_where_it_is(weeks):
    first, second = weeks.paid(), weeks.open()
    carry(first, second, 40_000)
    both = [fresh(first), fresh(second)]
    told = {place: minor for place, minor in money_parts(both) if minor}
    assert told == {"to_fund": 60_000, "held": 100_000}
    rows = type(first).objects.select_related("payout")
    assert dict(rails_of(rows)["USD"]) == dict(money_parts(both))
    after_fee = dict(rails_of(rows, after_fee=True)["USD"])
    assert (after_fee["to_fund"], after_fee["held"]) == (55_200, 92_000)
    assert [line.what for line in movements_of(fresh(second))] == [
        "Paid by what was not used before", "Waiting for the payment",
    ]  # fmt: skip
    carry(first, weeks.open(), 60_000)
    assert (place_of(fresh(first)), fresh(first).badge.label) == ("", "Carried on")


def test_what_is_held_is_told_by_charge_and_by_work(weeks, organisation):
    first, second, old, new = two_sources(weeks)
    assert shares_in(fresh(first)) == [(old, usd(60_000))]
    assert shares_in(fresh(second)) == [(old, usd(40_000)), (new, usd(60_000))]
    third = weeks.open()
    carry(first, third, 10_000)
    (group,) = held_groups(type(organisation).objects.all())
    assert [money.minor for _, money in group.lines] == [50_000, 100_000, 10_000]
    assert (group.total, dict(group.parts)["held"]) == (usd(160_000), 160_000)


def test_the_receipt_of_what_paid_for_it_stands_with_the_work(weeks, client_person):
    first, second = weeks.paid(), weeks.open()
    carry(first, second, 100_000)
    receipt = issue_receipt(charge=first.charges.get())
    assert list(documents_about(fresh(second), viewer=client_person)) == [receipt]


def test_how_much_can_be_carried_leaves_a_rest_that_can_be_charged(weeks):
    first = weeks.paid()
    targets = [weeks.open(amount) for amount in (60_000, 100_020, 200_000)]
    most = [most_to_carry(part=first.held, target=target).minor for target in targets]
    assert most == [60_000, 99_970, 100_000]


def test_an_escrow_with_one_charge_takes_not_one_statement_more(weeks):
    counted = []
    for _ in range(2):
        escrow = weeks.paid()
        with CaptureQueriesContext(connection) as queries:
            release_escrow(escrow=escrow, by=SYSTEM, why="approved")
        counted.append(len(queries))
        assert not [each for each in queries if "payments_funding" in each["sql"]]
    assert counted[0] == counted[1]
