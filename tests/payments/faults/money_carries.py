"""Weeks of which each is paid by what the ones before left, in the property-based test."""

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.money import Money
from payments.charges.services.carries import carry_over, most_to_carry
from payments.escrows.models.escrows import Escrow
from tests.factories.payments import make_escrow
from tests.payments.faults.money_machine import CARDS, WHY, MoneyMachine, percents, share
from tests.payments.faults.money_world import nth, numbers
from tests.payments.flows import checkout, look_again

MOST_WEEKS = 14


class CarriedWeeks(MoneyMachine):
    @initialize(percents=st.lists(st.integers(1, 100), min_size=3, max_size=3))
    def weeks_pay_for_each_other(self, percents: list[int]) -> None:
        """Of one freelancer and in one currency, the last one unpaid."""
        self.an_escrow_is_opened("USD", 20, number=1)
        self.the_client_pays(1, CARDS[0], is_heard=True)
        for percent in percents:
            self.a_week_follows(1, percent, is_paid=True)
        self.a_week_follows(1, percents[0], is_paid=False)

    @precondition(lambda self: Escrow.objects.count() < MOST_WEEKS)
    @rule(number=numbers, percent=st.integers(1, 100), is_paid=st.booleans())
    def a_week_follows(self, number: int, percent: int, is_paid: bool) -> None:
        """As dear as the one whose money pays for it; the client pays what is missing."""
        source = self.some(number, "held")
        if source is None:
            return
        facts = {"amount": source.amount, "currency": source.currency, "title": "The next week"}
        target = make_escrow(self.organisation, source.payee, **facts)
        self.carry(source, target, share(most_to_carry(part=source.held, target=target), percent))
        target.refresh_from_db()
        if is_paid and target.is_awaiting_funds:
            self.browser.pay(checkout(target, self.payer), CARDS[0])
            look_again(target)

    @rule(number=numbers, other=numbers, percent=percents)
    def what_is_left_pays_for_another(self, number: int, other: int, percent: int) -> None:
        source = self.some(number, "held")
        if source is None:
            return
        alike = {"payee": source.payee, "currency": source.currency, "state": "awaiting_funds"}
        target = nth(Escrow.objects.filter(**alike), other) or self.some(other, "awaiting_funds")
        self.carry(source, target, share(source.held, percent))

    def carry(self, source: Escrow, target: Escrow, part: Money) -> None:
        self.attempt(
            lambda: carry_over(source=source, target=target, part=part, by=SYSTEM, why=WHY)
        )
