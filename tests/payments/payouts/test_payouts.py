from datetime import timedelta

import pytest
from django.utils import timezone

from marketplace.core.data.actors import client, freelancer
from marketplace.core.data.models import Event
from payments.escrows.errors import EscrowNotHeld
from payments.ledger.models import Transfer
from payments.operations.models import Operation
from payments.payouts.errors import NothingToPayOut, PayeeNotReady
from payments.payouts.models.payouts import Payout
from payments.payouts.services.payouts import clear_due_payouts, pay_out
from payments.payouts.services.runs import pay_out_everyone
from payments.releases.services.releases import release_escrow
from tests.factories.payments import make_held_escrow, make_payout
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.flows import fund

pytestmark = [pytest.mark.django_db]


def transfers_at(sandbox):
    return [
        (transfer.id, transfer.amount, transfer.currency)
        for transfer in sandbox.client().v1.transfers.list({}).data
    ]


def release(escrow):
    return release_escrow(escrow=escrow, by=client(None), why="approved")


def test_released_money_clears_then_goes_to_the_payee(
    sandbox, escrow, client_person, freelancer_person, payer_browser, onboard
):
    onboard(freelancer_person)
    fund(escrow, client_person, payer_browser)
    payout = release(escrow)
    assert (payout.state, payout.amount, payout.fee) == ("accrued", 386_400, 33_600)
    assert books(escrow)["payee_clearing"] == 386_400
    Payout.objects.update(clears_at=timezone.now())
    assert clear_due_payouts() == 1
    assert books(escrow)["payee_available"] == 386_400
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    assert books(escrow)["transfer_clearing"] == 386_400
    run_jobs("payments.perform_operation")
    payout.refresh_from_db()
    assert payout.state == "sent"
    assert transfers_at(sandbox) == [(payout.processor_id, 386_400, "usd")]
    left = books(escrow)
    assert set(left) == {"platform_fees", "processor_balance", "processor_fees"}
    assert left["processor_balance"] + left["processor_fees"] == -33_600
    assert (left["platform_fees"], trial_balance()) == (33_600, 0)


def test_without_clearing_days_it_is_sent_at_once(
    sandbox, escrow, client_person, freelancer_person, payer_browser, onboard, settings
):
    settings.CLEARING_DAYS = 0
    onboard(freelancer_person)
    fund(escrow, client_person, payer_browser)
    payout = release(escrow)
    assert payout.state == "sending"
    run_jobs("payments.perform_operation")
    assert [(amount, code) for _, amount, code in transfers_at(sandbox)] == [(386_400, "usd")]


def test_money_waits_until_the_payee_can_be_paid(
    sandbox, escrow, client_person, freelancer_person, payer_browser, onboard, settings
):
    settings.CLEARING_DAYS = 0
    fund(escrow, client_person, payer_browser)
    payout = release(escrow)
    assert payout.state == "available"
    with pytest.raises(PayeeNotReady):
        pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    assert (
        books(escrow)["payee_available"],
        Operation.objects.filter(verb="send_transfer").count(),
    ) == (386_400, 0)
    onboard(freelancer_person)
    run_jobs("payments.pay_out", "payments.perform_operation")
    payout.refresh_from_db()
    assert payout.state == "sent"


def test_the_weekly_run_pays_those_who_can_be_paid(
    sandbox, escrow, client_person, freelancer_person, payer_browser, onboard
):
    onboard(freelancer_person)
    fund(escrow, client_person, payer_browser)
    release(escrow)
    make_payout()
    Payout.objects.update(clears_at=timezone.now())
    assert clear_due_payouts() == 2
    assert pay_out_everyone() == 1
    run_jobs("payments.perform_operation")
    assert sorted(Payout.objects.values_list("state", flat=True)) == ["available", "sent"]


def test_a_refused_transfer_makes_the_money_available_again(
    sandbox, escrow, client_person, freelancer_person, payer_browser, onboard
):
    onboard(freelancer_person)
    fund(escrow, client_person, payer_browser)
    payout = release(escrow)
    Payout.objects.update(clears_at=timezone.now())
    clear_due_payouts()
    account = freelancer_person.payee.account_id
    sandbox.control("accounts", account=account, stripe_transfers="restricted")
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    run_jobs("payments.perform_operation")
    payout.refresh_from_db()
    assert (payout.state, books(escrow)["payee_available"]) == ("available", 386_400)
    assert payout.problem.startswith("The payment processor refused:")
    sandbox.control("accounts", account=account, stripe_transfers="active")
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    run_jobs("payments.perform_operation")
    attempts = Operation.objects.filter(verb="send_transfer").order_by("attempt")
    assert list(attempts.values_list("attempt", "state")) == [(1, "failed"), (2, "succeeded")]
    assert len(transfers_at(sandbox)) == 1


def test_clearing_ends_on_its_day_and_no_sooner(freelancer_person, settings):
    settings.CLEARING_DAYS = 5
    payout = make_payout(None, freelancer_person)
    assert payout.clears_at - payout.created_at >= timedelta(days=4, hours=23)
    assert clear_due_payouts() == 0
    assert books(payout.escrow)["payee_clearing"] == payout.amount


def test_nothing_available_is_told(sandbox, freelancer_person, onboard):
    onboard(freelancer_person)
    with pytest.raises(NothingToPayOut):
        pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    assert transfers_at(sandbox) == []


def test_money_is_released_once(settings):
    escrow = make_held_escrow()
    release(escrow)
    before = (books(escrow), Transfer.objects.count(), Event.objects.count())
    with pytest.raises(EscrowNotHeld):
        release(escrow)
    assert (books(escrow), Transfer.objects.count(), Event.objects.count()) == before
