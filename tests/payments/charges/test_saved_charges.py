"""A saved method is charged once, whoever hears of it and whatever its bank asks."""

import pytest
from django.utils import timezone

from marketplace.core.data.actors import client
from marketplace.core.data.models import Event
from payments.charges.errors import ChargeNotChallenged, EscrowBeingFunded, EscrowNotAwaitingFunds
from payments.charges.models import Charge
from payments.charges.services.cancellations import cancel_escrow
from payments.charges.services.charges import refresh_charge
from payments.charges.services.saved_charges import confirm_charge
from payments.escrows.states import CancelReason
from payments.ledger.models import Transfer
from payments.operations.models import Operation
from payments.operations.services.kinds import sweep_operations
from payments.payment_methods.errors import MethodNotUsable
from payments.payment_methods.services.methods import remove_method
from payments.stripe.errors import ProcessorUnavailable
from payments.stripe.gateway import gateway_for_request
from tests.factories.accounts import make_organisation
from tests.factories.payments import make_escrow, make_method
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.flows import (
    ALWAYS_ASKS,
    DECLINED_WHEN_CHARGED,
    RETURN,
    THREE_D_SECURE,
    checkout,
    fund,
    look_again,
    pay_saved,
    save_method,
)

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def saved(sandbox, organisation, client_person, payer_browser):
    """Save a card by its number."""
    return lambda number="4242 4242 4242 4242": save_method(
        organisation, client_person, payer_browser, number
    )


def intents(sandbox) -> list[str]:
    return [intent.status for intent in sandbox.client().v1.payment_intents.list({}).data]


def states() -> list[str]:
    return list(Charge.objects.order_by("id").values_list("state", flat=True))


def test_a_saved_card_pays_at_once(sandbox, escrow, client_person, saved):
    assert pay_saved(escrow, saved(), client_person) == ""
    charge = escrow.charges.get()
    assert (escrow.state, charge.state, charge.amount_received) == ("held", "succeeded", 420_000)
    assert charge.paid_with == "Visa •• 4242"
    found = books(escrow)
    assert found["held"] == 420_000
    assert found["processor_balance"] + found["processor_fees"] == -420_000
    intent = sandbox.client().v1.payment_intents.list({}).data[0]
    assert (intent.transfer_group, intent.id) == (str(escrow.public_id), charge.payment_intent_id)
    assert trial_balance() == 0


def test_looking_again_posts_nothing_more(sandbox, escrow, client_person, saved):
    pay_saved(escrow, saved(), client_person)
    posted = Transfer.objects.count()
    look_again(escrow)
    assert Transfer.objects.count() == posted
    assert Event.objects.filter(verb="escrow.funded").count() == 1


def test_yen_are_charged_whole(sandbox, organisation, freelancer_person, client_person, saved):
    escrow = make_escrow(organisation, freelancer_person, amount=420_000, currency="JPY")
    pay_saved(escrow, saved(), client_person)
    assert (escrow.state, books(escrow)["held"]) == ("held", 420_000)


def test_a_declined_card_posts_nothing_and_the_checkout_is_open(
    sandbox, escrow, client_person, payer_browser, saved
):
    assert pay_saved(escrow, saved(DECLINED_WHEN_CHARGED), client_person) == ""
    charge = escrow.charges.get()
    assert (escrow.state, charge.state, charge.problem) == (
        "awaiting_funds", "failed", "Your card was declined.",
    )  # fmt: skip
    assert books(escrow) == {}
    assert Event.objects.filter(verb="escrow.payment_failed").count() == 1
    fund(escrow, client_person, payer_browser)
    assert (states(), escrow.state) == (["failed", "succeeded"], "held")


def test_the_bank_asks_and_the_payer_confirms(sandbox, escrow, client_person, payer_browser, saved):
    url = pay_saved(escrow, saved(ALWAYS_ASKS), client_person)
    assert url.startswith(f"{sandbox.url}/authentication/")
    assert (states(), escrow.state, books(escrow)) == (["challenged"], "awaiting_funds", {})
    back = payer_browser.post(url, decision="complete").location
    assert back.startswith(RETURN)
    assert (look_again(escrow).state, escrow.state, books(escrow)["held"]) == (
        "succeeded", "held", 420_000,
    )  # fmt: skip


def test_whoever_left_the_banks_page_confirms_the_same_payment_later(
    sandbox, escrow, client_person, payer_browser, saved
):
    pay_saved(escrow, saved(ALWAYS_ASKS), client_person)
    for _ in range(2):
        url = confirm_charge(charge=escrow.charges.get(), return_url=RETURN)
    payer_browser.post(url, decision="complete")
    assert (look_again(escrow).state, intents(sandbox)) == ("succeeded", ["succeeded"])


def test_a_confirmation_that_is_refused_posts_nothing(
    sandbox, escrow, client_person, payer_browser, saved
):
    url = pay_saved(escrow, saved(ALWAYS_ASKS), client_person)
    payer_browser.post(url, decision="fail")
    assert (look_again(escrow).state, escrow.state, books(escrow)) == (
        "failed", "awaiting_funds", {},
    )  # fmt: skip
    with pytest.raises(ChargeNotChallenged):
        confirm_charge(charge=escrow.charges.get(), return_url=RETURN)


def test_a_payer_who_chooses_the_checkout_instead_pays_once(
    sandbox, escrow, client_person, payer_browser, saved
):
    url = pay_saved(escrow, saved(ALWAYS_ASKS), client_person)
    fund(escrow, client_person, payer_browser)
    assert (states(), intents(sandbox)) == (["expired", "succeeded"], ["succeeded", "canceled"])
    assert payer_browser.post(url, decision="complete").status == 404
    assert books(escrow)["held"] == 420_000


def test_a_saved_card_closes_the_checkout_that_was_open(
    sandbox, escrow, client_person, payer_browser, saved
):
    url = checkout(escrow, client_person)
    pay_saved(escrow, saved(), client_person)
    assert (states(), escrow.state) == (["expired", "succeeded"], "held")
    assert payer_browser.pay(url).status == 410


def test_a_checkout_that_was_paid_meanwhile_leaves_the_card_alone(
    sandbox, escrow, client_person, payer_browser, saved
):
    method = saved()
    payer_browser.pay(checkout(escrow, client_person))
    with pytest.raises(EscrowNotAwaitingFunds):
        pay_saved(escrow, method, client_person)
    escrow.refresh_from_db()
    assert (states(), escrow.state, intents(sandbox)) == (["succeeded"], "held", ["succeeded"])


def test_while_a_card_is_being_charged_nothing_else_is_begun(sandbox, escrow, client_person, saved):
    method = saved()
    sandbox.control("faults", kind="drop_answer", path="/v1/payment_intents")
    with pytest.raises(ProcessorUnavailable):
        pay_saved(escrow, method, client_person)
    for begin in (checkout, lambda escrow, by: pay_saved(escrow, method, by)):
        with pytest.raises(EscrowBeingFunded):
            begin(escrow, client_person)
    assert (states(), intents(sandbox), books(escrow)) == (["open"], ["succeeded"], {})


@pytest.mark.parametrize("kind", ["drop_answer", "fail"])
def test_after_a_lost_answer_the_sweeper_ends_it_in_one_charge(
    sandbox, escrow, client_person, saved, kind
):
    method = saved()
    sandbox.control("faults", kind=kind, path="/v1/payment_intents")
    with pytest.raises(ProcessorUnavailable):
        pay_saved(escrow, method, client_person)
    Operation.objects.update(next_try_at=timezone.now())
    assert sweep_operations() == 1
    run_jobs("payments.perform_operation")
    escrow.refresh_from_db()
    assert (states(), intents(sandbox), escrow.state) == (["succeeded"], ["succeeded"], "held")


def test_a_lost_answer_to_a_decline_is_a_decline(sandbox, escrow, client_person, saved):
    method = saved(DECLINED_WHEN_CHARGED)
    sandbox.control("faults", kind="drop_answer", path="/v1/payment_intents")
    with pytest.raises(ProcessorUnavailable):
        pay_saved(escrow, method, client_person)
    Operation.objects.update(next_try_at=timezone.now())
    sweep_operations()
    run_jobs("payments.perform_operation")
    assert (states(), intents(sandbox), books(escrow)) == (
        ["failed"], ["requires_payment_method"], {},
    )  # fmt: skip


def test_work_that_was_cancelled_meanwhile_gets_its_money_back(
    sandbox, escrow, client_person, saved
):
    method = saved()
    sandbox.control("faults", kind="drop_answer", path="/v1/payment_intents")
    with pytest.raises(ProcessorUnavailable):
        pay_saved(escrow, method, client_person)
    cancel_escrow(escrow=escrow, by=client(client_person), because=CancelReason.CANCELLED)
    Operation.objects.update(next_try_at=timezone.now())
    sweep_operations()
    run_jobs()
    escrow.refresh_from_db()
    assert (states(), escrow.state) == (["returned"], "cancelled")
    assert [refund.amount for refund in sandbox.client().v1.refunds.list({}).data] == [420_000]
    assert "held" not in books(escrow)


def test_cancelled_work_cancels_what_waits_for_its_payer(
    sandbox, escrow, client_person, payer_browser, saved
):
    url = pay_saved(escrow, saved(ALWAYS_ASKS), client_person)
    cancel_escrow(escrow=escrow, by=client(client_person), because=CancelReason.CANCELLED)
    run_jobs("payments.close_charge")
    assert (states(), intents(sandbox)) == (["expired"], ["canceled"])
    assert payer_browser.post(url, decision="complete").status == 404


def test_a_card_that_was_confirmed_when_it_was_saved_is_asked_again_with_its_owner_present(
    sandbox, escrow, client_person, payer_browser, saved
):
    url = pay_saved(escrow, saved(THREE_D_SECURE), client_person)
    payer_browser.post(url, decision="complete")
    assert look_again(escrow).state == "succeeded"


def test_what_cannot_pay_is_refused_before_anything_is_written(
    sandbox, organisation, freelancer_person, client_person, saved
):
    escrow = make_escrow(organisation, freelancer_person)
    removed = saved()
    remove_method(method=removed, by=client(client_person))
    foreign = make_method(make_organisation())
    sepa = make_method(organisation, kind="sepa_debit", last4="3000")
    for method in (removed, foreign, sepa):
        with pytest.raises(MethodNotUsable):
            pay_saved(escrow, method, client_person)
    assert (states(), intents(sandbox)) == ([], [])


def test_a_method_that_is_gone_at_the_processor_fails_and_says_so(
    sandbox, escrow, client_person, organisation, saved
):
    saved()
    stale = make_method(organisation)
    with pytest.raises(Exception, match="No such PaymentMethod"):
        pay_saved(escrow, stale, client_person)
    charge = escrow.charges.get()
    assert (charge.state, books(escrow)) == ("failed", {})
    assert "No such PaymentMethod" in charge.problem


def test_a_second_payment_that_came_all_the_same_goes_back(
    sandbox, escrow, client_person, payer_browser, saved
):
    method = saved()
    url = checkout(escrow, client_person)
    Charge.objects.update(state="expired")
    pay_saved(escrow, method, client_person)
    payer_browser.pay(url)
    for charge in escrow.charges.order_by("-id"):
        refresh_charge(charge=charge, gateway=gateway_for_request())
    run_jobs("payments.perform_operation")
    assert (states(), books(escrow)["held"]) == (["returned", "succeeded"], 420_000)
    assert [refund.amount for refund in sandbox.client().v1.refunds.list({}).data] == [420_000]
