"""Steps that several tests take, by the services and on the processor's pages."""

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from marketplace.core.data.actors import client
from payments.charges.models import Charge
from payments.charges.services.charges import refresh_charge
from payments.charges.services.checkouts import start_checkout
from payments.charges.services.saved_charges import pay_with_method
from payments.escrows.models.escrows import Escrow
from payments.payment_methods.models import PaymentMethod
from payments.payment_methods.services.setups import look_at_setup, start_setup
from payments.stripe.gateway import gateway_for_request
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


ALWAYS_ASKS = "4000 0027 6000 3184"
DECLINED_WHEN_CHARGED = "4000 0000 0000 0341"


def pay_saved(escrow: Escrow, method: PaymentMethod, by: User) -> str:
    """What the funding page does with a chosen method: the bank's page, or nothing."""
    url = pay_with_method(escrow=escrow, method=method, by=client(by), return_url=RETURN)
    escrow.refresh_from_db()
    return url


def setup_page(organisation: Organisation, by: User, return_url: str = RETURN) -> str:
    return start_setup(
        organisation=organisation,
        currency="USD",
        by=client(by),
        return_url=return_url,
        cancel_url=RETURN,
    )


def save_method(
    organisation: Organisation, by: User, browser: Browser, number: str = "4242 4242 4242 4242"
) -> PaymentMethod:
    """Saved on the processor's page, with the bank's confirmation if it asks for one."""
    seen = browser.pay(setup_page(organisation, by), number)
    if seen.location and "/authentication/" in seen.location:
        browser.post(seen.location, decision="complete")
    return _look_at_newest_setup(organisation)


def save_bank_account(
    organisation: Organisation, by: User, browser: Browser, number: str = "000123456789"
) -> PaymentMethod:
    url = setup_page(organisation, by)
    browser.debit(url, "us_bank_account", account_number=number)
    return _look_at_newest_setup(organisation)


def _look_at_newest_setup(organisation: Organisation) -> PaymentMethod:
    setup = organisation.method_setups.latest("id")
    look_at_setup(setup=setup)
    assert setup.method is not None, setup.problem
    return setup.method
