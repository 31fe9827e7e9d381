"""Two at once: one wins, the other is told, and the money moves once."""

import threading
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connection

from marketplace.core.data.actors import client, freelancer
from marketplace.core.data.errors import DomainError
from marketplace.core.data.models import Event
from payments.charges.services.charges import apply_payment, refresh_charge
from payments.charges.services.plans import start_charge_plan
from payments.escrows.models.escrows import Escrow
from payments.ledger.models import Transfer
from payments.operations.models import Operation
from payments.operations.services.kinds import perform_operation
from payments.payouts.models.payouts import Payout
from payments.payouts.services.payouts import pay_out
from payments.refunds.services.refunds import refund_escrow
from payments.releases.services.releases import release_escrow
from payments.stripe.gateway import gateway_for_request
from tests.factories.payments import make_charge, make_escrow, make_held_escrow, make_payout, paid
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.flows import checkout, fund, pay_saved, save_method

pytestmark = [pytest.mark.django_db(transaction=True)]


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Run `acts` in threads that start together; what each returned or refused."""
    gate, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(index: int, act: Callable[[], object]) -> None:
        gate.wait()
        try:
            results[index] = act()
        except DomainError as refusal:
            results[index] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return results


def fresh(escrow: Escrow) -> Escrow:
    return Escrow.objects.get(pk=escrow.pk)


def test_twenty_releases_at_once_release_once(settings):
    settings.CLEARING_DAYS = 5
    escrow = make_held_escrow()
    results = at_once(
        *[lambda: release_escrow(escrow=fresh(escrow), by=client(None), why="approved")] * 20
    )
    assert Counter(type(result).__name__ for result in results) == {
        "EscrowNotHeld": 19, "Payout": 1,
    }  # fmt: skip
    assert Event.objects.filter(verb="escrow.released").count() == 1
    assert books(escrow)["payee_clearing"] == 386_400
    assert (Payout.objects.count(), Transfer.objects.filter(code="release").count()) == (1, 1)
    assert trial_balance() == 0


def test_a_release_and_a_refund_at_once_move_the_money_once():
    escrow = make_held_escrow()
    results = at_once(
        lambda: release_escrow(escrow=fresh(escrow), by=client(None), why="approved"),
        lambda: refund_escrow(escrow=fresh(escrow), by=client(None), why="agreed"),
    )
    assert sorted(type(result).__name__ for result in results)[0] == "EscrowNotHeld"
    moved = Transfer.objects.filter(code__in=["release", "refund_decided"])
    assert (moved.count(), books(escrow).get("held", 0), trial_balance()) == (1, 0, 0)


def test_webhook_and_page_at_once_hold_the_money_once():
    escrow = make_escrow()
    charge = make_charge(escrow)
    payment = paid(charge)
    at_once(*[lambda: apply_payment(type(charge).objects.get(pk=charge.pk), payment)] * 4)
    assert (fresh(escrow).state, books(escrow)["held"]) == ("held", 420_000)
    assert Transfer.objects.filter(code="charge_succeeded").count() == 1


def test_pay_out_now_pressed_twice_sends_once(
    sandbox, freelancer_person, organisation, onboard, settings
):
    settings.CLEARING_DAYS = 0
    make_payout(organisation, freelancer_person)
    onboard(freelancer_person)
    by = freelancer(freelancer_person)
    at_once(*[lambda: pay_out(payee=freelancer_person, by=by)] * 3)
    assert Operation.objects.filter(verb="send_transfer").count() == 1
    assert Transfer.objects.filter(code="payout_requested").count() == 1


def test_two_workers_at_once_make_one_transfer(
    sandbox, escrow, client_person, freelancer_person, payer_browser, onboard, settings
):
    settings.CLEARING_DAYS = 0
    onboard(freelancer_person)
    fund(escrow, client_person, payer_browser)
    release_escrow(escrow=escrow, by=client(None), why="approved")
    operation = Operation.objects.get(verb="send_transfer")
    at_once(*[lambda: perform_operation(operation_id=operation.pk)] * 3)
    assert len(sandbox.client().v1.transfers.list({}).data) == 1
    assert Transfer.objects.filter(code="payout_sent").count() == 1
    assert Payout.objects.get().state == "sent"


def test_a_saved_card_pressed_twice_is_charged_once(
    sandbox, escrow, client_person, organisation, payer_browser
):
    method = save_method(organisation, client_person, payer_browser)
    results = at_once(*[lambda: pay_saved(fresh(escrow), method, client_person)] * 3)
    assert {type(result).__name__ for result in results} <= {
        "str", "EscrowBeingFunded", "EscrowNotAwaitingFunds",
    }  # fmt: skip
    assert len(sandbox.client().v1.payment_intents.list({}).data) == 1
    assert (fresh(escrow).state, books(escrow)["held"]) == ("held", 420_000)


def test_checkout_and_saved_card_at_once_pay_once(
    sandbox, escrow, client_person, organisation, payer_browser
):
    method = save_method(organisation, client_person, payer_browser)
    url = checkout(escrow, client_person)
    at_once(
        lambda: payer_browser.pay(url),
        lambda: pay_saved(fresh(escrow), method, client_person),
    )
    for charge in escrow.charges.order_by("id"):
        refresh_charge(charge=charge, gateway=gateway_for_request())
    run_jobs("payments.perform_operation")
    paid_in = sum(charge.amount for charge in sandbox.client().v1.charges.list({}).data)
    sent_back = sum(refund.amount for refund in sandbox.client().v1.refunds.list({}).data)
    assert (fresh(escrow).state, books(escrow)["held"]) == ("held", 420_000)
    assert (paid_in - sent_back, trial_balance()) == (420_000, 0)


def test_a_plan_and_a_payer_at_once_pay_once(
    sandbox, escrow, client_person, organisation, payer_browser
):
    save_method(organisation, client_person, payer_browser)
    start_charge_plan(escrow=escrow, by=client(client_person))
    at_once(
        lambda: run_jobs("payments.try_charge_plan"),
        lambda: payer_browser.pay(checkout(fresh(escrow), client_person)),
        lambda: run_jobs("payments.try_charge_plan"),
    )
    for charge in escrow.charges.order_by("id"):
        refresh_charge(charge=charge, gateway=gateway_for_request())
    run_jobs("payments.perform_operation")
    paid_in = sum(charge.amount for charge in sandbox.client().v1.charges.list({}).data)
    sent_back = sum(refund.amount for refund in sandbox.client().v1.refunds.list({}).data)
    assert (fresh(escrow).state, books(escrow)["held"]) == ("held", 420_000)
    assert (paid_in - sent_back, trial_balance()) == (420_000, 0)
