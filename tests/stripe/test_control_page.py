import re

import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.orders import onboarded_account, pay_intent, transfer_status
from tests.stripe.saved import mandate


def press(visitor: Browser, sandbox: SandboxProcess, label: str) -> None:
    """Press the first button of that name on the control page."""
    page = visitor.get(f"{sandbox.url}/").text
    form = next(each for each in re.findall(r"<form.*?</form>", page, re.S) if f">{label}<" in each)
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    (action,) = re.findall(r'action="([^"]+)"', form)
    seen = visitor.post(f"{sandbox.url}{action}", **fields)
    assert (seen.status, seen.location) == (303, "/")


def test_an_account_is_restricted_disabled_and_activated(
    client: stripe.StripeClient, sandbox: SandboxProcess, visitor: Browser
) -> None:
    account = onboarded_account(client, visitor)
    for label, status in (
        ("Restrict", "restricted"), ("Disable", "unsupported"), ("Activate", "active"),
    ):  # fmt: skip
        press(visitor, sandbox, label)
        assert transfer_status(client, account) == status


@pytest.mark.parametrize(("label", "status"), [("Win", "won"), ("Lose", "lost")])
def test_a_dispute_is_opened_and_decided(
    client: stripe.StripeClient, sandbox: SandboxProcess, visitor: Browser, label: str, status: str
) -> None:
    pay_intent(client)
    press(visitor, sandbox, "Dispute")
    press(visitor, sandbox, label)
    assert [each.status for each in client.v1.disputes.list().data] == [status]


def test_a_refund_is_let_fail(
    client: stripe.StripeClient, sandbox: SandboxProcess, visitor: Browser
) -> None:
    refund = client.v1.refunds.create({"charge": pay_intent(client).latest_charge.id})
    press(visitor, sandbox, "Let it fail")
    assert client.v1.refunds.retrieve(refund.id).status == "failed"


def test_a_payout_is_let_arrive_and_come_back(
    client: stripe.StripeClient, sandbox: SandboxProcess, visitor: Browser
) -> None:
    pay_intent(client, payment_method="pm_card_bypassPending")
    payout = client.v1.payouts.create({"amount": 5_000, "currency": "usd"})
    press(visitor, sandbox, "Let it arrive")
    assert client.v1.payouts.retrieve(payout.id).status == "paid"
    press(visitor, sandbox, "Let it fail")
    assert client.v1.payouts.retrieve(payout.id).failure_code == "account_closed"


def test_a_debit_is_let_succeed(
    client: stripe.StripeClient, sandbox: SandboxProcess, visitor: Browser
) -> None:
    intent = pay_intent(
        client, payment_method="pm_usBankAccount_processing", mandate_data=mandate()
    )
    press(visitor, sandbox, "Let it succeed")
    assert client.v1.payment_intents.retrieve(intent.id).status == "succeeded"


def test_time_is_moved(sandbox: SandboxProcess, visitor: Browser) -> None:
    press(visitor, sandbox, "A minute on")
    press(visitor, sandbox, "One day on")
    assert sandbox.read("clock")["ahead_by"] == 86_460


def test_what_cannot_happen_is_said(
    client: stripe.StripeClient, sandbox: SandboxProcess, visitor: Browser
) -> None:
    refund = client.v1.refunds.create({"charge": pay_intent(client).latest_charge.id})
    seen = visitor.post(f"{sandbox.url}/acts/refund", refund=refund.id, outcome="succeeded")
    assert (seen.status, "That cannot happen" in seen.text) == (409, True)
    assert client.v1.refunds.retrieve(refund.id).status == "succeeded"
    assert visitor.post(f"{sandbox.url}/acts/rain").status == 404
