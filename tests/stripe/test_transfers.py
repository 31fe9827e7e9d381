import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.orders import amounts, new_account, onboarded_account, pay_intent


@pytest.fixture
def account(client: stripe.StripeClient, visitor: Browser) -> str:
    return onboarded_account(client, visitor)


def send(client: stripe.StripeClient, account: str, amount: int, **params: str) -> stripe.Transfer:
    return client.v1.transfers.create(
        {"amount": amount, "currency": "usd", "destination": account, **params}
    )


def nothing_moved(client: stripe.StripeClient) -> bool:
    return client.v1.transfers.list().data == []


def test_a_transfer_of_pending_funds_counts_when_they_do(
    client: stripe.StripeClient, account: str
) -> None:
    charge = pay_intent(client, transfer_group="contract-1").latest_charge
    transfer = send(client, account, 9_200, source_transaction=charge.id)
    assert (transfer.transfer_group, transfer.destination) == ("contract-1", account)
    spent = client.v1.balance_transactions.retrieve(transfer.balance_transaction)
    earned = client.v1.balance_transactions.retrieve(charge.balance_transaction)
    assert (spent.net, spent.status) == (-9_200, "pending")
    assert spent.available_on == earned.available_on
    assert amounts(client.v1.balance.retrieve().pending) == {"usd": 480}


def test_an_account_that_is_not_onboarded_receives_nothing(client: stripe.StripeClient) -> None:
    charge = pay_intent(client).latest_charge
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        send(client, new_account(client).id, 100, source_transaction=charge.id)
    assert refusal.value.code == "insufficient_capabilities_for_transfer"
    assert nothing_moved(client)


def test_a_restricted_account_receives_nothing(
    client: stripe.StripeClient, sandbox: SandboxProcess, account: str
) -> None:
    charge = pay_intent(client).latest_charge
    sandbox.control("accounts", account=account, stripe_transfers="restricted")
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        send(client, account, 100, source_transaction=charge.id)
    assert refusal.value.code == "insufficient_capabilities_for_transfer"
    assert nothing_moved(client)


def test_transfers_of_a_charge_end_at_its_amount(client: stripe.StripeClient, account: str) -> None:
    charge = pay_intent(client).latest_charge
    send(client, account, 6_000, source_transaction=charge.id)
    with pytest.raises(stripe.InvalidRequestError, match=r"source amount of \$100.00"):
        send(client, account, 4_001, source_transaction=charge.id)
    send(client, account, 4_000, source_transaction=charge.id)
    assert [transfer.amount for transfer in client.v1.transfers.list().data] == [4_000, 6_000]


def test_what_was_refunded_cannot_be_transferred(client: stripe.StripeClient, account: str) -> None:
    charge = pay_intent(client).latest_charge
    client.v1.refunds.create({"charge": charge.id, "amount": 1_000})
    with pytest.raises(stripe.InvalidRequestError, match="must not exceed"):
        send(client, account, 9_001, source_transaction=charge.id)
    assert nothing_moved(client)


def test_without_a_source_only_the_available_balance_can_be_sent(
    client: stripe.StripeClient, sandbox: SandboxProcess, account: str
) -> None:
    pay_intent(client)
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        send(client, account, 100)
    assert refusal.value.code == "balance_insufficient"
    assert nothing_moved(client)
    sandbox.control("clock/advance", days=2)
    assert send(client, account, 9_680).amount == 9_680
    assert amounts(client.v1.balance.retrieve().available) == {"usd": 0}


def test_another_currency_than_the_charge_is_refused(
    client: stripe.StripeClient, account: str
) -> None:
    charge = pay_intent(client, currency="eur").latest_charge
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        send(client, account, 100, source_transaction=charge.id)
    assert refusal.value.param == "currency"
    assert nothing_moved(client)


@pytest.mark.parametrize(
    ("params", "param"),
    [({"destination": "acct_none"}, "destination"), ({"source_transaction": "ch_none"}, None)],
)
def test_what_does_not_exist_is_named(
    client: stripe.StripeClient, account: str, params: dict[str, str], param: str | None
) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        send(client, params.pop("destination", account), 100, **params)
    assert refusal.value.code == "resource_missing"
    assert refusal.value.param == (param or "source_transaction")


def test_transfers_are_found_by_group(client: stripe.StripeClient, account: str) -> None:
    charge = pay_intent(client, payment_method="pm_card_bypassPending").latest_charge
    first = send(client, account, 100, source_transaction=charge.id, transfer_group="a")
    send(client, account, 100, transfer_group="b")
    found = client.v1.transfers.list({"transfer_group": "a"}).data
    assert [transfer.id for transfer in found] == [first.id]
