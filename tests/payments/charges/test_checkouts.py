import pytest

from marketplace.core.data.actors import client
from marketplace.core.data.models import Event
from payments.charges.errors import EscrowNotAwaitingFunds
from payments.charges.models import Charge
from payments.charges.services.cancellations import cancel_escrow
from payments.charges.services.charges import refresh_charge
from payments.escrows.states import CancelReason
from payments.ledger.models import Transfer
from payments.stripe.errors import ProcessorUnavailable
from payments.stripe.gateway import gateway_for_request
from tests.factories.payments import make_escrow
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.flows import DECLINED, THREE_D_SECURE, checkout, fund, look_again

pytestmark = [pytest.mark.django_db]


def sessions_at(sandbox):
    return sandbox.client().v1.checkout.sessions.list({}).data


def test_a_paid_checkout_holds_the_exact_amount(sandbox, escrow, client_person, payer_browser):
    url = checkout(escrow, client_person)
    assert books(escrow) == {}
    seen = payer_browser.pay(url)
    assert seen.location == "http://testserver/back/"
    charge = look_again(escrow)
    assert (escrow.state, charge.state, charge.amount_received) == ("held", "succeeded", 420_000)
    assert charge.paid_with == "Visa •• 4242"
    found = books(escrow)
    assert found["held"] == 420_000
    assert found["processor_balance"] + found["processor_fees"] == -420_000
    assert set(found) == {"held", "processor_balance", "processor_fees"}
    assert trial_balance() == 0


def test_looking_twice_posts_once(sandbox, escrow, client_person, payer_browser):
    fund(escrow, client_person, payer_browser)
    posted = Transfer.objects.count()
    look_again(escrow)
    assert Transfer.objects.count() == posted
    assert Event.objects.filter(verb="escrow.funded").count() == 1


def test_yen_have_no_decimals(
    sandbox, organisation, freelancer_person, client_person, payer_browser
):
    escrow = make_escrow(organisation, freelancer_person, amount=420_000, currency="JPY")
    fund(escrow, client_person, payer_browser)
    assert (escrow.state, books(escrow)["held"]) == ("held", 420_000)
    assert sessions_at(sandbox)[0].amount_total == 420_000


def test_a_declined_card_posts_nothing_and_another_one_may_pay(
    sandbox, escrow, client_person, payer_browser
):
    url = checkout(escrow, client_person)
    payer_browser.pay(url, DECLINED)
    charge = look_again(escrow)
    assert (escrow.state, charge.state) == ("awaiting_funds", "open")
    assert charge.problem == "Your card was declined."
    assert books(escrow) == {}
    assert checkout(escrow, client_person) == url
    payer_browser.pay(url)
    assert (look_again(escrow).state, escrow.state) == ("succeeded", "held")


def test_one_decline_is_told_once(sandbox, escrow, client_person, payer_browser):
    payer_browser.pay(checkout(escrow, client_person), DECLINED)
    look_again(escrow)
    look_again(escrow)
    assert Event.objects.filter(verb="escrow.payment_failed").count() == 1


def test_3d_secure_is_paid_when_confirmed(sandbox, escrow, client_person, payer_browser):
    seen = payer_browser.pay(checkout(escrow, client_person), THREE_D_SECURE)
    assert look_again(escrow).state == "open"
    assert books(escrow) == {}
    payer_browser.post(seen.location, decision="complete")
    assert (look_again(escrow).state, escrow.state) == ("succeeded", "held")


def test_3d_secure_refused_posts_nothing(sandbox, escrow, client_person, payer_browser):
    seen = payer_browser.pay(checkout(escrow, client_person), THREE_D_SECURE)
    payer_browser.post(seen.location, decision="fail")
    charge = look_again(escrow)
    assert (charge.state, escrow.state, books(escrow)) == ("open", "awaiting_funds", {})
    assert charge.problem != ""


def test_an_open_checkout_is_used_again(sandbox, escrow, client_person):
    assert checkout(escrow, client_person) == checkout(escrow, client_person)
    assert len(sessions_at(sandbox)) == 1


def test_an_expired_checkout_makes_room_for_another(sandbox, escrow, client_person):
    first = checkout(escrow, client_person)
    sandbox.control("clock/advance", days=2)
    assert checkout(escrow, client_person) != first
    states = list(Charge.objects.order_by("id").values_list("state", flat=True))
    assert states == ["expired", "open"]


def test_funded_work_cannot_be_paid_again(sandbox, escrow, client_person, payer_browser):
    fund(escrow, client_person, payer_browser)
    before = books(escrow)
    with pytest.raises(EscrowNotAwaitingFunds):
        checkout(escrow, client_person)
    assert (books(escrow), len(sessions_at(sandbox))) == (before, 1)


def test_a_second_payment_of_the_same_work_goes_back(sandbox, escrow, client_person, payer_browser):
    first = checkout(escrow, client_person)
    Charge.objects.update(state="expired")
    second = checkout(escrow, client_person)
    payer_browser.pay(first)
    payer_browser.pay(second)
    for charge in escrow.charges.order_by("-id"):
        refresh_charge(charge=charge, gateway=gateway_for_request())
    run_jobs("payments.perform_operation")
    assert list(escrow.charges.order_by("id").values_list("state", flat=True)) == [
        "returned",
        "succeeded",
    ]
    assert escrow.refunds.get().state == "succeeded"
    assert books(escrow)["held"] == 420_000
    assert [refund.amount for refund in sandbox.client().v1.refunds.list({}).data] == [420_000]


@pytest.mark.parametrize("kind", ["drop_answer", "fail"])
def test_after_a_lost_answer_the_same_checkout_comes_back(sandbox, escrow, client_person, kind):
    sandbox.control("faults", kind=kind, path="/v1/checkout/sessions")
    with pytest.raises(ProcessorUnavailable):
        checkout(escrow, client_person)
    url = checkout(escrow, client_person)
    assert [session.url for session in sessions_at(sandbox)] == [url]
    assert Charge.objects.count() == 1


def test_cancelled_work_closes_its_checkout(sandbox, escrow, client_person, payer_browser):
    url = checkout(escrow, client_person)
    cancel_escrow(escrow=escrow, by=client(client_person), because=CancelReason.CANCELLED)
    run_jobs("payments.close_charge")
    assert sessions_at(sandbox)[0].status == "expired"
    payer_browser.pay(url)
    assert (look_again(escrow).state, books(escrow)) == ("expired", {})
