import pytest

from accounts.models import User
from marketplace.core.actors import client
from payments.models import Charge, Escrow
from payments.services.charges import refresh_charge
from payments.services.checkouts import start_checkout
from payments.stripe_gateway import gateway_for_request
from tests.payments.books import books, trial_balance
from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser

pytestmark = [pytest.mark.django_db(transaction=True)]

RETURN = "http://testserver/back/"


def checkout(escrow: Escrow, by: User) -> str:
    return start_checkout(
        escrow=escrow, by=client(by), return_url=RETURN, cancel_url=RETURN + "?left=1"
    )


def look_again(escrow: Escrow) -> Charge:
    charge = escrow.charges.latest("id")
    refresh_charge(charge=charge, gateway=gateway_for_request())
    escrow.refresh_from_db()
    charge.refresh_from_db()
    return charge


def test_a_paid_checkout_holds_the_exact_amount(
    sandbox: SandboxProcess, escrow, client_person, payer_browser: Browser
):
    url = checkout(escrow, client_person)
    assert books(escrow) == {}
    payer_browser.pay(url)
    charge = look_again(escrow)
    assert (escrow.state, charge.state, charge.amount_received) == ("held", "succeeded", 420_000)
    found = books(escrow)
    assert found["held"] == 420_000
    assert found["processor_balance"] + found["processor_fees"] == -420_000
    assert "charge_clearing" not in found
    assert trial_balance() == 0
