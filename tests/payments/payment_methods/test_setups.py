"""A method is saved on the processor's page, and kept once however we hear of it."""

import pytest
from django.utils import timezone

from marketplace.core.data.models import Event
from payments.operations.models import Operation
from payments.operations.services.kinds import sweep_operations
from payments.payment_methods.models import MethodSetup, PaymentMethod
from payments.payment_methods.services.setups import look_at_setup
from payments.stripe.errors import ProcessorUnavailable
from payments.stripe.gateway import gateway_for_worker
from payments.webhooks.services.polls import poll_events
from tests.jobs import run_jobs
from tests.payments.flows import DECLINED, RETURN, THREE_D_SECURE, save_method, setup_page

pytestmark = [pytest.mark.django_db]


def open_page(organisation, by) -> str:
    return setup_page(organisation, by, RETURN + "{setup}/")


def look() -> MethodSetup:
    setup = MethodSetup.objects.latest("id")
    look_at_setup(setup=setup)
    return setup


def test_a_card_is_saved_for_payments_without_the_payer(
    sandbox, organisation, client_person, payer_browser
):
    seen = payer_browser.pay(open_page(organisation, client_person))
    setup = MethodSetup.objects.get()
    assert (seen.location, PaymentMethod.objects.count()) == (f"{RETURN}{setup.public_id}/", 0)
    assert look().state == "saved"
    method = PaymentMethod.objects.get()
    assert (str(method), method.expiry, method.is_default) == ("Visa •• 4242", "12/2034", True)
    intent = sandbox.client().v1.setup_intents.list({}).data[0]
    customer = organisation.processor_customer.customer_id
    assert (intent.usage, intent.customer, intent.payment_method) == (
        "off_session", customer, method.processor_id,
    )  # fmt: skip


def test_what_was_agreed_to_is_kept_word_for_word(sandbox, organisation, client_person):
    open_page(organisation, client_person)
    mandate = MethodSetup.objects.get().mandate
    assert mandate.startswith("Northwind Telecom allows Holdout to charge this payment method")
    opened = Event.objects.get(verb="method_setup.opened")
    assert (opened.actor, opened.role) == (client_person, "client")


def test_looking_twice_keeps_it_once(sandbox, organisation, client_person, payer_browser):
    save_method(organisation, client_person, payer_browser)
    MethodSetup.objects.update(state="open", method=None)
    assert (look().state, PaymentMethod.objects.count()) == ("saved", 1)
    assert Event.objects.filter(verb="payment_method.saved").count() == 1


def test_the_bank_may_ask_before_a_card_is_saved(
    sandbox, organisation, client_person, payer_browser
):
    seen = payer_browser.pay(open_page(organisation, client_person), THREE_D_SECURE)
    assert (look().state, PaymentMethod.objects.count()) == ("open", 0)
    payer_browser.post(seen.location, decision="complete")
    assert (look().state, str(PaymentMethod.objects.get())) == ("saved", "Visa •• 3155")


def test_a_refused_card_is_not_saved_and_another_may_be(
    sandbox, organisation, client_person, payer_browser
):
    url = open_page(organisation, client_person)
    payer_browser.pay(url, DECLINED)
    assert (look().state, PaymentMethod.objects.count()) == ("open", 0)
    payer_browser.pay(url)
    assert (look().state, PaymentMethod.objects.count()) == ("saved", 1)


def test_a_bank_account_is_saved_with_its_bank(sandbox, organisation, client_person, payer_browser):
    url = open_page(organisation, client_person)
    payer_browser.debit(url, "us_bank_account", account_number="000123456789")
    assert look().state == "saved"
    method = PaymentMethod.objects.get()
    assert (str(method), method.brand) == ("US bank account •• 6789", "STRIPE TEST BANK")
    assert (method.pays_in("USD"), method.pays_in("EUR"), method.is_debit) == (True, False, True)


def test_the_second_method_leaves_the_default_as_it_is(
    sandbox, organisation, client_person, payer_browser
):
    first = save_method(organisation, client_person, payer_browser)
    second = save_method(organisation, client_person, payer_browser, "5555 5555 5555 4444")
    first.refresh_from_db()
    assert (first.is_default, second.is_default) == (True, False)


def test_a_page_that_was_left_expires_and_saves_nothing(sandbox, organisation, client_person):
    open_page(organisation, client_person)
    sandbox.control("clock/advance", days=2)
    assert (look().state, PaymentMethod.objects.count()) == ("expired", 0)


def test_after_a_lost_answer_the_page_is_open_once(sandbox, organisation, client_person):
    sandbox.control("faults", kind="drop_answer", path="/v1/checkout/sessions")
    with pytest.raises(ProcessorUnavailable):
        open_page(organisation, client_person)
    Operation.objects.update(next_try_at=timezone.now())
    assert sweep_operations() == 1
    run_jobs("payments.perform_operation")
    session = sandbox.client().v1.checkout.sessions.list({}).data
    assert [one.id for one in session] == [MethodSetup.objects.get().session_id]


def test_a_page_that_nobody_told_of_is_found_among_the_events(
    sandbox, organisation, client_person, payer_browser
):
    payer_browser.pay(open_page(organisation, client_person))
    assert poll_events(gateway=gateway_for_worker()) > 0
    run_jobs("payments.process_event")
    assert (MethodSetup.objects.get().state, PaymentMethod.objects.count()) == ("saved", 1)
