"""Each payment that goes back says why, to each side in its own words, wherever it is told."""

from dataclasses import replace

import pytest

from accounts.notices.registry import notices_of
from marketplace.core.data.actors import CLIENT, FREELANCER, SYSTEM, client
from marketplace.core.data.models import Event
from payments.charges.models import Charge
from payments.charges.returns import RETURN_WORDS
from payments.charges.services.cancellations import cancel_escrow
from payments.charges.services.charges import apply_payment
from payments.charges.states import ReturnReason
from payments.escrows.models.escrows import Escrow
from payments.escrows.queries.movements import movements_of
from payments.escrows.states import CancelReason
from payments.refunds.services.refunds import refund_escrow
from payments.stripe.objects import Booking
from tests.factories.payments import make_charge, make_escrow, make_held_escrow, paid

pytestmark = [pytest.mark.django_db]


def situation(reason: ReturnReason, *people) -> tuple[Escrow, dict]:
    """An escrow to which a payment of such facts comes in vain."""
    if reason == ReturnReason.PAID_TWICE:
        return make_held_escrow(*people), {}
    if reason == ReturnReason.GIVEN_BACK:
        escrow = make_held_escrow(*people)
        refund_escrow(escrow=escrow, by=client(None), why="Both sides agreed on this.")
        return escrow, {}
    escrow = make_escrow(*people)
    if reason in CancelReason.values:
        cancel_escrow(escrow=escrow, by=SYSTEM, because=CancelReason(reason.value))
    booking = Booking(id="txn_eur", amount=390_000, fee=0, currency="EUR")
    misfits = {
        ReturnReason.OTHER_AMOUNT: {"amount_received": 410_000},
        ReturnReason.OTHER_CURRENCY: {"currency": "EUR", "booking": None},
        ReturnReason.CONVERTED: {"booking": booking},
    }
    return escrow, misfits.get(reason, {})


def pay_in_vain(reason: ReturnReason, *people) -> Charge:
    escrow, facts = situation(reason, *people)
    charge = make_charge(escrow)
    apply_payment(charge, replace(paid(charge), **facts))
    charge.refresh_from_db()
    return charge


def told(charge: Charge) -> dict[str, str]:
    """The body of the notice about it, by who reads it."""
    event = Event.objects.filter(subject_id=charge.pk, verb__in=VERBS).latest("id")
    return {str(user): notice.body for user, notice in notices_of(event)}


VERBS = ("charge.returned", "charge.mismatched")


@pytest.mark.parametrize("reason", ReturnReason)
def test_every_reason_is_told_to_both_sides_in_its_own_words(
    reason, organisation, client_person, freelancer_person, browser_of
):
    charge = pay_in_vain(reason, organisation, freelancer_person)
    words = RETURN_WORDS[reason]
    assert (charge.return_reason, charge.refunds.count()) == (reason, 1)
    for side, sentence in ((CLIENT, words.to_client), (FREELANCER, words.to_freelancer)):
        lines = {line.what: line.why for line in movements_of(charge.escrow, side=side)}
        assert lines[f"A payment goes back: {words.because}"] == sentence
    bodies = told(charge)
    assert words.to_client in bodies["Clara Client"]
    is_news = reason != ReturnReason.PAID_TWICE
    assert bodies.get("Fay Freelancer") == (words.to_freelancer if is_news else None)
    page = browser_of(client_person).get("/money/charges/").content.decode()
    assert reason.label in page
    assert ("Paid twice" in page) == (reason == ReturnReason.PAID_TWICE)


def test_no_two_reasons_share_their_words():
    assert set(RETURN_WORDS) == set(ReturnReason)
    for said in ("because", "to_client", "to_freelancer"):
        assert len({getattr(words, said) for words in RETURN_WORDS.values()}) == len(RETURN_WORDS)


def test_every_reason_to_cancel_is_one_to_send_a_late_payment_back():
    assert set(CancelReason.values) <= set(ReturnReason.values)


def test_the_page_after_the_payment_says_why_it_goes_back(
    organisation, client_person, freelancer_person, browser_of
):
    charge = pay_in_vain(ReturnReason.LAPSED, organisation, freelancer_person)
    Charge.objects.update(session_id="", payment_intent_id="")
    page = browser_of(client_person).get(
        f"/money/escrows/{charge.escrow.public_id}/funding/result/"
    )
    assert RETURN_WORDS[ReturnReason.LAPSED].to_client in page.content.decode()
