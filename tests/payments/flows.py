"""Steps that several tests take, by the services and on the processor's pages."""

from accounts.models import User
from marketplace.core.actors import client
from payments.models import Charge, Escrow
from payments.services.charges import refresh_charge
from payments.services.checkouts import start_checkout
from payments.stripe_gateway import gateway_for_request
from tests.stripe.browser import Browser, Seen

RETURN = "http://testserver/back/"
DECLINED = "4000 0000 0000 0002"
THREE_D_SECURE = "4000 0025 0000 3155"


def checkout(escrow: Escrow, by: User) -> str:
    return start_checkout(
        escrow=escrow, by=client(by), return_url=RETURN, cancel_url=RETURN + "?left=1"
    )


def look_again(escrow: Escrow) -> Charge:
    """What the page after the checkout does."""
    charge = escrow.charges.latest("id")
    refresh_charge(charge=charge, gateway=gateway_for_request())
    escrow.refresh_from_db()
    charge.refresh_from_db()
    return charge


def fund(escrow: Escrow, by: User, browser: Browser) -> Seen:
    seen = browser.pay(checkout(escrow, by))
    look_again(escrow)
    return seen
