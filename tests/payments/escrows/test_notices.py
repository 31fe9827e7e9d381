import pytest

from accounts.notices.registry import notices_of
from accounts.organisations.models.organisations import Membership
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.models import Event
from payments.charges.services.charges import apply_payment
from payments.payouts.states import PAYEE, PAYOUT
from payments.stripe.objects import Payment, PaymentState
from tests.factories.accounts import make_member
from tests.factories.payments import (
    make_charge,
    make_escrow,
    make_held_escrow,
    make_payout,
    make_ready,
    paid,
)

pytestmark = [pytest.mark.django_db]


def told(verb: str) -> list[tuple[str, str]]:
    """Who hears of the newest event of this verb, and under which subject."""
    event = Event.objects.filter(verb=verb).latest("id")
    return [(str(user), notice.subject) for user, notice in notices_of(event)]


def test_those_who_pay_get_the_receipt(organisation, freelancer_person):
    make_member(organisation, Membership.Role.FINANCE)
    make_member(organisation, Membership.Role.HIRING_MANAGER)
    make_held_escrow(organisation, freelancer_person)
    receipt = "Receipt: Northwind Telecom paid 4,200.00 USD"
    assert told("escrow.funded") == [("Clara Client", receipt), ("Mara Member", receipt)]


def test_a_failed_payment_is_told_to_the_payer_alone(organisation, freelancer_person):
    charge = make_charge(make_escrow(organisation, freelancer_person))
    failed = Payment(
        session_id="cs_1", state=PaymentState.FAILED, declined_id="ch_1", problem="Declined."
    )
    apply_payment(charge, failed)
    subject = "The payment for “Model and evaluation” did not come through"
    assert told("escrow.payment_failed") == [("Clara Client", subject)]


def test_a_second_payment_is_told_to_the_payer(organisation, freelancer_person):
    escrow = make_held_escrow(organisation, freelancer_person)
    charge = make_charge(escrow)
    apply_payment(charge, paid(charge))
    assert told("charge.returned") == [
        ("Clara Client", "Your payment for “Model and evaluation” goes back: it was paid twice")
    ]


def test_a_payee_hears_of_each_step(organisation, freelancer_person, settings):
    settings.CLEARING_DAYS = 5
    payout = make_payout(organisation, freelancer_person)
    PAYOUT.move(payout, "cleared", actor=SYSTEM)
    assert told("payout.cleared") == [
        ("Fay Freelancer", "3,864.00 USD is yours: tell us where to send it")
    ]
    payee = make_ready(freelancer_person)
    assert told("payout.cleared") == []
    PAYOUT.move(payout, "requested", actor=SYSTEM)
    PAYOUT.move(payout, "sent", actor=SYSTEM)
    assert told("payout.sent") == [("Fay Freelancer", "3,864.00 USD is on its way to you")]
    PAYEE.move(payee, "restricted", actor=SYSTEM)
    assert told("payee.restricted") == [("Fay Freelancer", "Payouts to you are paused")]


def test_a_payment_that_does_not_fit_is_told_to_payer_and_staff(
    organisation, freelancer_person, moderator
):
    charge = make_charge(make_escrow(organisation, freelancer_person))
    payment = paid(charge)
    type(charge).objects.update(amount=1)
    apply_payment(charge, payment)
    goes_back = "Your payment for “Model and evaluation” goes back"
    assert told("charge.mismatched") == [
        ("Clara Client", f"{goes_back}: another amount was asked for"),
        ("Mo Moderator", "A payment did not fit and goes back"),
        ("Fay Freelancer", "The payment for “Model and evaluation” goes back to the client"),
    ]
