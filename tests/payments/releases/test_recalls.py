"""A release taken back: what was not sent is kept, what was sent is reversed, the rest is owed."""

import pytest
from django.utils import timezone

from marketplace.core.data.actors import client, freelancer, moderator
from marketplace.core.data.money import Money
from payments.escrows.models.escrows import Escrow
from payments.ledger.models import Transfer
from payments.payouts.errors import NotOwed
from payments.payouts.models.payouts import Payout
from payments.payouts.models.reversals import Reversal
from payments.payouts.queries.receivables import debt_lines, owed_by
from payments.payouts.services.payouts import clear_due_payouts, pay_out
from payments.payouts.services.receivables import write_off_receivable
from payments.reconciliation.services.comparison import reconcile
from payments.refunds.models import Refund
from payments.releases.errors import NotReleased, PayoutUnderWay
from payments.releases.services.recalls import recall_release
from payments.releases.services.releases import release_escrow, release_part
from payments.stripe.gateway import gateway_for_worker
from payments.webhooks.models import StripeEvent
from payments.webhooks.services.polls import poll_events
from tests.factories.payments import make_held_escrow
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.flows import fund

pytestmark = [pytest.mark.django_db]

WHY = "The model was trained on the test data."


def recall(escrow: Escrow, minor: int) -> None:
    recall_release(escrow=escrow, part=Money(minor, escrow.currency), by=freelancer(None), why=WHY)


def clear() -> None:
    Payout.objects.filter(state="accrued").update(clears_at=timezone.now())
    clear_due_payouts()


@pytest.fixture
def released(escrow, client_person, sandbox, payer_browser, onboard, freelancer_person) -> Payout:
    """Paid through the sandbox, released, in the clearing days, to somebody who can be paid."""
    onboard(freelancer_person)
    fund(escrow, client_person, payer_browser)
    return release_escrow(escrow=escrow, by=client(None), why="approved")


@pytest.fixture
def sent(released, freelancer_person) -> Payout:
    clear()
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    run_jobs("payments.perform_operation")
    released.refresh_from_db()
    assert released.state == "sent"
    return released


def figures(escrow: Escrow) -> tuple[str, int, int]:
    escrow.refresh_from_db()
    return escrow.state, escrow.released, escrow.refunded


def test_what_is_still_clearing_goes_back_whole_with_its_fee(released):
    recall(released.escrow, 420_000)
    run_jobs("payments.perform_operation")
    released.refresh_from_db()
    assert (released.state, released.withheld, released.fee_returned) == (
        "withheld", 386_400, 33_600,
    )  # fmt: skip
    assert figures(released.escrow) == ("refunded", 0, 420_000)
    assert Refund.objects.get().state == "succeeded"
    assert set(books(released.escrow)) == {"processor_balance", "processor_fees"}
    assert trial_balance() == 0


def test_a_part_of_what_is_available_goes_back_and_the_rest_is_sent(released, freelancer_person):
    clear()
    recall(released.escrow, 100_000)
    assert figures(released.escrow) == ("refunded", 320_000, 100_000)
    assert books(released.escrow)["platform_fees"] == 25_600
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    run_jobs("payments.perform_operation")
    released.refresh_from_db()
    assert (released.state, released.to_send) == ("sent", Money(294_400, "USD"))
    assert "payee_available" not in books(released.escrow)


def test_what_was_sent_is_reversed_before_the_client_is_refunded(sent, sandbox):
    recall(sent.escrow, 420_000)
    assert figures(sent.escrow) == ("recalled", 0, 0)
    assert (Refund.objects.count(), owed_by(sent.payee)) == (0, [Money(386_400, "USD")])
    run_jobs("payments.perform_operation")
    sent.refresh_from_db()
    assert (sent.state, sent.reversed) == ("reversed", 386_400)
    assert figures(sent.escrow) == ("refunded", 0, 420_000)
    assert (Refund.objects.get().state, owed_by(sent.payee)) == ("succeeded", [])
    assert set(books(sent.escrow)) == {"processor_balance", "processor_fees"}
    assert reconcile(gateway=gateway_for_worker()).state == "agreed"


def parked() -> list[str]:
    """What the processor's events about this leave for a person."""
    poll_events(gateway=gateway_for_worker())
    run_jobs("payments.process_event")
    events = StripeEvent.objects.filter(state="parked", type__startswith="transfer.")
    return sorted(set(events.values_list("problem", flat=True)))


def test_a_transfer_that_we_reversed_is_no_news(sent):
    recall(sent.escrow, 100_000)
    assert parked() == []
    run_jobs("payments.perform_operation")
    assert parked() == []


def test_a_transfer_that_somebody_reversed_by_hand_waits_for_a_person(sent, sandbox):
    recall(sent.escrow, 100_000)
    run_jobs("payments.perform_operation")
    sandbox.client().v1.transfers.reversals.create(sent.processor_id, {"amount": 5_000})
    assert parked() == [
        "50.00 USD of the transfer of 3,864.00 USD was reversed by hand at the processor."
    ]


def empty_the_account(sandbox) -> None:
    """The payee's bank has everything: the processor has nothing left to reverse."""
    sandbox.control("clock/advance", days=6)


def test_what_cannot_be_reversed_is_owed_and_the_client_is_refunded(sent, sandbox):
    empty_the_account(sandbox)
    recall(sent.escrow, 420_000)
    run_jobs("payments.perform_operation")
    assert Reversal.objects.get().state == "refused"
    assert figures(sent.escrow) == ("refunded", 0, 420_000)
    assert owed_by(sent.payee) == [Money(386_400, "USD")]
    assert [(line.what, line.money.minor) for line in debt_lines(sent.payee)] == [
        ("A payment was taken back", 386_400)
    ]


@pytest.fixture
def indebted(sent, sandbox) -> Payout:
    empty_the_account(sandbox)
    recall(sent.escrow, 420_000)
    run_jobs("payments.perform_operation")
    return sent


def earn(indebted: Payout, amount: int) -> Payout:
    escrow = make_held_escrow(indebted.escrow.payer, indebted.payee, amount=amount)
    payout = release_escrow(escrow=escrow, by=client(None), why="approved")
    clear()
    payout.refresh_from_db()
    return payout


def test_later_earnings_settle_the_debt_and_the_rest_is_theirs(indebted):
    first, second = earn(indebted, 100_000), earn(indebted, 400_000)
    assert (first.state, first.withheld) == ("withheld", 92_000)
    assert (second.state, second.to_send) == ("available", Money(73_600, "USD"))
    assert owed_by(indebted.payee) == []
    assert books(second.escrow)["payee_available"] == 73_600


def test_a_debt_in_dollars_keeps_no_yen(indebted):
    escrow = make_held_escrow(indebted.escrow.payer, indebted.payee, amount=50_000, currency="JPY")
    release_escrow(escrow=escrow, by=client(None), why="approved")
    clear()
    assert books(escrow)["payee_available"] == 46_000
    assert owed_by(indebted.payee) == [Money(386_400, "USD")]


def test_staff_write_the_rest_off_but_not_more(indebted):
    by = moderator(None)
    with pytest.raises(NotOwed):
        write_off_receivable(
            payee=indebted.payee, amount=Money(386_401, "USD"), by=by, why="Left the platform."
        )
    assert owed_by(indebted.payee) == [Money(386_400, "USD")]
    write_off_receivable(
        payee=indebted.payee, amount=Money(386_400, "USD"), by=by, why="Left the platform."
    )
    assert (owed_by(indebted.payee), books(indebted.escrow)["losses"]) == ([], -386_400)


def test_two_parts_are_taken_back_from_the_newest_on(released, client_person):
    escrow = make_held_escrow(released.escrow.payer, released.payee, amount=99_999)
    first = release_part(
        escrow=escrow, part=Money(33_333, "USD"), by=client(None), why="A part is done."
    )
    second = release_escrow(escrow=escrow, by=client(None), why="approved")
    recall(escrow, 70_000)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (second.state, second.recalled, second.fee_returned) == ("withheld", 66_666, 5_333)
    assert (first.state, first.recalled, first.fee_returned) == ("accrued", 3_334, 267)
    assert escrow.fee_on(Money(escrow.released, "USD")) == Money(2_400, "USD")
    assert first.fee - first.fee_returned == 2_400


@pytest.mark.parametrize("minor", [0, -1, 420_001])
def test_more_than_was_released_or_nothing_is_refused(released, minor):
    before = (books(released.escrow), Transfer.objects.count())
    with pytest.raises(NotReleased):
        recall(released.escrow, minor)
    assert (books(released.escrow), Transfer.objects.count()) == before


def test_nothing_is_taken_back_while_a_transfer_is_under_way(released, freelancer_person):
    clear()
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    before = (books(released.escrow), Transfer.objects.count())
    with pytest.raises(PayoutUnderWay):
        recall(released.escrow, 420_000)
    assert (books(released.escrow), Transfer.objects.count()) == before
    assert figures(released.escrow) == ("released", 420_000, 0)
