"""Saved payment methods, and what is charged with them."""

from types import SimpleNamespace

from marketplace.core.data.actors import client
from payments.charges.models import ChargePlan
from payments.charges.services.charges import apply_payment
from payments.charges.services.plans import start_charge_plan
from payments.payment_methods.models import MethodSetup
from payments.stripe.objects import Payment, PaymentState
from tests.factories.payments import make_charge, make_escrow, make_method


def fill_methods(world: SimpleNamespace) -> None:
    people = (world.organisation, world.freelancer)
    world.method = make_method(world.organisation)
    bank = {"kind": "us_bank_account", "brand": "STRIPE TEST BANK", "last4": "6789"}
    make_method(world.organisation, **bank, exp_month=None, exp_year=None)
    make_method(world.organisation, brand="amex", last4="0005", exp_year=2021)
    world.method_setup = MethodSetup.objects.create(
        organisation=world.organisation, currency="USD", mandate="Agreed.", state="expired"
    )
    world.processing_escrow = make_escrow(*people)
    apply_payment(make_charge(world.processing_escrow), Payment(state=PaymentState.PROCESSING))
    world.challenged_escrow = make_escrow(*people)
    make_charge(world.challenged_escrow, method=world.method, state="challenged")
    world.planned_escrow, world.given_up_escrow = make_escrow(*people), make_escrow(*people)
    for escrow in (world.planned_escrow, world.given_up_escrow):
        start_charge_plan(escrow=escrow, by=client(world.client))
    ChargePlan.objects.update(attempts=2, problem="Your card has insufficient funds.")
    ChargePlan.objects.filter(escrow=world.given_up_escrow).update(state="given_up", attempts=4)
