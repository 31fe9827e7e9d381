"""What is due to leave against what we have at the processor: staff hear when it gets worse."""

import pytest
from django.utils import timezone

from accounts.notices.registry import notices_of
from marketplace.core.data.actors import client
from marketplace.core.data.models import Event
from payments.payouts.models.payouts import Payout
from payments.payouts.services.payouts import clear_due_payouts
from payments.reconciliation.models.platform_balances import PlatformBalance
from payments.reconciliation.queries.platform_balances import due_to_leave, low_balances
from payments.reconciliation.services.platform_balances import look_at_balance
from payments.refunds.services.refunds import refund_escrow
from payments.releases.services.releases import release_escrow
from payments.stripe.gateway import gateway_for_worker
from tests.factories.payments import make_held_escrow, make_payout
from tests.payments.flows import fund

pytestmark = [pytest.mark.django_db]


def look() -> PlatformBalance:
    look_at_balance(gateway=gateway_for_worker())
    return PlatformBalance.objects.get(currency="USD")


def told() -> list[str]:
    events = Event.objects.filter(verb__startswith="platform_balance.").order_by("id")
    return [event.verb.removeprefix("platform_balance.") for event in events]


def cleared(payout: Payout) -> Payout:
    Payout.objects.update(clears_at=timezone.now())
    clear_due_payouts()
    return payout


@pytest.fixture
def available(sandbox, escrow, client_person, payer_browser) -> Payout:
    """Paid through the sandbox, released and cleared; its funds settle there for two days."""
    fund(escrow, client_person, payer_browser)
    return cleared(release_escrow(escrow=escrow, by=client(None), why="approved"))


def test_what_only_settles_is_tight_and_enough_once_it_has(available, sandbox):
    balance = look()
    assert (balance.state, balance.due, balance.available) == ("tight", 386_400, 0)
    assert balance.pending == 407_790
    look()
    sandbox.control("clock/advance", days=3)
    assert look().state == "enough"
    assert (told(), list(low_balances())) == (["grown_tight", "recovered"], [])


def test_what_is_nowhere_is_short_and_staff_are_told_once(available, moderator):
    cleared(make_payout(amount=100_000))
    balance = look()
    assert (balance.state, balance.due, balance.missing.minor) == ("short", 478_400, 478_400)
    assert look().state == "short"
    [event] = Event.objects.filter(verb="platform_balance.fallen_short")
    [(user, notice)] = list(notices_of(event))
    assert (user, notice.subject) == (moderator, "Our balance lacks 4,784.00 USD for what is due")
    assert list(low_balances()) == [balance]


def test_a_balance_that_gets_better_is_no_alarm(available, moderator):
    other = cleared(make_payout(amount=100_000))
    look()
    Payout.objects.filter(pk=other.pk).update(state="sent", processor_id="tr_1")
    assert look().state == "tight"
    assert told() == ["fallen_short", "eased"]
    assert list(notices_of(Event.objects.get(verb="platform_balance.eased"))) == []


def test_each_currency_is_looked_at_by_itself(sandbox):
    cleared(make_payout(amount=50_000, currency="JPY"))
    look_at_balance(gateway=gateway_for_worker())
    states = dict(PlatformBalance.objects.values_list("currency", "state"))
    assert states == {"JPY": "short", "USD": "enough"}


def test_refunds_that_the_processor_has_not_taken_are_due():
    escrow = make_held_escrow()
    refund = refund_escrow(escrow=escrow, by=client(None), why="agreed")
    assert due_to_leave() == {"USD": 420_000}
    type(refund).objects.update(processor_id="re_1")
    assert due_to_leave() == {}


def test_it_is_shown_to_staff(available, browser_of, moderator):
    look()
    shown = browser_of(moderator).get("/staff/ledger/attention/").content.decode()
    assert "Waits for funds that settle" in shown and "3,864.00" in shown
    home = browser_of(moderator).get("/staff/").content.decode()
    assert "Our balance at the processor is low" in home
