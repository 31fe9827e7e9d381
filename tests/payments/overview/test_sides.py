"""Each side reads of the money what concerns it, in its own words; on pages and by the API."""

import re
from itertools import count

import pytest

from marketplace.core.data.actors import CLIENT, FREELANCER, SYSTEM, client
from marketplace.core.data.events import record
from payments.charges.models import ChargePlan
from payments.charges.services.charges import apply_payment
from payments.charges.services.plans import start_charge_plan
from payments.escrows.queries.movements import LINES, movements_of
from payments.payouts.models.reversals import Reversal
from payments.payouts.states import PAYOUT
from payments.stripe.objects import Payment, PaymentState
from tests.factories.payments import (
    make_charge,
    make_escrow,
    make_held_escrow,
    make_method,
    make_payout,
    make_sent,
    paid,
)

pytestmark = [pytest.mark.django_db]

numbers = count(1)
CLIENTS_OWN = {
    *("charge.opened", "charge.begun", "charge.challenged", "charge.expired"),
    *("charge_plan.started", "charge_plan.given_up", "escrow.payment_failed"),
}
FREELANCERS_OWN = {
    *("payout.bank_refused", "payout.failed", "payout.withheld", "payout.part_withheld"),
    *("payout.reversed", "payout.part_reversed", "reversal.refused"),
    *("escrow.loss_recovered", "escrow.loss_returned", "card_dispute.borne_by_platform"),
}


def declined(charge) -> Payment:
    return Payment(
        session_id=charge.session_id or f"cs_declined_{next(numbers)}",
        state=PaymentState.OPEN,
        declined_id=f"ch_declined_{next(numbers)}",
        problem="The card was declined for insufficient funds.",
    )


def told(escrow, side: str) -> str:
    return "\n".join(f"{line.what}: {line.why}" for line in movements_of(escrow, side=side))


def test_what_concerns_one_side_alone_is_told_to_that_side_alone():
    lines = {side: {v for v, line in LINES.items() if line.told_to == (side,)} for side in SIDES}
    assert lines == {CLIENT: CLIENTS_OWN, FREELANCER: FREELANCERS_OWN}


SIDES = (CLIENT, FREELANCER)


def test_declined_cards_of_the_client_are_no_news_to_the_freelancer(
    organisation, client_person, freelancer_person, browser_of
):
    escrow = make_escrow(organisation, freelancer_person)
    charge = make_charge(escrow)
    for _ in range(3):
        apply_payment(charge, declined(charge))
    apply_payment(charge, paid(charge))
    assert told(escrow, CLIENT).count("insufficient funds") == 3
    path = f"/money/escrows/{escrow.public_id}/"
    pages = [browser_of(person).get(path) for person in (client_person, freelancer_person)]
    shown = [page.content.decode() for page in pages]
    assert [page.count("did not come through") for page in shown] == [3, 0]
    assert [page.count("insufficient funds") for page in shown] == [3, 0]
    assert told(escrow, FREELANCER) == "Paid and held: \nWaiting for the payment: "


def test_a_payment_that_the_freelancer_waited_for_is_told_when_it_fails(
    organisation, freelancer_person
):
    escrow = make_escrow(organisation, freelancer_person)
    charge = make_charge(escrow)
    apply_payment(charge, Payment(session_id="cs_1", state=PaymentState.PROCESSING))
    failed = {"state": PaymentState.FAILED, "declined_id": "ch_1", "problem": "No such account."}
    apply_payment(charge, Payment(session_id="cs_1", **failed))
    assert "A payment did not come through: \n" in told(escrow, FREELANCER)
    assert "No such account." not in told(escrow, FREELANCER)


def test_saved_methods_of_the_client_are_no_news_to_the_freelancer(
    organisation, freelancer_person, client_person
):
    escrow = make_escrow(organisation, freelancer_person)
    start_charge_plan(escrow=escrow, method=make_method(organisation), by=client(client_person))
    record("charge_plan.given_up", subject=ChargePlan.objects.get(), actor=SYSTEM, why="Expired.")
    assert "is not tried any more: Expired." in told(escrow, CLIENT)
    assert told(escrow, FREELANCER) == "Waiting for the payment: "


def test_what_went_wrong_at_the_freelancers_bank_is_no_news_to_the_client(
    organisation, freelancer_person
):
    payout = make_sent(make_payout(organisation, freelancer_person))
    why = "The bank account is closed."
    PAYOUT.move(payout, "paid", actor=SYSTEM)
    PAYOUT.move(payout, "bank_refused", actor=SYSTEM, why=why)
    reversal = Reversal.objects.create(payout=payout, currency="USD", amount=100_000)
    record("reversal.refused", subject=reversal, actor=SYSTEM)
    owes, refused = "the freelancer owes it", "did not take it"
    seen = {side: told(payout.escrow, side) for side in (*SIDES, "")}
    assert {side: (owes in text, refused in text) for side, text in seen.items()} == {
        CLIENT: (False, False),
        FREELANCER: (True, True),
        "": (True, True),
    }


@pytest.mark.parametrize(
    ("state", "to_client", "to_freelancer"),
    [
        ("accrued", "Released, clearing", "Clearing"),
        ("available", "Released", "Available"),
        ("sent", "On its way to the freelancer", "On its way"),
        ("paid", "Paid to the freelancer", "Paid"),
    ],
)
def test_what_was_released_is_never_called_available_to_the_client(
    organisation, client_person, freelancer_person, browser_of, state, to_client, to_freelancer
):
    payout = make_payout(organisation, freelancer_person)
    type(payout).objects.update(state=state)
    for person, side, label in (
        (client_person, "client", to_client),
        (freelancer_person, "freelancer", to_freelancer),
    ):
        browser = browser_of(person)
        browser.post(f"/side/{side}/")
        for path in (f"/money/escrows/{payout.escrow.public_id}/", "/money/"):
            page = browser.get(path).content.decode()
            assert re.search(rf"</svg>\s*{re.escape(label)}\s*</dt>", page)
            assert side == "freelancer" or "Available" not in page


def test_held_money_reads_the_same_for_both(organisation, client_person, freelancer_person):
    escrow = make_held_escrow(organisation, freelancer_person)
    assert told(escrow, CLIENT).splitlines()[0] == told(escrow, FREELANCER).splitlines()[0]
