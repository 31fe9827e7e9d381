import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.orders import amounts, onboarded_account, pay_intent


@pytest.fixture
def account(client: stripe.StripeClient, visitor: Browser) -> str:
    return onboarded_account(client, visitor)


def released(client: stripe.StripeClient, account: str) -> stripe.Transfer:
    charge = pay_intent(client).latest_charge
    return client.v1.transfers.create(
        {"amount": 9_000, "currency": "usd", "destination": account,
         "source_transaction": charge.id}
    )  # fmt: skip


def test_part_of_a_transfer_comes_back(client: stripe.StripeClient, account: str) -> None:
    transfer = released(client, account)
    reversal = client.v1.transfers.reversals.create(transfer.id, {"amount": 4_000})
    back = client.v1.balance_transactions.retrieve(reversal.balance_transaction)
    assert (back.type, back.net, back.status) == ("transfer_refund", 4_000, "pending")
    after = client.v1.transfers.retrieve(transfer.id)
    assert (after.amount_reversed, after.reversed) == (4_000, False)
    assert [each.id for each in after.reversals.data] == [reversal.id]
    own = client.v1.balance.retrieve({}, {"stripe_account": account})
    assert amounts(own.pending) == {"usd": 5_000}
    assert amounts(client.v1.balance.retrieve().pending) == {"usd": 4_680}


def test_without_an_amount_all_that_is_left_comes_back(
    client: stripe.StripeClient, account: str
) -> None:
    transfer = released(client, account)
    client.v1.transfers.reversals.create(transfer.id, {"amount": 4_000})
    assert client.v1.transfers.reversals.create(transfer.id).amount == 5_000
    assert client.v1.transfers.retrieve(transfer.id).reversed is True
    with pytest.raises(stripe.InvalidRequestError, match="greater than unreversed"):
        client.v1.transfers.reversals.create(transfer.id)
    assert len(client.v1.transfers.reversals.list(transfer.id).data) == 2


def test_more_than_the_transfer_is_refused(client: stripe.StripeClient, account: str) -> None:
    transfer = released(client, account)
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.transfers.reversals.create(transfer.id, {"amount": 9_001})
    assert refusal.value.param == "amount"
    assert client.v1.transfers.retrieve(transfer.id).amount_reversed == 0


def test_what_the_account_was_paid_out_cannot_come_back(
    client: stripe.StripeClient, sandbox: SandboxProcess, account: str
) -> None:
    transfer = released(client, account)
    sandbox.control("clock/advance", days=3)
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.transfers.reversals.create(transfer.id)
    assert refusal.value.code == "balance_insufficient"
    assert client.v1.transfers.retrieve(transfer.id).amount_reversed == 0
    assert client.v1.transfers.reversals.list(transfer.id).data == []


def test_after_a_reversal_the_charge_can_be_released_again(
    client: stripe.StripeClient, account: str
) -> None:
    transfer = released(client, account)
    client.v1.transfers.reversals.create(transfer.id)
    again = client.v1.transfers.create(
        {"amount": 10_000, "currency": "usd", "destination": account,
         "source_transaction": transfer.source_transaction}
    )  # fmt: skip
    assert again.amount == 10_000
