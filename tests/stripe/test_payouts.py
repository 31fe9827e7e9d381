from typing import Any

import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.orders import amounts, new_account, new_link, onboarded_account, pay_intent
from tests.stripe.receiver import Receiver

CLOSED_ACCOUNT = "000111111113"


@pytest.fixture
def account(client: stripe.StripeClient, visitor: Browser) -> str:
    return onboarded_account(client, visitor)


def on(account: str) -> dict[str, Any]:
    return {"stripe_account": account}


def send(client: stripe.StripeClient, account: str, amount: int = 9_000) -> None:
    """Send an account money that is available at once."""
    charge = pay_intent(client, payment_method="pm_card_bypassPending").latest_charge
    client.v1.transfers.create(
        {"amount": amount, "currency": "usd", "destination": account,
         "source_transaction": charge.id}
    )  # fmt: skip


def name_bank(client: stripe.StripeClient, visitor: Browser, account: str, number: str) -> None:
    link = new_link(client, account)
    visitor.post(link.url, legal_name="Fay Lancer", country="US", payout_account=number)


def payouts(client: stripe.StripeClient, account: str) -> list[tuple[str, int]]:
    return [(each.status, each.amount) for each in client.v1.payouts.list({}, on(account)).data]


def test_an_account_is_paid_out_by_itself(
    client: stripe.StripeClient, sandbox: SandboxProcess, account: str
) -> None:
    send(client, account)
    assert payouts(client, account) == []
    sandbox.control("clock/advance", days=1)
    assert payouts(client, account) == [("pending", 9_000)]
    assert amounts(client.v1.balance.retrieve({}, on(account)).available) == {"usd": 0}
    sandbox.control("clock/advance", days=1)
    assert payouts(client, account) == [("in_transit", 9_000)]
    sandbox.control("clock/advance", days=1)
    (payout,) = client.v1.payouts.list({}, on(account)).data
    assert (payout.status, payout.automatic) == ("paid", True)


def test_payouts_are_told_with_their_account(
    client: stripe.StripeClient, sandbox: SandboxProcess, account: str, receiver: Receiver
) -> None:
    send(client, account)
    sandbox.control("clock/advance", days=3)
    told = ["payout.created", "payout.updated", "payout.paid"]
    receiver.wait_for(5 + len(told))
    own = [event for event in receiver.events() if event.get("account") == account]
    assert [event["type"] for event in own] == told
    assert own[0]["data"]["object"]["amount"] == 9_000


def test_a_failed_payout_gives_the_money_back_and_needs_another_bank(
    client: stripe.StripeClient, sandbox: SandboxProcess, visitor: Browser
) -> None:
    account = new_account(client).id
    name_bank(client, visitor, account, CLOSED_ACCOUNT)
    send(client, account)
    sandbox.control("clock/advance", days=3)
    (payout,) = client.v1.payouts.list({}, on(account)).data
    assert (payout.status, payout.failure_code) == ("failed", "account_closed")
    assert amounts(client.v1.balance.retrieve({}, on(account)).available) == {"usd": 9_000}
    sandbox.control("clock/advance", days=5)
    assert payouts(client, account) == [("failed", 9_000)]
    name_bank(client, visitor, account, "000123456789")
    sandbox.control("clock/advance", days=3)
    assert payouts(client, account) == [("paid", 9_000), ("failed", 9_000)]


def test_a_failed_payout_restricts_payouts_but_not_transfers(
    client: stripe.StripeClient, sandbox: SandboxProcess, account: str
) -> None:
    send(client, account)
    sandbox.control("clock/advance", days=1)
    (payout,) = client.v1.payouts.list({}, on(account)).data
    sandbox.control("payouts", payout=payout.id, outcome="failed")
    include = ["configuration.recipient", "requirements"]
    found = client.v2.core.accounts.retrieve(account, {"include": include})
    balance = found.configuration.recipient.capabilities.stripe_balance
    assert (balance.stripe_transfers.status, balance.payouts.status) == ("active", "restricted")
    assert [entry.description for entry in found.requirements.entries] == ["external_account"]
    settings = client.v1.balance_settings.retrieve({}, on(account))
    assert settings.payments.payouts.status == "disabled"


def test_a_restricted_account_is_not_paid_out_until_it_is_active(
    client: stripe.StripeClient, sandbox: SandboxProcess, account: str
) -> None:
    send(client, account)
    sandbox.control("accounts", account=account, stripe_transfers="restricted")
    sandbox.control("clock/advance", days=5)
    assert payouts(client, account) == []
    sandbox.control("accounts", account=account, stripe_transfers="active")
    sandbox.control("clock/advance", days=1)
    assert payouts(client, account) == [("pending", 9_000)]


def carried(client: stripe.StripeClient, account: str, payout: str) -> list[tuple[str, int]]:
    changes = client.v1.balance_transactions.list({"payout": payout}, on(account)).data
    return [(change.type, change.net) for change in changes]


def test_a_payout_names_its_bank_and_what_it_carries(
    client: stripe.StripeClient, sandbox: SandboxProcess, visitor: Browser
) -> None:
    account = new_account(client).id
    name_bank(client, visitor, account, CLOSED_ACCOUNT)
    send(client, account)
    sandbox.control("clock/advance", days=3)
    (first,) = client.v1.payouts.list({"expand": ["data.destination"]}, on(account)).data
    assert (first.destination.object, first.destination.last4) == ("bank_account", "1113")
    assert carried(client, account, first.id) == [("payout", -9_000), ("payment", 9_000)]
    name_bank(client, visitor, account, "000123456789")
    send(client, account, 500)
    sandbox.control("clock/advance", days=1)
    second = client.v1.payouts.list({"limit": 1}, on(account)).data[0]
    assert carried(client, account, second.id) == [
        ("payout", -9_500), ("payment", 500), ("payout_failure", 9_000),
    ]  # fmt: skip


def test_an_account_can_be_paid_out_by_hand(
    client: stripe.StripeClient, sandbox: SandboxProcess, account: str
) -> None:
    manual = {"payments": {"payouts": {"schedule": {"interval": "manual"}}}}
    client.v1.balance_settings.update(manual, on(account))
    send(client, account)
    sandbox.control("clock/advance", days=7)
    assert payouts(client, account) == []
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.payouts.create({"amount": 9_001, "currency": "usd"}, on(account))
    assert refusal.value.code == "balance_insufficient"
    client.v1.payouts.create({"amount": 9_000, "currency": "usd"}, on(account))
    assert payouts(client, account) == [("pending", 9_000)]


def test_a_weekly_schedule_waits_for_its_day(
    client: stripe.StripeClient, sandbox: SandboxProcess, account: str
) -> None:
    weekly = {"interval": "weekly", "weekly_payout_days": ["friday"]}
    client.v1.balance_settings.update({"payments": {"payouts": {"schedule": weekly}}}, on(account))
    send(client, account)
    for _day in range(7):
        sandbox.control("clock/advance", days=1)
    (payout,) = client.v1.payouts.list({}, on(account)).data
    assert payout.created // 86_400 % 7 == 1  # 1 January 1970 was a Thursday


def test_the_platform_is_paid_out_by_hand_only(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    pay_intent(client, payment_method="pm_card_bypassPending")
    sandbox.control("clock/advance", days=7)
    assert client.v1.payouts.list().data == []
    payout = client.v1.payouts.create({"amount": 5_000, "currency": "usd"})
    assert amounts(client.v1.balance.retrieve().available) == {"usd": 4_680}
    assert client.v1.payouts.cancel(payout.id).status == "canceled"
    assert amounts(client.v1.balance.retrieve().available) == {"usd": 9_680}
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.payouts.cancel(payout.id)


def test_each_sees_its_own_payouts(
    client: stripe.StripeClient, sandbox: SandboxProcess, account: str
) -> None:
    send(client, account)
    sandbox.control("clock/advance", days=1)
    (payout,) = client.v1.payouts.list({}, on(account)).data
    assert client.v1.payouts.retrieve(payout.id, {}, on(account)).id == payout.id
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.payouts.retrieve(payout.id)
    assert refusal.value.code == "resource_missing"


def test_the_express_dashboard_shows_payouts(
    client: stripe.StripeClient, sandbox: SandboxProcess, visitor: Browser, account: str
) -> None:
    send(client, account)
    sandbox.control("clock/advance", days=2)
    page = visitor.get(client.v1.accounts.login_links.create(account).url)
    assert "<td>in transit</td>" in page.text


def test_only_calls_about_balances_are_made_for_an_account(
    client: stripe.StripeClient, account: str
) -> None:
    with pytest.raises(stripe.InvalidRequestError, match="for the platform only"):
        client.v1.customers.create({}, on(account))
    with pytest.raises(stripe.PermissionError) as refusal:
        client.v1.payouts.list({}, on("acct_none"))
    assert refusal.value.http_status == 403
