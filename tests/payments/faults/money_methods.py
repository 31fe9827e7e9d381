"""Saved cards and bank accounts in the property-based test: charged with their owner, and alone."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from marketplace.core.data.actors import client
from marketplace.core.data.errors import DomainError
from payments.charges.models import Charge
from payments.charges.services.plans import start_charge_plan
from payments.charges.services.saved_charges import confirm_charge
from payments.escrows.models.escrows import Escrow
from payments.payment_methods.models import PaymentMethod
from tests.payments.faults.money_world import MoneyWorld, nth, numbers
from tests.payments.flows import (
    ALWAYS_ASKS,
    DECLINED_WHEN_CHARGED,
    RETURN,
    checkout,
    look_again,
    pay_saved,
    save_bank_account,
    save_method,
)

SAVED_CARDS = ["4242 4242 4242 4242", ALWAYS_ASKS, DECLINED_WHEN_CHARGED]
# The first pays, the second has not enough, the third stays with its bank.
BANKS = ["000123456789", "000222222227", "000000000009"]
BY_DEBIT = {"state": "awaiting_funds", "currency": "USD"}
answers = st.sampled_from(["complete", "complete", "fail", "nothing"])


class SavedMethods(MoneyWorld):
    @precondition(lambda self: PaymentMethod.objects.count() < 4)
    @rule(number=st.sampled_from([*SAVED_CARDS, *BANKS]))
    def a_method_is_saved(self, number: str) -> None:
        save = save_bank_account if number in BANKS else save_method
        save(self.organisation, self.payer, self.browser, number)

    @precondition(lambda self: Escrow.objects.filter(**BY_DEBIT).exists())
    @rule(number=numbers, account=st.sampled_from(BANKS), is_heard=st.booleans())
    def the_client_pays_by_debit(self, number: int, account: str, is_heard: bool) -> None:
        """At the checkout; whether it was paid their bank says days later."""
        escrow = nth(Escrow.objects.filter(**BY_DEBIT), number)
        try:
            url = checkout(escrow, self.payer)
        except DomainError:
            return
        self.browser.debit(url, "us_bank_account", account_number=account)
        if is_heard:
            look_again(escrow)

    @precondition(lambda self: PaymentMethod.objects.exists())
    @rule(number=numbers, pick=numbers, answer=answers, is_heard=st.booleans())
    def a_saved_method_is_charged(
        self, number: int, pick: int, answer: str, is_heard: bool
    ) -> None:
        """By its owner, whose bank may want an answer; a refusal may leave an attempt behind."""
        escrow, method = self.some(number, "awaiting_funds"), nth(PaymentMethod.objects.all(), pick)
        try:
            self.answer(pay_saved(escrow, method, self.payer), answer)
        except DomainError:
            return
        if is_heard:
            look_again(escrow)

    @precondition(lambda self: PaymentMethod.objects.exists())
    @rule(number=numbers, pick=numbers)
    def a_plan_is_to_charge_it(self, number: int, pick: int) -> None:
        """Nobody is there: today and on three more days."""
        escrow, by = self.some(number, "awaiting_funds"), client(self.payer)
        method = nth(PaymentMethod.objects.all(), pick)
        self.attempt(lambda: start_charge_plan(escrow=escrow, method=method, by=by))

    @precondition(lambda self: Charge.objects.filter(state="challenged").exists())
    @rule(number=numbers, answer=answers)
    def a_banks_question_is_answered(self, number: int, answer: str) -> None:
        charge = nth(Charge.objects.filter(state="challenged"), number)
        try:
            self.answer(confirm_charge(charge=charge, return_url=RETURN), answer)
        except DomainError:
            return

    def answer(self, bank_page: str, answer: str) -> None:
        if bank_page and answer != "nothing":
            self.browser.post(bank_page, decision=answer)

    @precondition(lambda self: Charge.objects.filter(state="processing").exists())
    @rule(number=numbers, outcome=st.sampled_from(["succeeded", "failed"]))
    def a_bank_answers_a_debit(self, number: int, outcome: str) -> None:
        charge = nth(Charge.objects.filter(state="processing"), number)
        self.happen("debits", payment_intent=charge.payment_intent_id, outcome=outcome)
