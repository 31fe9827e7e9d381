import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.orders import amounts, pay_intent
from tests.stripe.saved import mandate


def test_a_partial_refund_leaves_the_rest_and_the_fee(client: stripe.StripeClient) -> None:
    charge = pay_intent(client).latest_charge
    refund = client.v1.refunds.create({"charge": charge.id, "amount": 4_000})
    assert (refund.status, refund.amount) == ("succeeded", 4_000)
    taken = client.v1.balance_transactions.retrieve(refund.balance_transaction)
    assert (taken.type, taken.amount, taken.fee, taken.net) == ("refund", -4_000, 0, -4_000)
    after = client.v1.charges.retrieve(charge.id, {"expand": ["refunds"]})
    assert (after.amount_refunded, after.refunded) == (4_000, False)
    assert [each.id for each in after.refunds.data] == [refund.id]
    assert amounts(client.v1.balance.retrieve().pending) == {"usd": 5_680}


def test_without_an_amount_all_that_is_left_goes_back(client: stripe.StripeClient) -> None:
    intent = pay_intent(client)
    client.v1.refunds.create({"payment_intent": intent.id, "amount": 4_000})
    assert client.v1.refunds.create({"payment_intent": intent.id}).amount == 6_000
    assert client.v1.charges.retrieve(intent.latest_charge.id).refunded is True


def test_more_than_the_rest_is_refused(client: stripe.StripeClient) -> None:
    charge = pay_intent(client).latest_charge
    client.v1.refunds.create({"charge": charge.id, "amount": 4_000})
    with pytest.raises(stripe.InvalidRequestError, match="greater than unrefunded"):
        client.v1.refunds.create({"charge": charge.id, "amount": 6_001})
    assert client.v1.charges.retrieve(charge.id).amount_refunded == 4_000
    assert amounts(client.v1.balance.retrieve().pending) == {"usd": 5_680}


def test_nothing_can_be_refunded_twice(client: stripe.StripeClient) -> None:
    charge = pay_intent(client).latest_charge
    client.v1.refunds.create({"charge": charge.id})
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.refunds.create({"charge": charge.id})
    assert refusal.value.code == "charge_already_refunded"
    assert len(client.v1.refunds.list({"charge": charge.id}).data) == 1


def test_funds_become_available_two_days_on(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    charge = pay_intent(client).latest_charge
    earned = client.v1.balance_transactions.retrieve(charge.balance_transaction)
    assert (earned.fee, earned.net, earned.status) == (320, 9_680, "pending")
    sandbox.control("clock/advance", days=2)
    balance = client.v1.balance.retrieve()
    assert (amounts(balance.available), amounts(balance.pending)) == ({"usd": 9_680}, {"usd": 0})
    settled = client.v1.balance_transactions.retrieve(earned.id)
    assert settled.status == "available"
    assert settled.available_on <= sandbox.read("clock")["now"]


def test_currencies_have_balances_of_their_own(client: stripe.StripeClient) -> None:
    for currency in ("eur", "jpy"):
        pay_intent(client, currency=currency, payment_method="pm_card_bypassPending")
    assert amounts(client.v1.balance.retrieve().available) == {"eur": 9_680, "jpy": 9_680}


def test_held_settlement_shows_a_charge_without_its_balance_transaction(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    sandbox.control("settlement", held=True)
    charge = pay_intent(client).latest_charge
    assert (charge.status, charge.balance_transaction) == ("succeeded", None)
    sandbox.control("settlement", held=False)
    settled = client.v1.charges.retrieve(charge.id, {"expand": ["balance_transaction"]})
    assert settled.balance_transaction.net == 9_680


def test_a_refund_may_wait(client: stripe.StripeClient, sandbox: SandboxProcess) -> None:
    charge = pay_intent(client, payment_method="pm_card_pendingRefund").latest_charge
    refund = client.v1.refunds.create({"charge": charge.id})
    assert (refund.status, refund.pending_reason) == ("pending", "processing")
    sandbox.control("clock/advance", seconds=60)
    assert client.v1.refunds.retrieve(refund.id).status == "succeeded"


def test_a_failed_refund_gives_the_money_back_to_the_balance(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    charge = pay_intent(client, payment_method="pm_card_refundFail").latest_charge
    refund = client.v1.refunds.create({"charge": charge.id})
    assert refund.status == "succeeded"
    sandbox.control("clock/advance", seconds=60)
    failed = client.v1.refunds.retrieve(refund.id, {"expand": ["failure_balance_transaction"]})
    assert (failed.status, failed.failure_balance_transaction.net) == ("failed", 10_000)
    assert client.v1.charges.retrieve(charge.id).amount_refunded == 0
    balance = client.v1.balance.retrieve()
    assert amounts(balance.pending)["usd"] + amounts(balance.available)["usd"] == 9_680


def test_a_debit_s_refund_waits_for_the_bank(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    intent = pay_intent(client, payment_method="pm_usBankAccount_success", mandate_data=mandate())
    sandbox.control("clock/advance", days=4)
    refund = client.v1.refunds.create({"payment_intent": intent.id, "amount": 1_000})
    assert (refund.status, refund.destination_details.type) == ("pending", "us_bank_transfer")
    sandbox.control("clock/advance", days=4)
    assert client.v1.refunds.retrieve(refund.id).status == "succeeded"


def test_any_refund_can_be_let_fail_and_gives_the_money_back(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    charge = pay_intent(client, payment_method="pm_card_bypassPending").latest_charge
    refund = client.v1.refunds.create({"charge": charge.id, "amount": 4_000})
    sandbox.control("refunds", refund=refund.id, outcome="failed")
    assert client.v1.refunds.retrieve(refund.id).status == "failed"
    assert client.v1.charges.retrieve(charge.id).amount_refunded == 0
    assert amounts(client.v1.balance.retrieve().available) == {"usd": 9_680}
