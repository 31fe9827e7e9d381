import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.orders import amounts, open_session, pay_intent
from tests.stripe.receiver import Receiver
from tests.stripe.saved import customer, mandate, save


def payment_of(client: stripe.StripeClient, session: str) -> stripe.checkout.Session:
    expand = ["payment_intent.latest_charge.balance_transaction"]
    return client.v1.checkout.sessions.retrieve(session, {"expand": expand})


def test_a_debit_is_paid_days_after_the_page(
    client: stripe.StripeClient, visitor: Browser, sandbox: SandboxProcess
) -> None:
    session = open_session(client)
    seen = visitor.debit(session.url, "us_bank_account", account_number="000123456789")
    assert seen.location.endswith(session.id)
    waiting = payment_of(client, session.id)
    assert (waiting.status, waiting.payment_status) == ("complete", "unpaid")
    assert waiting.payment_intent.status == "processing"
    assert waiting.payment_intent.latest_charge.status == "pending"
    assert client.v1.balance_transactions.list().data == []
    sandbox.control("clock/advance", days=4)
    paid = payment_of(client, session.id)
    assert (paid.payment_status, paid.payment_intent.amount_received) == ("paid", 10_000)
    assert paid.payment_intent.latest_charge.balance_transaction.fee == 80
    assert amounts(client.v1.balance.retrieve().available) == {"usd": 9_920}


def test_a_debit_may_fail_days_later_and_moves_nothing(
    client: stripe.StripeClient, visitor: Browser, sandbox: SandboxProcess
) -> None:
    session = open_session(client, currency="eur")
    visitor.debit(session.url, "sepa_debit", iban="DE62 3704 0044 0532 0130 01")
    sandbox.control("clock/advance", days=4)
    failed = payment_of(client, session.id)
    assert (failed.status, failed.payment_status) == ("complete", "unpaid")
    assert failed.payment_intent.status == "requires_payment_method"
    assert failed.payment_intent.last_payment_error.message == "The payment could not be processed."
    assert client.v1.charges.list().data[0].status == "failed"
    assert client.v1.balance_transactions.list().data == []


@pytest.mark.parametrize(
    ("number", "end"),
    [
        ("000123456789", ["charge.succeeded", "payment_intent.succeeded", "charge.updated",
                          "checkout.session.async_payment_succeeded"]),
        ("000222222227", ["charge.failed", "payment_intent.payment_failed",
                          "checkout.session.async_payment_failed"]),
    ],
)  # fmt: skip
def test_the_bank_s_answer_is_told(
    client: stripe.StripeClient, visitor: Browser, sandbox: SandboxProcess, receiver: Receiver,
    number: str, end: list[str],
) -> None:  # fmt: skip
    visitor.debit(open_session(client).url, "us_bank_account", account_number=number)
    sandbox.control("clock/advance", days=4)
    begin = ["payment_intent.created", "charge.pending", "payment_intent.processing",
             "checkout.session.completed"]  # fmt: skip
    receiver.wait_for(len(begin) + len(end))
    assert receiver.types() == begin + end


def test_a_saved_account_is_debited_off_session(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    person = customer(client)
    method = save(client, person, "pm_usBankAccount_success", mandate_data=mandate()).payment_method
    intent = pay_intent(client, customer=person, payment_method=method, off_session=True)
    assert intent.status == "processing"
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.payment_intents.cancel(intent.id)
    sandbox.control("clock/advance", days=4)
    assert client.v1.payment_intents.retrieve(intent.id).status == "succeeded"


def test_a_stuck_debit_waits_until_a_test_ends_it(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    intent = pay_intent(
        client, payment_method="pm_usBankAccount_processing", mandate_data=mandate()
    )
    sandbox.control("clock/advance", days=30)
    assert client.v1.payment_intents.retrieve(intent.id).status == "processing"
    sandbox.control("debits", payment_intent=intent.id, outcome="failed")
    assert client.v1.payment_intents.retrieve(intent.id).status == "requires_payment_method"


def test_an_account_of_another_currency_is_refused(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        pay_intent(client, currency="eur", payment_method="pm_usBankAccount_success")
    assert refusal.value.param == "payment_method"
    assert client.v1.charges.list().data == []


def test_only_test_accounts_are_taken(client: stripe.StripeClient, visitor: Browser) -> None:
    session = open_session(client)
    seen = visitor.debit(session.url, "us_bank_account", account_number="123123123")
    assert (seen.status, "Only test accounts are taken" in seen.text) == (422, True)
    assert client.v1.charges.list().data == []


def test_the_page_offers_what_the_session_allows(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    both = open_session(client, currency="eur")
    assert both.payment_method_types == ["card", "sepa_debit"]
    assert "SEPA debit" in visitor.get(both.url).text
    filled = f"{both.url}?method=sepa_debit&account=DE89370400440532013000"
    assert 'value="DE89370400440532013000"' in visitor.get(filled).text
    card = open_session(client, currency="eur", allowed_payment_method_types=["card"])
    assert "SEPA debit" not in visitor.get(card.url).text
    rest = open_session(client, currency="eur", excluded_payment_method_types=["sepa_debit"])
    assert rest.payment_method_types == ["card"]
    assert open_session(client, currency="jpy").payment_method_types == ["card"]
