"""Payments from bank accounts: funded when they have settled, which is days later."""

import pytest

from accounts.notices.registry import notices_of
from marketplace.core.data.actors import client
from marketplace.core.data.errors import IllegalMove
from marketplace.core.data.models import Event
from payments.card_disputes.models import CardDispute
from payments.charges.errors import EscrowBeingFunded
from payments.charges.services.cancellations import cancel_escrow
from payments.charges.services.plans import start_charge_plan
from payments.escrows.errors import EscrowNotHeld
from payments.escrows.queries.escrows import money_parts
from payments.escrows.states import CancelReason
from payments.ledger.models import Transfer
from payments.releases.services.releases import release_escrow
from tests.factories.payments import make_escrow
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.flows import checkout, look_again, pay_saved, save_bank_account, save_method
from tests.payments.messages import told
from tests.payments.webhooks.test_webhooks import deliver

pytestmark = [pytest.mark.django_db]

PAYS, FAILS, DISPUTED = "000123456789", "000222222227", "000555555559"


@pytest.fixture
def pay(sandbox, escrow, organisation, client_person, payer_browser):
    """From a US bank account, at the checkout or with a saved one."""

    def debit(way: str, number: str = PAYS):
        if way == "saved":
            method = save_bank_account(organisation, client_person, payer_browser, number)
            pay_saved(escrow, method, client_person)
        else:
            url = checkout(escrow, client_person)
            payer_browser.debit(url, "us_bank_account", account_number=number)
        return look_again(escrow)

    return debit


def hear(sandbox) -> None:
    for body, signature in told(sandbox):
        deliver(body.encode(), signature)
    run_jobs("payments.process_event")


def heard_by(verb: str) -> dict[str, str]:
    event = Event.objects.filter(verb=verb).latest("id")
    return {str(user): notice.subject for user, notice in notices_of(event)}


BOTH_WAYS = pytest.mark.parametrize("way", ["checkout", "saved"])


@BOTH_WAYS
def test_it_is_processing_and_nothing_is_held_before_it_has_settled(
    sandbox, pay, escrow, freelancer_person, way
):
    assert (pay(way).state, escrow.state, books(escrow)) == ("processing", "processing", {})
    assert dict(money_parts([escrow]))["processing"] == 420_000
    assert heard_by("escrow.processing") == {
        "Clara Client": "Your payment of 4,200.00 USD is being processed",
        str(freelancer_person): "The payment of 4,200.00 USD for “Model and evaluation” is being "
        "processed",
    }
    with pytest.raises(EscrowNotHeld):
        release_escrow(escrow=escrow, by=client(None), why="approved")
    sandbox.control("clock/advance", days=5)
    assert (look_again(escrow).state, escrow.state, books(escrow)["held"]) == (
        "succeeded", "held", 420_000,
    )  # fmt: skip
    assert trial_balance() == 0


@BOTH_WAYS
def test_one_that_fails_days_later_held_nothing_and_both_sides_hear_of_it(
    sandbox, pay, escrow, client_person, payer_browser, freelancer_person, way
):
    pay(way, FAILS)
    sandbox.control("clock/advance", days=5)
    assert (look_again(escrow).state, escrow.state, books(escrow)) == (
        "failed", "awaiting_funds", {},
    )  # fmt: skip
    assert Transfer.objects.count() == 0
    assert heard_by("escrow.payment_failed") == {
        "Clara Client": "The payment for “Model and evaluation” did not come through",
        str(freelancer_person): "The payment for “Model and evaluation” did not arrive",
    }
    payer_browser.pay(checkout(escrow, client_person))
    assert (look_again(escrow).state, escrow.state) == ("succeeded", "held")


@BOTH_WAYS
def test_while_it_is_under_way_nothing_is_paid_a_second_time_or_cancelled(
    sandbox, pay, escrow, organisation, client_person, payer_browser, way
):
    pay(way)
    card = save_method(organisation, client_person, payer_browser)
    for begin in (
        lambda: checkout(escrow, client_person),
        lambda: pay_saved(escrow, card, client_person),
        lambda: start_charge_plan(escrow=escrow, by=client(client_person)),
    ):
        with pytest.raises(EscrowBeingFunded):
            begin()
    with pytest.raises(IllegalMove):
        cancel_escrow(escrow=escrow, by=client(client_person), because=CancelReason.CANCELLED)
    assert (escrow.charges.count(), escrow.state) == (1, "processing")


def test_a_bank_that_takes_a_settled_debit_back_disputes_it(sandbox, pay, escrow):
    pay("saved", DISPUTED)
    sandbox.control("clock/advance", days=5)
    hear(sandbox)
    escrow.refresh_from_db()
    dispute = CardDispute.objects.get()
    assert (dispute.amount, escrow.state) == (420_000, "refunded")
    assert (dispute.state, trial_balance(), books(escrow).get("held", 0)) == ("lost", 0, 0)


def test_an_account_pays_only_in_its_own_currency_at_the_checkout_too(
    sandbox, organisation, freelancer_person, client_person
):
    yen = make_escrow(organisation, freelancer_person, currency="JPY")
    checkout(yen, client_person)
    session = sandbox.client().v1.checkout.sessions.list({}).data[0]
    assert session.payment_method_types == ["card"]
