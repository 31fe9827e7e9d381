"""Lawful and unlawful acts of people and staff on several escrows in several currencies."""

from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from marketplace.core.data.actors import client, freelancer, moderator
from marketplace.core.data.money import Money
from payments.card_disputes.models import CardDispute
from payments.card_disputes.services.losses import decide_loss, settle_overturned
from payments.charges.errors import EscrowBeingFunded, EscrowNotAwaitingFunds
from payments.charges.models import Charge
from payments.charges.services.cancellations import cancel_escrow
from payments.escrows.models.escrows import Escrow
from payments.escrows.states import CancelReason
from payments.operations.models import Operation
from payments.payouts.models.payouts import Payout
from payments.payouts.models.reversals import Reversal
from payments.payouts.queries.receivables import owed_by
from payments.payouts.services.payouts import clear_due_payouts, pay_out
from payments.payouts.services.receivables import write_off_receivable
from payments.refunds.models import Refund
from payments.refunds.services.refunds import refund_escrow, refund_part, retry_refund
from payments.releases.services.bonuses import open_bonus
from payments.releases.services.recalls import recall_release
from payments.releases.services.releases import release_escrow, release_part, settle_escrow
from payments.staff.services.stuck_operations import give_up_operation
from payments.stripe.errors import ProcessorError
from payments.stripe.gateway import gateway_for_worker
from tests.factories.payments import make_escrow
from tests.payments.faults.money_methods import BANKS, SAVED_CARDS, SavedMethods
from tests.payments.faults.money_world import nth, numbers
from tests.payments.flows import checkout, look_again

WHY = "Both sides have agreed on it."
CARDS = ["4242 4242 4242 4242", "4000 0000 0000 0002", "4000 0000 0000 7726", "4000 0000 0000 5126"]
LARGEST = {"USD": 900_000, "EUR": 700_000, "JPY": 9_000_000}
currencies = st.sampled_from(sorted(LARGEST))
# Nothing, and more than there is, are unlawful.
percents = st.one_of(st.integers(1, 99), st.sampled_from([-5, 0, 100, 130]))
cards = st.sampled_from([CARDS[0], *CARDS])


class MoneyMachine(SavedMethods):
    """The number of a rule picks an escrow: mostly, but not always, one for which it is lawful."""

    @initialize(percents=st.lists(st.integers(1, 100), min_size=3, max_size=3))
    def some_are_paid(self, percents: list[int]) -> None:
        """One in each currency; the first is with the freelancer already."""
        for currency, percent in zip(LARGEST, percents, strict=True):
            self.an_escrow_is_opened(currency, percent, number=1)
            self.the_client_pays(1, CARDS[0], is_heard=True)
        self.all_is_released(number=1)
        self.payouts_go_out(number=1)
        self.the_jobs_are_done()

    @initialize(
        bank=st.sampled_from(BANKS), card=st.sampled_from(SAVED_CARDS), is_alone=st.booleans()
    )
    def others_pay_later_or_alone(self, bank: str, card: str, is_alone: bool) -> None:
        """A debit that its bank has still to answer, and a saved card with or without its owner."""
        self.an_escrow_is_opened("USD", 20, number=1)
        self.the_client_pays_by_debit(0, bank, is_heard=True)
        self.a_method_is_saved(card)
        self.an_escrow_is_opened("EUR", 30, number=2)
        if is_alone:
            self.a_plan_is_to_charge_it(1, 0)
        else:
            self.a_saved_method_is_charged(1, 0, "complete", is_heard=True)
        self.the_jobs_are_done()

    @precondition(lambda self: Escrow.objects.count() < 9)
    @rule(currency=currencies, percent=st.integers(1, 100), number=numbers)
    def an_escrow_is_opened(self, currency: str, percent: int, number: int) -> None:
        amount = LARGEST[currency] * percent // 100 + number
        payee = self.payees[number % 2]
        make_escrow(self.organisation, payee, amount=amount, currency=currency)

    @rule(number=numbers, card=cards, is_heard=st.booleans())
    def the_client_pays(self, number: int, card: str, is_heard: bool) -> None:
        """Unheard of, it waits for a webhook, the poll or the next look."""
        escrow = self.some(number, "awaiting_funds")
        try:
            self.browser.pay(checkout(escrow, self.payer), card)
        except (ProcessorError, EscrowNotAwaitingFunds, EscrowBeingFunded):
            return
        if is_heard:
            look_again(escrow)

    @rule(number=numbers)
    def the_client_pays_on_an_old_page(self, number: int) -> None:
        charge = nth(Charge.objects.exclude(hosted_url=""), number)
        if charge:
            self.browser.pay(charge.hosted_url)

    @rule(number=numbers)
    def it_is_cancelled(self, number: int) -> None:
        escrow = self.some(number, "awaiting_funds")
        self.attempt(
            lambda: cancel_escrow(
                escrow=escrow, by=client(self.payer), because=CancelReason.CANCELLED
            )
        )

    @rule(number=numbers, percent=percents, is_refund=st.booleans())
    def a_part_moves(self, number: int, percent: int, is_refund: bool) -> None:
        move, by = refund_part if is_refund else release_part, client(self.payer)
        escrow = self.some(number, "held")
        part = share(escrow.held, percent)
        self.attempt(lambda: move(escrow=escrow, part=part, by=by, why=WHY))

    @rule(number=numbers, currency=currencies)
    def a_part_moves_in_some_currency(self, number: int, currency: str) -> None:
        escrow, part = self.some(number, "held"), Money(1_000, currency)
        by = client(self.payer)
        self.attempt(lambda: release_part(escrow=escrow, part=part, by=by, why=WHY))

    @rule(number=numbers)
    def all_is_released(self, number: int) -> None:
        escrow, by = self.some(number, "held"), client(self.payer)
        self.attempt(lambda: release_escrow(escrow=escrow, by=by, why=WHY))

    @rule(number=numbers)
    def all_is_refunded(self, number: int) -> None:
        escrow, by = self.some(number, "held"), freelancer(None)
        self.attempt(lambda: refund_escrow(escrow=escrow, by=by, why=WHY))

    @rule(number=numbers, percent=percents)
    def it_is_split(self, number: int, percent: int) -> None:
        escrow, by = self.some(number, "held"), moderator(self.staff)
        part = share(escrow.held, percent)
        self.attempt(lambda: settle_escrow(escrow=escrow, to_payee=part, by=by, why=WHY))

    @rule(number=numbers, percent=percents)
    def a_release_is_taken_back(self, number: int, percent: int) -> None:
        escrow = self.some(number, "released")
        part, by = share(Money(escrow.released, escrow.currency), percent), freelancer(None)
        self.attempt(lambda: recall_release(escrow=escrow, part=part, by=by, why=WHY))

    @precondition(lambda self: Escrow.objects.count() < 9)
    @rule(number=numbers, percent=st.integers(1, 20))
    def the_client_thanks(self, number: int, percent: int) -> None:
        escrow, by = self.some(number, "released"), client(self.payer)
        amount = Money(LARGEST[escrow.currency] * percent // 100, escrow.currency)
        self.attempt(lambda: open_bonus(escrow=escrow, amount=amount, by=by, why=WHY))

    @rule(number=numbers)
    def payouts_go_out(self, number: int) -> None:
        """The clearing ends, and a freelancer asks for what is there."""
        Payout.objects.filter(state="accrued").update(clears_at=timezone.now())
        clear_due_payouts()
        payee = self.payees[number % 2]
        self.attempt(lambda: pay_out(payee=payee, by=freelancer(payee)))

    # Staff

    @precondition(lambda self: Refund.objects.exists())
    @rule(number=numbers)
    def a_refund_is_sent_again(self, number: int) -> None:
        refund, by = nth(Refund.objects.all(), number), moderator(self.staff)
        self.attempt(lambda: retry_refund(refund=refund, by=by, why=WHY))

    @precondition(lambda self: Reversal.objects.exists() or CardDispute.objects.exists())
    @rule(number=numbers, currency=currencies, percent=percents)
    def a_debt_is_written_off(self, number: int, currency: str, percent: int) -> None:
        payee, by = self.payees[number % 2], moderator(self.staff)
        owed = {money.currency: money for money in owed_by(payee)}
        amount = share(owed.get(currency, Money(1_000, currency)), percent)
        self.attempt(lambda: write_off_receivable(payee=payee, amount=amount, by=by, why=WHY))

    @precondition(lambda self: CardDispute.objects.exists())
    @rule(number=numbers, bears=st.sampled_from(["platform", "payee"]))
    def a_loss_is_decided(self, number: int, bears: str) -> None:
        dispute, by = nth(CardDispute.objects.all(), number), moderator(self.staff)
        self.attempt(lambda: decide_loss(dispute=dispute, bears=bears, by=by, why=WHY))

    @precondition(lambda self: CardDispute.objects.exists())
    @rule(number=numbers, to=st.sampled_from(["platform", "payee"]))
    def what_came_back_is_settled(self, number: int, to: str) -> None:
        dispute, by = nth(CardDispute.objects.all(), number), moderator(self.staff)
        self.attempt(lambda: settle_overturned(dispute=dispute, to=to, by=by, why=WHY))

    @precondition(lambda self: Operation.objects.filter(state="unknown").exists())
    @rule(number=numbers)
    def a_lost_call_is_given_up(self, number: int) -> None:
        """The dashboard shows that it was never made; otherwise it would have been found."""
        lost, by = nth(Operation.objects.filter(state="unknown"), number), moderator(self.staff)
        gateway = gateway_for_worker()
        self.attempt(lambda: give_up_operation(operation=lost, gateway=gateway, by=by, why=WHY))


def share(whole: Money, percent: int) -> Money:
    return Money(whole.minor * percent // 100, whole.currency)
