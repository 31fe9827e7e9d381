"""Every call of the sandbox, made at least once, in the states that differ."""

import io
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.orders import (
    RECIPIENT,
    SUCCESS,
    line_item,
    new_account,
    onboard,
    open_session,
    pay_intent,
)
from tests.stripe.saved import RETURN, customer, mandate, save, saved_method


def all_of_it(client: stripe.StripeClient, sandbox: SandboxProcess) -> None:
    """Make every call of the sandbox at least once, in the states that differ."""
    visitor = Browser()
    fund(client, visitor)
    account = onboarding(client, visitor)
    money(client, account)
    saving(client, visitor)
    debiting(client, visitor, sandbox)
    disputing(client, sandbox)
    paying_out(client, account, sandbox)
    platform_funds(client, sandbox)
    sandbox.control("clock/advance", days=3)
    reading(client)
    refusals(client)


def fund(client: stripe.StripeClient, visitor: Browser) -> None:
    customers = client.v1.customers
    customer = customers.create({"email": "c@example.com", "name": "Cleo", "metadata": {"a": "1"}})
    customers.update(customer.id, {"description": "finance", "address": {"country": "DE"}})
    customers.retrieve(customer.id)
    data = {"transfer_group": "g", "metadata": {"o": "1"}, "setup_future_usage": "off_session"}
    paid = open_session(
        client, customer=customer.id, payment_intent_data=data, client_reference_id="1"
    )
    visitor.pay(paid.url)
    declined = open_session(client, customer_email="c@example.com")
    visitor.pay(declined.url, "4000000000000002")
    visitor.pay(open_session(client, 12_000, "jpy").url, "4000002500003155")
    client.v1.checkout.sessions.expire(declined.id)
    for session in (paid, declined):
        client.v1.checkout.sessions.retrieve(session.id, {"expand": ["payment_intent"]})
        client.v1.checkout.sessions.line_items.list(session.id)
    customers.delete(customers.create().id)


def onboarding(client: stripe.StripeClient, visitor: Browser) -> str:
    accounts = client.v2.core.accounts
    include = ["configuration.recipient", "defaults", "identity", "requirements"]
    account = new_account(client, include=include).id
    onboard(client, visitor, account)
    accounts.retrieve(account, {"include": include})
    accounts.update(account, {"display_name": "Fay L.", "metadata": {"person": "1"}})
    accounts.list({"limit": 5})
    accounts.close(new_account(client).id)
    client.v1.accounts.login_links.create(account)
    thin = client.v2.core.events.list({"object_id": account}).data
    recent: Any = {"created": {"gte": "2026-01-01T00:00:00Z"}, "types": [thin[0].type], "limit": 1}
    list(client.v2.core.events.list(recent).auto_paging_iter())
    for event in thin:
        client.v2.core.events.retrieve(event.id)
    return account


def money(client: stripe.StripeClient, account: str) -> None:
    intents = client.v1.payment_intents
    charge = pay_intent(client, metadata={"week": "1"}).latest_charge
    waiting = intents.create({"amount": 500, "currency": "eur"})
    intents.confirm(waiting.id, {"payment_method": "pm_card_threeDSecure2Required"})
    intents.cancel(waiting.id, {"cancellation_reason": "abandoned"})
    client.v1.charges.update(charge.id, {"description": "Milestone 1"})
    transfers = client.v1.transfers
    transfer = transfers.create(
        {"amount": 9_000, "currency": "usd", "destination": account, "metadata": {"p": "1"},
         "source_transaction": charge.id}
    )  # fmt: skip
    transfers.update(transfer.id, {"metadata": {"p": "2"}})
    transfers.retrieve(transfer.id, {"expand": ["balance_transaction", "source_transaction"]})
    refund = client.v1.refunds.create({"charge": charge.id, "amount": 1_000})
    client.v1.refunds.update(refund.id, {"metadata": {"r": "1"}})
    client.v1.refunds.retrieve(refund.id, {"expand": ["charge.balance_transaction"]})
    for method in ("pm_card_pendingRefund", "pm_card_refundFail"):
        paid = pay_intent(client, payment_method=method).latest_charge
        client.v1.refunds.create({"charge": paid.id})
    expand = ["balance_transaction", "refunds", "payment_intent", "customer"]
    client.v1.charges.retrieve(charge.id, {"expand": expand})
    intents.retrieve(charge.payment_intent, {"expand": ["latest_charge", "payment_method"]})
    client.v1.payment_methods.retrieve(charge.payment_method)


def saving(client: stripe.StripeClient, visitor: Browser) -> None:
    setups, methods = client.v1.setup_intents, client.v1.payment_methods
    person, _method = saved_method(client, visitor, "pm_card_authenticationRequired")
    waiting = setups.create({"customer": person, "usage": "on_session", "description": "x"})
    setups.update(waiting.id, {"metadata": {"a": "1"}})
    setups.confirm(waiting.id, {"payment_method": "pm_card_visa", "return_url": RETURN})
    setups.retrieve(waiting.id, {"expand": ["customer", "payment_method"]})
    setups.cancel(setups.create().id, {"cancellation_reason": "abandoned"})
    card = methods.create(
        {"type": "card", "metadata": {"a": "1"}, "allow_redisplay": "always",
         "card": {"number": "4242424242424242", "exp_month": 1, "exp_year": 2040, "cvc": "123"},
         "billing_details": {"name": "Cleo", "address": {"country": "DE"}}}
    )  # fmt: skip
    methods.update(card.id, {"card": {"exp_month": 2}, "billing_details": {"name": "Clea"}})
    methods.attach(card.id, {"customer": person})
    methods.list({"customer": person})
    client.v1.customers.payment_methods.list(person, {"type": "card"})
    client.v1.customers.payment_methods.retrieve(person, card.id)
    methods.detach(card.id)
    session = {"mode": "setup", "currency": "usd", "success_url": SUCCESS, "customer": person}
    visitor.pay(client.v1.checkout.sessions.create(session).url)


def debiting(client: stripe.StripeClient, visitor: Browser, sandbox: SandboxProcess) -> None:
    person = customer(client)
    intent = save(client, person, "pm_usBankAccount_success", mandate_data=mandate())
    client.v1.mandates.retrieve(intent.mandate, {"expand": ["payment_method"]})
    iban = {"iban": "DE62370400440532013001"}
    sepa = client.v1.payment_methods.create({"type": "sepa_debit", "sepa_debit": iban})
    pay_intent(client, currency="eur", payment_method=sepa.id, mandate_data=mandate())
    waiting = client.v1.payment_intents.create({"amount": 700, "currency": "usd"})
    client.v1.payment_intents.update(waiting.id, {"amount": 900, "metadata": {"a": "1"}})
    session = open_session(client, customer=person, excluded_payment_method_types=["sepa_debit"])
    visitor.debit(session.url, "us_bank_account", account_number="000123456789")
    client.v1.checkout.sessions.retrieve(session.id, {"expand": ["payment_intent.latest_charge"]})
    sandbox.control("clock/advance", days=5)
    client.v1.checkout.sessions.retrieve(session.id)


def disputing(client: stripe.StripeClient, sandbox: SandboxProcess) -> None:
    disputes = client.v1.disputes
    for method in ("pm_card_createDispute", "pm_card_createDisputeInquiry"):
        pay_intent(client, payment_method=method)
    pay_intent(client, payment_method="pm_usBankAccount_dispute", mandate_data=mandate())
    sandbox.control("clock/advance", days=5)
    sandbox.control("clock/advance", seconds=60)
    debit, inquiry, dispute = disputes.list({"limit": 3}).data
    disputes.retrieve(debit.id, {"expand": ["charge", "payment_intent"]})
    document = io.BytesIO(b"%PDF-1.7 terms and delivery")
    document.name = "evidence.pdf"
    file = client.v1.files.create({"purpose": "dispute_evidence", "file": document})
    client.v1.files.retrieve(file.id)
    client.v1.files.list({"purpose": "dispute_evidence", "limit": 1})
    evidence = {"uncategorized_text": "winning_evidence", "customer_name": "Cleo",
                "service_documentation": file.id}  # fmt: skip
    disputes.update(dispute.id, {"evidence": evidence, "metadata": {"a": "1"}})
    disputes.close(inquiry.id)
    disputes.retrieve(dispute.id)


def paying_out(client: stripe.StripeClient, account: str, sandbox: SandboxProcess) -> None:
    own: Any = {"stripe_account": account}
    charge = pay_intent(client, payment_method="pm_card_bypassPending").latest_charge
    transfer = client.v1.transfers.create(
        {"amount": 9_000, "currency": "usd", "destination": account,
         "source_transaction": charge.id}
    )  # fmt: skip
    reversals = client.v1.transfers.reversals
    reversal = reversals.create(transfer.id, {"amount": 1_000, "metadata": {"r": "1"}})
    reversals.update(transfer.id, reversal.id, {"metadata": {"r": "2"}})
    reversals.retrieve(transfer.id, reversal.id, {"expand": ["transfer", "balance_transaction"]})
    reversals.list(transfer.id, {"limit": 1})
    schedule = {"interval": "weekly", "weekly_payout_days": ["friday"]}
    client.v1.balance_settings.update({"payments": {"payouts": {"schedule": schedule}}}, own)
    client.v1.balance_settings.retrieve()
    client.v1.balance.retrieve({}, own)
    client.v1.balance_transactions.list({}, own)
    payouts = client.v1.payouts
    kept = payouts.create({"amount": 500, "currency": "usd", "metadata": {"p": "1"}}, own)
    payouts.cancel(payouts.create({"amount": 100, "currency": "usd"}).id)
    payouts.update(kept.id, {"metadata": {"p": "2"}}, own)
    sandbox.control("clock/advance", days=9)
    for payout in payouts.list({"limit": 10}, own).data:
        payouts.retrieve(payout.id, {"expand": ["balance_transaction", "destination"]}, own)
        client.v1.balance_transactions.list({"payout": payout.id}, own)
    sandbox.control("payouts", payout=kept.id, outcome="failed")
    payouts.retrieve(kept.id, {"expand": ["failure_balance_transaction"]}, own)
    client.v1.events.list({"limit": 100}, own)


def platform_funds(client: stripe.StripeClient, sandbox: SandboxProcess) -> None:
    topups = client.v1.topups
    kept, stopped, refused = (
        topups.create({"amount": 700, "currency": "usd", "metadata": {"t": "1"}}) for _ in range(3)
    )
    topups.update(kept.id, {"description": "A float"})
    topups.cancel(stopped.id)
    sandbox.control("topups", topup=refused.id, outcome="failed")
    sandbox.control("clock/advance", days=1)
    topups.retrieve(kept.id, {"expand": ["balance_transaction"]})
    sandbox.control("topups", topup=kept.id, outcome="reversed")
    topups.list({"limit": 10})
    sandbox.control("fees", amount=200, currency="usd")


def reading(client: stripe.StripeClient) -> None:
    client.v1.balance.retrieve()
    transactions = client.v1.balance_transactions.list({"limit": 100}).data
    client.v1.balance_transactions.retrieve(transactions[0].id, {"expand": ["source"]})
    lists = (
        client.v1.customers, client.v1.checkout.sessions, client.v1.payment_intents,
        client.v1.charges, client.v1.transfers, client.v1.refunds, client.v1.setup_intents,
        client.v1.disputes, client.v1.payouts,
    )  # fmt: skip
    for noun in lists:
        noun.list({"limit": 100, "created": {"gte": 1}})
    *_told, first = client.v1.events.list({"limit": 100}).auto_paging_iter()
    client.v1.events.retrieve(first.id)


def refusals(client: stripe.StripeClient) -> None:
    wrong: list[Callable[[], object]] = [
        lambda: client.v1.charges.retrieve("ch_none"),
        lambda: pay_intent(client, payment_method="pm_card_chargeDeclined"),
        lambda: open_session(client, line_items=[line_item(), line_item(currency="eur")]),
        lambda: client.v2.core.accounts.retrieve("acct_none"),
        lambda: new_account(client, configuration={"recipient": RECIPIENT}),
    ]
    for call in wrong:
        with suppress(stripe.StripeError):
            call()
