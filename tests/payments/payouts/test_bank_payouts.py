"""From the account at the processor to the bank: seen, never doubled, never gone back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.notices.registry import notices_of
from marketplace.core.data.actors import client, freelancer
from marketplace.core.data.models import Event
from payments.ledger.models import Transfer
from payments.payouts.models.bank_payouts import BankPayout
from payments.payouts.models.payouts import Payout
from payments.payouts.services.bank_payouts import (
    look_at_account,
    look_at_accounts,
    take_over_bank_payout,
)
from payments.payouts.services.payouts import clear_due_payouts, pay_out
from payments.releases.services.releases import release_escrow
from payments.stripe.gateway import gateway_for_worker
from payments.stripe.objects import BankPayoutContents
from tests.factories.payments import make_bank_payout, make_payout, make_sent, seen_bank_payout
from tests.jobs import run_jobs
from tests.payments.charges.test_races import at_once
from tests.payments.flows import fund
from tests.sandbox import SandboxProcess

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def sent(sandbox, escrow, client_person, freelancer_person, payer_browser, onboard) -> Payout:
    """Released, cleared and transferred to the freelancer's account at the processor."""
    onboard(freelancer_person)
    fund(escrow, client_person, payer_browser)
    payout = release_escrow(escrow=escrow, by=client(None), why="approved")
    Payout.objects.update(clears_at=timezone.now())
    clear_due_payouts()
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    run_jobs("payments.perform_operation")
    payout.refresh_from_db()
    return payout


def days_pass(sandbox: SandboxProcess, days: int) -> None:
    sandbox.control("clock/advance", days=days)


def look(payout: Payout) -> list[str]:
    """The poll; the states of all bank payouts, oldest first."""
    look_at_account(payee=payout.payee.payee, gateway=gateway_for_worker())
    payout.refresh_from_db()
    return list(BankPayout.objects.order_by("id").values_list("state", flat=True))


def test_the_poll_follows_a_payout_to_the_bank(sandbox, sent):
    before = Transfer.objects.count()
    assert (look(sent), sent.state) == ([], "sent")
    days_pass(sandbox, 3)
    assert (look(sent), sent.state) == (["pending"], "sent")
    days_pass(sandbox, 1)
    assert (look(sent), sent.state) == (["in_transit"], "sent")
    days_pass(sandbox, 1)
    assert (look(sent), sent.state) == (["paid"], "paid")
    found = BankPayout.objects.get()
    assert (found.amount, found.currency, found.bank_last4) == (386_400, "USD", "3000")
    assert (list(found.payouts.all()), found.is_itemised) == ([sent], True)
    assert Transfer.objects.count() == before


def test_looking_again_changes_nothing(sandbox, sent):
    days_pass(sandbox, 5)
    look(sent)
    before = Event.objects.count()
    assert (look(sent), Event.objects.count()) == (["paid"], before)


def test_a_bank_that_refuses_is_told_with_what_to_do_and_tried_again(
    sandbox, sent, freelancer_person, payer_browser, onboard
):
    days_pass(sandbox, 3)
    look(sent)
    first = BankPayout.objects.get()
    sandbox.control("payouts", payout=first.processor_id, outcome="failed")
    assert (look(sent), sent.state) == (["failed"], "sent")
    first.refresh_from_db()
    assert first.problem == "The bank account is closed."
    assert first.remedy.startswith("Name another bank account at Stripe.")
    told = notices_of(Event.objects.get(verb="bank_payout.failed"))
    assert [(user, notice.subject) for user, notice in told] == [
        (freelancer_person, "Your bank did not take 3,864.00 USD")
    ]
    onboard(freelancer_person)
    days_pass(sandbox, 3)
    assert (look(sent), sent.state) == (["failed", "paid"], "paid")
    assert [list(each.payouts.all()) for each in BankPayout.objects.all()] == [[sent], [sent]]


def test_a_bank_may_send_back_what_had_arrived(sandbox, sent):
    days_pass(sandbox, 5)
    assert (look(sent), sent.state) == (["paid"], "paid")
    found = BankPayout.objects.get()
    sandbox.control("payouts", payout=found.processor_id, outcome="failed")
    assert (look(sent), sent.state) == (["failed"], "sent")


def test_a_payout_by_hand_names_nothing_that_it_carries(sandbox, sent):
    on = {"stripe_account": sent.payee.payee.account_id}
    manual = {"payments": {"payouts": {"schedule": {"interval": "manual"}}}}
    sandbox.client().v1.balance_settings.update(manual, on)
    days_pass(sandbox, 3)
    sandbox.client().v1.payouts.create({"amount": 100_000, "currency": "usd"}, on)
    days_pass(sandbox, 3)
    assert (look(sent), sent.state) == (["paid"], "sent")
    assert BankPayout.objects.get().payouts.count() == 0


def test_a_state_never_goes_back(freelancer_person):
    payout = make_sent(make_payout(None, freelancer_person))
    contents = BankPayoutContents(payments=(payout.processor_payment_id,))
    for state in ("paid", "in_transit", "pending", "cancelled", "paid"):
        seen = seen_bank_payout(state)
        take_over_bank_payout(user=freelancer_person, seen=seen, contents=contents)
    payout.refresh_from_db()
    assert (BankPayout.objects.get().state, payout.state) == ("paid", "paid")
    verbs = Event.objects.filter(verb__startswith="bank_payout.").values_list("verb", flat=True)
    assert sorted(verbs) == ["bank_payout.made", "bank_payout.paid"]


def test_an_old_failure_takes_nothing_back_that_came_later(freelancer_person):
    payout = make_sent(make_payout(None, freelancer_person))
    make_bank_payout(freelancer_person, "in_transit", payout, id="po_first")
    make_bank_payout(freelancer_person, "paid", payout, id="po_second")
    make_bank_payout(freelancer_person, "failed", payout, id="po_first")
    payout.refresh_from_db()
    assert payout.state == "paid"


def test_what_is_sent_again_is_found_once_the_failed_one_is_known(freelancer_person):
    payout = make_sent(make_payout(None, freelancer_person))
    again = {"seen": seen_bank_payout("paid", id="po_second"), "user": freelancer_person}
    retry = BankPayoutContents(retried=("po_first",))
    unknown = take_over_bank_payout(contents=retry, **again)
    assert (unknown.payouts.count(), unknown.is_itemised) == (0, False)
    make_bank_payout(freelancer_person, "failed", payout, id="po_first")
    known = take_over_bank_payout(contents=retry, **again)
    payout.refresh_from_db()
    assert (list(known.payouts.all()), known.is_itemised, payout.state) == ([payout], True, "paid")


@pytest.mark.django_db(transaction=True)
def test_told_four_times_at_once_it_is_kept_once(freelancer_person):
    payout = make_sent(make_payout(None, freelancer_person))
    contents = BankPayoutContents(payments=(payout.processor_payment_id,))
    seen = seen_bank_payout("paid")
    at_once(
        *[lambda: take_over_bank_payout(user=freelancer_person, seen=seen, contents=contents)] * 4
    )
    assert (BankPayout.objects.count(), Payout.objects.get().state) == (1, "paid")
    assert Event.objects.filter(verb="payout.paid").count() == 1


def test_nobody_elses_payout_is_carried(freelancer_person, stranger):
    foreign = make_sent(make_payout(None, stranger))
    made = make_bank_payout(freelancer_person, "paid", foreign)
    foreign.refresh_from_db()
    assert (made.payouts.count(), foreign.state) == (0, "sent")


def test_only_accounts_that_money_moves_on_are_looked_at(sandbox, sent, stranger, onboard):
    onboard(stranger)
    assert look_at_accounts() == 1
    Payout.objects.update(sent_at=timezone.now() - timedelta(days=31))
    assert look_at_accounts() == 0
