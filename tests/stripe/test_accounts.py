import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.orders import (
    IBAN,
    REFRESH,
    RETURN,
    new_account,
    new_link,
    onboard,
    onboarded_account,
    pay_intent,
    transfer_status,
)


def test_a_new_account_is_restricted_and_says_what_is_missing(client: stripe.StripeClient) -> None:
    include = ["configuration.recipient", "requirements", "identity"]
    account = new_account(client, include=include)
    assert account.applied_configurations == ["recipient"]
    transfers = account.configuration.recipient.capabilities.stripe_balance.stripe_transfers
    assert transfers.status == "restricted"
    assert [entry.awaiting_action_from for entry in account.requirements.entries] == ["user"]
    assert account.identity.country == "de"


def test_large_parts_are_null_unless_included(client: stripe.StripeClient) -> None:
    account = client.v2.core.accounts.retrieve(new_account(client).id)
    parts = ("configuration", "defaults", "identity", "requirements")
    assert [getattr(account, part) for part in parts] == [None, None, None, None]


def test_onboarding_makes_transfers_active_and_returns(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    account = new_account(client)
    link = new_link(client, account.id)
    page = visitor.get(link.url)
    assert (page.status, 'value="Fay Lancer"' in page.text) == (200, True)
    seen = visitor.post(link.url, legal_name="Fay Lancer", country="DE", payout_account=IBAN)
    assert (seen.status, seen.location) == (303, RETURN)
    assert transfer_status(client, account.id) == "active"


def test_an_onboarding_link_works_once(client: stripe.StripeClient, visitor: Browser) -> None:
    account = new_account(client)
    link = new_link(client, account.id)
    visitor.post(link.url, legal_name="Fay Lancer", country="DE", payout_account=IBAN)
    assert visitor.get(link.url).location == REFRESH


def test_an_onboarding_link_runs_out(
    client: stripe.StripeClient, sandbox: SandboxProcess, visitor: Browser
) -> None:
    account = new_account(client)
    link = new_link(client, account.id)
    sandbox.control("clock/advance", seconds=601)
    seen = visitor.post(link.url, legal_name="Fay Lancer", country="DE", payout_account=IBAN)
    assert seen.location == REFRESH
    assert transfer_status(client, account.id) == "restricted"


@pytest.mark.parametrize("number", ["", "12345", "DE89 3704 0044 0532 0130 01", "not an account"])
def test_a_wrong_payout_account_is_asked_for_again(
    client: stripe.StripeClient, visitor: Browser, number: str
) -> None:
    account = new_account(client)
    link = new_link(client, account.id)
    seen = visitor.post(link.url, legal_name="Fay", country="DE", payout_account=number)
    assert (seen.status, "no valid IBAN or account number" in seen.text) == (422, True)
    assert transfer_status(client, account.id) == "restricted"


def test_an_express_dashboard_needs_a_platform_that_answers(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError, match="losses_collector"):
        new_account(client, defaults={})
    assert client.v2.core.accounts.list().data == []


def test_updates_keep_what_they_do_not_name(client: stripe.StripeClient) -> None:
    account = new_account(client, metadata={"person": "1"})
    updated = client.v2.core.accounts.update(account.id, {"metadata": {"team": "2"}})
    assert updated.metadata.to_dict() == {"person": "1", "team": "2"}
    assert updated.contact_email == "freelancer@example.com"


def test_the_express_dashboard_shows_what_was_paid(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    account = onboarded_account(client, visitor)
    charge = pay_intent(client).latest_charge
    client.v1.transfers.create(
        {"amount": 9_000, "currency": "usd", "destination": account,
         "source_transaction": charge.id, "description": "Milestone 1"}
    )  # fmt: skip
    page = visitor.get(client.v1.accounts.login_links.create(account).url)
    assert page.status == 200
    assert "Milestone 1" in page.text
    assert "$90.00" in page.text
    assert "ends in 3000" in page.text


def test_there_is_no_dashboard_before_onboarding(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    account = new_account(client)
    with pytest.raises(stripe.InvalidRequestError, match="has not completed onboarding"):
        client.v1.accounts.login_links.create(account.id)
    onboard(client, visitor, account.id)
    assert client.v1.accounts.login_links.create(account.id).object == "login_link"


def test_a_closed_account_can_do_nothing_more(
    client: stripe.StripeClient, visitor: Browser
) -> None:
    account = onboarded_account(client, visitor)
    assert client.v2.core.accounts.close(account).closed is True
    assert transfer_status(client, account) == "unsupported"
    with pytest.raises(stripe.InvalidRequestError, match="is closed"):
        new_link(client, account)
    with pytest.raises(stripe.InvalidRequestError, match="is closed"):
        client.v2.core.accounts.update(account, {"display_name": "Joe"})


def test_an_account_with_money_is_not_closed(client: stripe.StripeClient, visitor: Browser) -> None:
    account = onboarded_account(client, visitor)
    charge = pay_intent(client).latest_charge
    client.v1.transfers.create(
        {"amount": 100, "currency": "usd", "destination": account,
         "source_transaction": charge.id}
    )  # fmt: skip
    with pytest.raises(stripe.InvalidRequestError, match="balances are zero"):
        client.v2.core.accounts.close(account)
    assert transfer_status(client, account) == "active"


def test_an_unknown_account_is_not_found(client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v2.core.accounts.retrieve("acct_none")
    assert (refusal.value.http_status, refusal.value.code) == (404, "not_found")
