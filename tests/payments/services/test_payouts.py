import pytest

from marketplace.core.actors import client, freelancer
from payments.models import Payout
from payments.services.escrows import release_escrow
from payments.services.payouts import clear_due_payouts, pay_out
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.test_funding import checkout, look_again

pytestmark = [pytest.mark.django_db(transaction=True)]


def fund(escrow, by, browser) -> None:
    browser.pay(checkout(escrow, by))
    look_again(escrow)


def test_released_money_clears_then_goes_to_the_payee(
    sandbox, escrow, client_person, freelancer_person, payer_browser, onboard
):
    onboard(freelancer_person)
    fund(escrow, client_person, payer_browser)
    payout = release_escrow(escrow=escrow, by=client(client_person), why="approved")
    assert (payout.state, payout.amount, payout.fee) == ("accrued", 386_400, 33_600)
    assert books(escrow)["payee_clearing"] == 386_400
    assert books(escrow)["platform_fees"] == 33_600
    Payout.objects.update(clears_at=payout.created_at)
    assert clear_due_payouts() == 1
    assert books(escrow)["payee_available"] == 386_400
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    assert books(escrow)["transfer_clearing"] == 386_400
    run_jobs("payments.perform_operation")
    payout.refresh_from_db()
    assert payout.state == "sent"
    transfers = sandbox.client().v1.transfers.list({}).data
    assert [(t.id, t.amount, t.currency) for t in transfers] == [
        (payout.processor_id, 386_400, "usd")
    ]
    left = books(escrow)
    assert left["platform_fees"] == 33_600
    assert left["processor_balance"] + left["processor_fees"] == -33_600
    assert trial_balance() == 0
