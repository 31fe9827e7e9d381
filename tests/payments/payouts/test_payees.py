"""What the processor says of a person's account: told in words, and money waits and goes on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.notices.registry import notices_of
from marketplace.core.data.actors import client, freelancer
from marketplace.core.data.models import Event
from payments.operations.models import Operation
from payments.payouts.errors import PayeeNotReady
from payments.payouts.models.payees import Payee
from payments.payouts.queries.payees import standing_of
from payments.payouts.services.bank_payouts import look_at_account, look_at_accounts
from payments.payouts.services.payees import refresh_own_account, start_onboarding
from payments.payouts.services.payouts import clear_due_payouts, pay_out
from payments.payouts.services.runs import pay_out_everyone
from payments.releases.services.releases import release_escrow
from payments.stripe import requirements as stripe_requirements
from payments.stripe.gateway import gateway_for_worker
from tests.factories.payments import make_payout
from tests.jobs import run_jobs
from tests.payments.books import books
from tests.payments.conftest import RETURN
from tests.payments.flows import fund

pytestmark = [pytest.mark.django_db]

PHOTO = "A picture of your passport or identity card"
ADDRESS = "identity.individual.address"


@pytest.fixture
def account(sandbox, freelancer_person, onboard):
    """A ready account: what happens to it, and what we make of it then."""
    onboard(freelancer_person)

    def happens(**what: object) -> Payee:
        sandbox.control("accounts", account=freelancer_person.payee.account_id, **what)
        return look(freelancer_person)

    return happens


def look(person) -> Payee:
    payee = Payee.objects.get(user=person)
    look_at_account(payee=payee, gateway=gateway_for_worker())
    return Payee.objects.get(user=person)


def told(verb: str) -> list[str]:
    return [
        notice.subject
        for event in Event.objects.filter(verb=verb)
        for _, notice in notices_of(event)
    ]


@pytest.fixture
def available(escrow, client_person, payer_browser, account, sandbox, settings):
    """Cleared while the account was paused."""
    fund(escrow, client_person, payer_browser)
    payout = release_escrow(escrow=escrow, by=client(None), why="approved")
    account(stripe_transfers="restricted")
    type(payout).objects.update(clears_at=timezone.now())
    assert clear_due_payouts() == 1
    payout.refresh_from_db()
    return payout


def test_while_it_is_paused_money_waits_and_nothing_is_sent(available, freelancer_person):
    with pytest.raises(PayeeNotReady):
        pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    assert pay_out_everyone() == 0
    available.refresh_from_db()
    assert (available.state, books(available.escrow)["payee_available"]) == ("available", 386_400)
    assert Operation.objects.filter(verb="send_transfer").count() == 0


def test_once_it_is_ready_what_waited_goes_out_by_itself(available, account, freelancer_person):
    account(stripe_transfers="active")
    assert standing_of(freelancer_person).is_sending
    run_jobs("payments.pay_out", "payments.perform_operation")
    assert not standing_of(freelancer_person).is_sending
    available.refresh_from_db()
    assert (available.state, told("payee.verified")[-1]) == ("sent", "You can be paid now")


def test_the_person_is_told_what_is_asked_for(account, freelancer_person):
    assert account(stripe_transfers="restricted").state == "restricted"
    standing = standing_of(freelancer_person)
    assert [(each.what, each.is_overdue) for each in standing.asked] == [
        ("A bank account for your payouts", True)
    ]
    assert standing.next_step == "Give Stripe what it asks for"
    (notice,) = [n for _, n in notices_of(Event.objects.get(verb="payee.restricted"))]
    assert "– A bank account for your payouts (overdue)" in notice.text


def test_a_deadline_is_told_once_while_all_is_well(account, freelancer_person):
    for _ in range(2):
        assert account(asks=[ADDRESS], days=14).state == "ready"
    (asked,) = standing_of(freelancer_person).asked
    assert (asked.what, asked.is_for_person) == ("Your home address", True)
    assert timedelta(days=13) < asked.due_at - timezone.now() < timedelta(days=15)
    assert told("payee.asked_more") == ["Stripe asks for more before it goes on paying you"]


def test_a_deadline_that_passes_pauses_payouts(account, sandbox, freelancer_person, onboard):
    account(asks=[ADDRESS], days=14)
    sandbox.control("clock/advance", days=15)
    assert look(freelancer_person).state == "restricted"
    assert standing_of(freelancer_person).asked[0].is_overdue
    onboard(freelancer_person)
    payee = Payee.objects.get(user=freelancer_person)
    assert (payee.state, payee.requirements) == ("ready", [])


def test_nothing_is_overdue_before_the_account_was_ready(sandbox, freelancer_person):
    start_onboarding(user=freelancer_person, return_url=RETURN, refresh_url=RETURN, country="DE")
    standing = standing_of(freelancer_person)
    assert (standing.state, bool(standing.asked)) == ("incomplete", True)
    assert any(each["is_overdue"] for each in standing.payee.requirements)
    assert not any(each.is_overdue for each in standing.asked)


def test_an_account_under_check_asks_nothing_of_the_person(
    sandbox, freelancer_person, payer_browser
):
    start_onboarding(user=freelancer_person, return_url=RETURN, refresh_url=RETURN, country="DE")
    account = freelancer_person.payee.account_id
    sandbox.control("accounts", account=account, stripe_transfers="pending")
    assert refresh_own_account(user=freelancer_person).state == "checking"
    standing = standing_of(freelancer_person)
    assert [(each.what, each.is_for_person) for each in standing.asked] == [(PHOTO, False)]
    assert standing.next_step == ""
    sandbox.control("accounts", account=account, stripe_transfers="restricted")
    assert refresh_own_account(user=freelancer_person).state == "incomplete"
    sandbox.control("accounts", account=account, stripe_transfers="active")
    assert refresh_own_account(user=freelancer_person).state == "ready"


def test_a_disabled_account_sends_the_person_to_the_processor(account, freelancer_person):
    assert account(stripe_transfers="unsupported").state == "restricted"
    (asked,) = standing_of(freelancer_person).asked
    assert asked.what.startswith("Stripe has paused the account. Its support tells you why")


def test_an_account_that_cannot_pay_out_to_a_bank_is_not_ready(account):
    assert account(payouts="restricted").state == "restricted"
    assert account(payouts="active").state == "ready"


def test_a_refused_transfer_has_the_account_looked_at(
    sandbox, escrow, client_person, freelancer_person, payer_browser, onboard, settings
):
    settings.CLEARING_DAYS = 0
    onboard(freelancer_person)
    sandbox.control(
        "accounts", account=freelancer_person.payee.account_id, stripe_transfers="restricted"
    )
    fund(escrow, client_person, payer_browser)
    payout = release_escrow(escrow=escrow, by=client(None), why="approved")
    run_jobs("payments.perform_operation", "payments.look_at_account")
    payout.refresh_from_db()
    state = Payee.objects.get(user=freelancer_person).state
    assert (payout.state, state) == ("available", "restricted")


def test_accounts_that_keep_money_waiting_are_looked_at(account, freelancer_person, stranger):
    account(stripe_transfers="restricted")
    make_payout(None, stranger)
    assert look_at_accounts() == 1


@pytest.mark.parametrize(
    ("description", "words"),
    [
        ("external_account", "A bank account for your payouts"),
        ("identity.individual.documents.primary_verification.front_back.front", PHOTO),
        ("identity.individual.relationship.title", "More details about you"),
        ("storer.something_new", "More details, which Stripe’s own page names"),
    ],
)
def test_requirements_are_told_in_words(description, words):
    error = {"code": "invalid_value_other", "description": "The picture is too dark."}
    entry = {
        "awaiting_action_from": "user",
        "description": description,
        "errors": [error],
        "minimum_deadline": {"status": "currently_due", "time": "2026-12-01T00:00:00.000Z"},
    }
    found = stripe_requirements.account({"id": "acct_1", "requirements": {"entries": [entry]}})
    (asked,) = found.requirements
    assert (asked.what, asked.why) == (words, "The picture is too dark.")
    assert (f"{asked.due_at:%d %m %Y}", found.waits_for_person) == ("01 12 2026", True)
