"""A card dispute freezes what is held; won it thaws, lost it is gone; the books always agree."""

import pytest

from marketplace.core.data.actors import client, freelancer
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from payments.card_disputes.models import CardDispute
from payments.card_disputes.services.disputes import UNKNOWN, refresh_card_dispute
from payments.escrows.errors import EscrowDisputed
from payments.ledger.models import Transfer
from payments.refunds.errors import ChargeNotRefundable
from payments.refunds.models import Refund
from payments.refunds.services.refunds import refund_escrow, refund_part, retry_refund
from payments.releases.services.releases import release_escrow, release_part
from payments.stripe.gateway import gateway_for_worker
from payments.webhooks.models import StripeEvent
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.flows import checkout, fund, look_again
from tests.payments.sandbox_disputes import books_agree, dispute, end, figures, look
from tests.stripe.orders import pay_intent

pytestmark = [pytest.mark.django_db]

WHY = "Both sides agreed on this."
FEE = 1_500


@pytest.fixture
def paid(sandbox, escrow, client_person, payer_browser):
    fund(escrow, client_person, payer_browser)
    return escrow


def test_a_dispute_freezes_what_is_held(sandbox, paid):
    before = books(paid)
    opened = dispute(sandbox, paid, reason="product_not_received")
    assert (opened.state, opened.amount, opened.fee) == ("needs_response", 420_000, FEE)
    assert figures(paid) == ("disputed", 0, 0)
    moved = {"dispute_hold": -420_000, "dispute_fees": -FEE}
    balance = {"processor_balance": before["processor_balance"] + 420_000 + FEE}
    assert books(paid) == before | moved | balance
    assert books_agree()


@pytest.mark.parametrize(
    "act",
    [
        lambda escrow: release_escrow(escrow=escrow, by=client(None), why=WHY),
        lambda escrow: refund_escrow(escrow=escrow, by=client(None), why=WHY),
        lambda escrow: release_part(escrow=escrow, part=Money(1, "USD"), by=client(None), why=WHY),
        lambda escrow: refund_part(
            escrow=escrow, part=Money(1, "USD"), by=freelancer(None), why=WHY
        ),
    ],
)
def test_nothing_frozen_moves(sandbox, paid, act):
    dispute(sandbox, paid)
    before = (books(paid), Transfer.objects.count(), figures(paid))
    with pytest.raises(EscrowDisputed) as refusal:
        act(paid)
    assert "bank disputes the payment" in refusal.value.sentence
    assert (books(paid), Transfer.objects.count(), figures(paid)) == before


def test_a_dispute_that_is_won_thaws_it_and_the_fee_is_gone(sandbox, paid, settings):
    settings.CLEARING_DAYS = 5
    won = end(sandbox, dispute(sandbox, paid), "won")
    assert (won.state, won.at_bank, won.bears) == ("won", 0, "")
    assert figures(paid) == ("held", 0, 0)
    assert (books(paid)["held"], books(paid)["dispute_fees"]) == (420_000, -FEE)
    assert "dispute_hold" not in books(paid)
    release_escrow(escrow=paid, by=client(None), why=WHY)
    assert books_agree()


def test_a_dispute_that_is_lost_takes_what_is_held(sandbox, paid):
    lost = end(sandbox, dispute(sandbox, paid), "lost")
    assert (lost.state, lost.lost_held, lost.lost_released, lost.bears) == ("lost", 420_000, 0, "")
    assert figures(paid) == ("refunded", 0, 420_000)
    assert set(books(paid)) == {"processor_balance", "processor_fees", "dispute_fees"}
    assert books_agree()


def test_lost_after_the_release_the_platform_bears_it_until_it_is_decided(sandbox, paid):
    release_escrow(escrow=paid, by=client(None), why=WHY)
    lost = end(sandbox, dispute(sandbox, paid), "lost")
    assert (lost.lost_held, lost.lost_released, lost.bears) == (0, 420_000, "undecided")
    assert figures(paid) == ("released", 420_000, 0)
    assert (books(paid)["losses"], books(paid)["payee_clearing"]) == (-420_000, 386_400)
    assert books_agree()


def test_lost_after_a_part_was_released_the_held_part_is_gone_first(sandbox, paid):
    release_part(escrow=paid, part=Money(100_000, "USD"), by=client(None), why=WHY)
    lost = end(sandbox, dispute(sandbox, paid), "lost")
    assert (lost.lost_held, lost.lost_released) == (320_000, 100_000)
    assert figures(paid) == ("refunded", 100_000, 320_000)
    assert books(paid)["losses"] == -100_000
    assert books_agree()


def test_a_dispute_about_a_part_leaves_the_rest_held(sandbox, paid):
    opened = dispute(sandbox, paid, amount=100_000)
    assert figures(paid) == ("disputed", 0, 0)
    end(sandbox, opened, "lost")
    assert figures(paid) == ("held", 0, 100_000)
    assert paid.held == Money(320_000, "USD")
    with pytest.raises(ChargeNotRefundable):
        refund_escrow(escrow=paid, by=client(None), why=WHY)
    assert figures(paid) == ("held", 0, 100_000)
    release_escrow(escrow=paid, by=client(None), why=WHY)
    assert figures(paid) == ("released", 320_000, 100_000)
    assert books_agree()


def test_with_two_disputes_it_thaws_when_both_are_over(sandbox, paid):
    first, second = dispute(sandbox, paid, amount=100_000), dispute(sandbox, paid, amount=50_000)
    end(sandbox, first, "won")
    assert figures(paid) == ("disputed", 0, 0)
    end(sandbox, second, "lost")
    assert figures(paid) == ("held", 0, 50_000)
    assert books_agree()


def test_after_a_partial_refund_the_rest_is_disputed_and_lost(sandbox, paid):
    refund_part(escrow=paid, part=Money(20_000, "USD"), by=freelancer(None), why=WHY)
    run_jobs("payments.perform_operation")
    opened = dispute(sandbox, paid)
    assert opened.amount == 400_000
    end(sandbox, opened, "lost")
    assert figures(paid) == ("refunded", 0, 420_000)
    assert books_agree()


def test_a_refund_that_the_dispute_overtook_is_not_sent_again(sandbox, paid):
    refund = refund_escrow(escrow=paid, by=client(None), why=WHY)
    opened = dispute(sandbox, paid)
    run_jobs("payments.perform_operation")
    refund.refresh_from_db()
    assert refund.state == "failed"
    with pytest.raises(ChargeNotRefundable):
        retry_refund(refund=refund, by=client(None), why=WHY)
    lost = end(sandbox, opened, "lost")
    assert (lost.lost_held, lost.lost_released) == (420_000, 0)
    assert Refund.objects.get().state == "overtaken"
    assert figures(paid) == ("refunded", 0, 420_000)
    assert "held" not in books(paid)
    assert books_agree()


def test_what_was_refunded_already_is_lost_to_the_platform(sandbox, paid):
    refund_part(escrow=paid, part=Money(20_000, "USD"), by=freelancer(None), why=WHY)
    run_jobs("payments.perform_operation")
    lost = end(sandbox, dispute(sandbox, paid, amount=420_000), "lost")
    assert (lost.lost_held, lost.lost_released, lost.bears) == (400_000, 20_000, "platform")
    assert books(paid)["losses"] == -20_000
    assert books_agree()


def test_an_inquiry_moves_nothing_and_may_close(sandbox, paid):
    before = books(paid)
    inquiry = dispute(sandbox, paid, inquiry=True)
    assert (inquiry.state, figures(paid), books(paid)) == ("inquiry", ("held", 0, 0), before)
    assert end(sandbox, inquiry, "lost").state == "closed"
    assert (figures(paid), books(paid)) == (("held", 0, 0), before)
    assert books_agree()


def test_an_inquiry_may_become_a_dispute_and_be_lost(sandbox, paid):
    inquiry = dispute(sandbox, paid, inquiry=True)
    escalated = end(sandbox, inquiry, "escalated")
    assert (escalated.state, figures(paid)) == ("needs_response", ("disputed", 0, 0))
    end(sandbox, escalated, "lost")
    assert figures(paid) == ("refunded", 0, 420_000)
    verbs = Event.objects.filter(verb__startswith="card_dispute.").order_by("id")
    assert list(verbs.values_list("verb", flat=True)) == [
        "card_dispute.inquired", "card_dispute.escalated", "card_dispute.lost",
    ]  # fmt: skip
    assert books_agree()


def test_nobody_answers_and_it_is_lost(sandbox, paid):
    opened = dispute(sandbox, paid)
    sandbox.control("clock/advance", days=9)
    assert look(opened.processor_id).state == "lost"
    assert figures(paid) == ("refunded", 0, 420_000)


def test_a_bank_s_dispute_of_an_unknown_payment_waits_for_a_person(sandbox):
    charge = pay_intent(sandbox.client()).latest_charge
    opened = sandbox.control("disputes", charge=charge.id)["dispute"]
    told = refresh_card_dispute(processor_id=opened, gateway=gateway_for_worker())
    assert (told, CardDispute.objects.count(), Transfer.objects.count()) == (UNKNOWN, 0, 0)


def test_a_dispute_known_before_its_payment_brings_the_payment_too(
    sandbox, escrow, client_person, payer_browser
):
    payer_browser.pay(checkout(escrow, client_person), "4000 0000 0000 0259")
    sandbox.control("clock/advance", seconds=60)
    [found] = sandbox.client().v1.disputes.list({}).data
    assert look(found.id).reason == "fraudulent"
    assert figures(escrow) == ("disputed", 0, 0)
    look_again(escrow)
    assert figures(escrow) == ("disputed", 0, 0)
    assert (books_agree(), trial_balance(), StripeEvent.objects.count()) == (True, 0, 0)
