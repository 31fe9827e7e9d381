"""Workers, banks, the network and time around people's money, for the property-based test.

The world of one example is a transaction that is rolled back: no message reaches Redis, and
the promised jobs are done from their rows, as a worker would do them.
"""

import urllib.error
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import stripe
import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from accounts.people.models import User
from marketplace.core.data.errors import DomainError
from marketplace.core.data.jobs import perform
from marketplace.core.data.models import Event, OutboxMessage
from payments.card_disputes.models import CardDispute
from payments.charges.models import Charge
from payments.charges.services.plans import enqueue_due_plans
from payments.escrows.models.escrows import Escrow
from payments.ledger.errors import KeyReused, Overdrawn
from payments.ledger.models import Entry
from payments.operations.models import Operation
from payments.operations.services.kinds import sweep_operations
from payments.operations.services.operations import WAITING
from payments.payouts.models.bank_payouts import BankPayout
from payments.payouts.models.payees import Payee
from payments.payouts.models.payouts import Payout
from payments.payouts.services.bank_payouts import look_at_accounts
from payments.payouts.services.payees import refresh_own_account, start_onboarding
from payments.refunds.models import Refund
from payments.stripe.errors import ProcessorError
from payments.stripe.gateway import gateway_for_worker
from payments.webhooks.services.events import receive_event
from payments.webhooks.services.polls import poll_events
from tests.factories.accounts import make_freelancer, make_organisation, make_user
from tests.payments.faults import invariants
from tests.payments.flows import RETURN
from tests.payments.messages import told
from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser

# Documents and notices move nothing.
MOVING = (
    *("perform_operation", "process_event", "try_charge_plan"),
    *("close_charge", "look_at_account"),
)
JOBS = [f"payments.{name}" for name in MOVING]
CALLS = ["/v1/transfers", "/v1/refunds", "/v1/transfers/*/reversals"]
FAILURES = st.sampled_from(
    [
        {"kind": "drop_answer"},
        {"kind": "fail", "status": 500},
        {"kind": "fail", "status": 429},
        {"kind": "fail", "status": 400, "message": "No."},
    ]
)
numbers = st.integers(0, 20)
# Clearing accounts must be empty after 14 days, and the books keep the real time.
MOST_DAYS = 12


class MoneyWorld(RuleBasedStateMachine):
    """One client and two freelancers who can be paid; everything else is up to the rules."""

    def __init__(self, sandbox: SandboxProcess) -> None:
        super().__init__()
        sandbox.reset()
        self.sandbox, self.browser, self.days = sandbox, Browser(), 0
        self._travel = time_machine.travel(datetime.now(UTC))
        self._clock = self._travel.start()
        self._transaction = transaction.atomic()
        # As of a test case of Django: services may open their durable transactions in it.
        self._transaction._from_testcase = True  # type: ignore[attr-defined]
        self._transaction.__enter__()
        self.payer = make_user("Clara Client")
        self.staff = make_user("Mo Moderator", is_moderator=True, is_staff=True)
        self.organisation = make_organisation(self.payer)
        self.payees = [make_freelancer(f"Fay Lancer {number}") for number in (1, 2)]
        for payee in self.payees:
            self._onboard(payee)

    def _onboard(self, payee: User) -> None:
        url = start_onboarding(user=payee, return_url=RETURN, refresh_url=RETURN, country="DE")
        bank = "DE89370400440532013000"
        self.browser.post(url, legal_name=payee.name, country="DE", payout_account=bank)
        refresh_own_account(user=payee)

    def teardown(self) -> None:
        try:
            self.it_all_ends()
        finally:
            transaction.set_rollback(True)
            self._transaction.__exit__(None, None, None)
            self._travel.stop()

    def some(self, number: int, *states: str) -> Escrow:
        lawful = Escrow.objects.filter(state__in=states)
        found = nth(lawful, number) if number % 6 else None
        return found or nth(Escrow.objects.all(), number)

    def attempt(self, act: Callable[[], object]) -> object:
        """A refusal moves nothing, records nothing and promises nothing."""
        before = traces()
        try:
            return act()
        except (KeyReused, Overdrawn):
            raise
        except DomainError:
            assert traces() == before
            return None

    @invariant()
    def it_is_true(self) -> None:
        for check in invariants.ALWAYS:
            check()

    # Workers

    @rule()
    def the_jobs_are_done(self) -> None:
        for _ in range(5):
            promised = OutboxMessage.objects.filter(done_at=None, name__in=JOBS)
            for message in promised.order_by("created_at"):
                with suppress(ProcessorError):
                    perform(message)

    @rule()
    def the_sweepers_come(self) -> None:
        Operation.objects.update(next_try_at=timezone.now())
        sweep_operations()
        self.the_jobs_are_done()

    @rule()
    def both_books_are_compared(self) -> None:
        invariants.the_processor_agrees()

    # The network

    @rule(picks=st.lists(numbers, min_size=1, max_size=6))
    def messages_arrive(self, picks: list[int]) -> None:
        """Any of them, in any order, and some twice."""
        messages = told(self.sandbox)
        for pick in picks if messages else []:
            body, signature = messages[-1 - pick % len(messages)]
            receive_event(body=body.encode(), signature=signature)
        self.the_jobs_are_done()

    @rule()
    def the_poll_comes(self) -> None:
        poll_events(gateway=gateway_for_worker())
        self.the_jobs_are_done()

    @rule(path=st.sampled_from(CALLS), failure=FAILURES)
    def the_next_call_fails(self, path: str, failure: dict[str, Any]) -> None:
        self.sandbox.control("faults", path=path, **failure)

    # Banks and the processor

    def happen(self, path: str, **particulars: Any) -> None:
        """The sandbox refuses what cannot happen."""
        with suppress(urllib.error.HTTPError):
            self.sandbox.control(path, **particulars)

    @rule(number=numbers, percent=st.sampled_from([100, 100, 40]), inquiry=st.booleans())
    def a_bank_disputes_a_charge(self, number: int, percent: int, inquiry: bool) -> None:
        charge = nth(Charge.objects.exclude(charge_id=""), number)
        if charge:
            amount = charge.amount * percent // 100
            self.happen("disputes", charge=charge.charge_id, amount=amount, inquiry=inquiry)

    @precondition(lambda self: CardDispute.objects.exists())
    @rule(number=numbers, outcome=st.sampled_from(["won", "lost", "escalated", "overturned"]))
    def a_bank_decides(self, number: int, outcome: str) -> None:
        dispute = nth(CardDispute.objects.all(), number)
        self.happen("disputes/end", dispute=dispute.processor_id, outcome=outcome)

    @precondition(lambda self: Refund.objects.exclude(processor_id="").exists())
    @rule(number=numbers, outcome=st.sampled_from(["succeeded", "failed"]))
    def a_bank_answers_a_refund(self, number: int, outcome: str) -> None:
        refund = nth(Refund.objects.exclude(processor_id=""), number)
        self.happen("refunds", refund=refund.processor_id, outcome=outcome)

    @precondition(lambda self: BankPayout.objects.exists())
    @rule(number=numbers, outcome=st.sampled_from(["paid", "failed"]))
    def a_bank_answers_a_payout(self, number: int, outcome: str) -> None:
        """It may send back what it took days ago."""
        payout = nth(BankPayout.objects.all(), number)
        self.happen("payouts", payout=payout.processor_id, outcome=outcome)

    @rule(currency=st.sampled_from(["usd", "eur"]), amount=st.sampled_from([5_000, 40_000]))
    def our_own_money_comes(self, currency: str, amount: int) -> None:
        self.sandbox.client().v1.topups.create({"currency": currency, "amount": amount})

    @rule(currency=st.sampled_from(["usd", "eur"]), amount=st.sampled_from([100, 5_000]))
    def our_own_money_goes(self, currency: str, amount: int) -> None:
        with suppress(stripe.StripeError):
            self.sandbox.client().v1.payouts.create({"currency": currency, "amount": amount})

    @rule(currency=st.sampled_from(["usd", "eur"]), amount=st.sampled_from([200, -50]))
    def a_fee_of_no_payment_is_taken(self, currency: str, amount: int) -> None:
        self.happen("fees", currency=currency, amount=amount)

    @rule(number=numbers, status=st.sampled_from(["active", "active", "restricted"]))
    def an_account_changes(self, number: int, status: str) -> None:
        payee = nth(Payee.objects.all(), number)
        self.happen("accounts", account=payee.account_id, stripe_transfers=status)

    @precondition(lambda self: self.days < MOST_DAYS)
    @rule(days=st.integers(1, 4))
    def days_pass(self, days: int) -> None:
        """With their hourly polls. What was sent goes on to the banks."""
        self.days += days
        self.sandbox.control("clock/advance", days=days)
        self._clock.shift(timedelta(days=days))
        self.the_poll_comes()
        look_at_accounts()
        enqueue_due_plans()
        self.the_sweepers_come()

    def it_all_ends(self) -> None:
        """Nothing is left on its way, and both books say the same."""
        for _ in range(12):
            self.the_sweepers_come()
            if not poll_events(gateway=gateway_for_worker()) and not self.is_busy():
                break
        assert not self.is_busy()
        for check in invariants.IN_THE_END:
            check()

    def is_busy(self) -> bool:
        calls = Operation.objects.filter(state__in=WAITING)
        return calls.exists() or OutboxMessage.objects.filter(done_at=None, name__in=JOBS).exists()


def nth(rows: Any, number: int) -> Any:
    """One of them, or None when there are none."""
    found = list(rows.order_by("pk"))
    return found[number % len(found)] if found else None


def traces() -> list[int]:
    return [rows.objects.count() for rows in (Entry, Event, OutboxMessage, Operation, Payout)]
