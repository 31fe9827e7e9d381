"""What arrives, or is booked, in another amount or currency funds nothing and goes back."""

from dataclasses import dataclass, replace

import pytest

from accounts.notices.registry import notices_of
from marketplace.core.data.actors import client
from marketplace.core.data.actors import moderator as staff
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from payments.charges.models import Charge
from payments.charges.services.charges import apply_payment
from payments.ledger.queries import trial_balance
from payments.operations.models import Operation
from payments.reconciliation.queries.comparison import stale_clearing
from payments.refunds.models import Refund
from payments.refunds.services.refunds import refresh_refund, refund_escrow, refund_part
from payments.staff.queries.attention import mismatched_charges
from payments.stripe.objects import Booking, MadeRefund
from tests.factories.payments import make_charge, make_escrow, paid
from tests.jobs import run_jobs
from tests.payments.books import books
from tests.payments.flows import checkout, fund, look_again

pytestmark = [pytest.mark.django_db]


@dataclass(frozen=True)
class Told:
    """A processor that says one thing of every refund."""

    refund: MadeRefund

    def fetch_refund(self, refund_id: str) -> MadeRefund:
        return self.refund


def pay_otherwise(escrow, by, browser, **asked) -> Charge:
    """The payer pays what the checkout says; our row asked for something else."""
    url = checkout(escrow, by)
    Charge.objects.update(**asked)
    browser.pay(url)
    return look_again(escrow)


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"amount": 100}, "4,200.00 USD arrived instead of 1.00 USD."),
        ({"currency": "EUR"}, "4,200.00 USD arrived instead of 4,200.00 EUR."),
    ],
)
def test_another_amount_or_currency_goes_back_in_full(
    sandbox, escrow, client_person, payer_browser, asked, problem
):
    charge = pay_otherwise(escrow, client_person, payer_browser, **asked)
    assert (charge.state, charge.problem, escrow.state) == (
        "mismatched", problem, "awaiting_funds",
    )  # fmt: skip
    run_jobs("payments.perform_operation")
    assert [refund.amount for refund in sandbox.client().v1.refunds.list({}).data] == [420_000]
    # What the processor kept for itself is gone: the platform bears it.
    found = books(escrow)
    assert (found.pop("processor_balance"), found) == (
        -found["processor_fees"], {"processor_fees": found["processor_fees"]},
    )  # fmt: skip
    assert list(mismatched_charges()) == []


def test_whoever_paid_another_amount_may_pay_again(sandbox, escrow, client_person, payer_browser):
    pay_otherwise(escrow, client_person, payer_browser, amount=100)
    fund(escrow, client_person, payer_browser)
    run_jobs("payments.perform_operation")
    assert (escrow.state, books(escrow)["held"]) == ("held", 420_000)


def test_looking_twice_sends_one_refund(sandbox, escrow, client_person, payer_browser):
    pay_otherwise(escrow, client_person, payer_browser, amount=100)
    look_again(escrow)
    assert (Refund.objects.count(), Operation.objects.filter(verb="refund_charge").count()) == (
        1,
        1,
    )


@pytest.fixture
def charge(organisation, freelancer_person) -> Charge:
    return make_charge(make_escrow(organisation, freelancer_person))


def converted(charge: Charge):
    """1.00 USD is 0.90 EUR; the processor keeps 4.00 EUR."""
    payment = paid(charge)
    booking = Booking(id="txn_eur", amount=378_000, fee=400, currency="EUR")
    return replace(payment, booking=booking)


def settle_refund(cost: int) -> None:
    """The processor takes `cost` of our euros for it."""
    refund = Refund.objects.get()
    booking = Booking(id="txn_back", amount=-cost, fee=0, currency="EUR")
    made = MadeRefund(
        id="re_1", state="succeeded", amount=refund.amount, currency="USD", booking=booking
    )
    for _ in range(2):
        refresh_refund(refund=refund, processor_id="re_1", gateway=Told(made))


def sums() -> dict[tuple[str, str], int]:
    return {(line.kind, line.currency): line.total for line in trial_balance() if line.total}


@pytest.mark.parametrize(("cost", "losses"), [(378_000, 0), (380_000, -2_000), (377_000, 1_000)])
def test_a_converted_payment_goes_back_and_leaves_nothing_in_clearing(charge, cost, losses):
    apply_payment(charge, converted(charge))
    assert (charge.state, charge.escrow.state) == ("mismatched", "awaiting_funds")
    assert charge.problem == (
        "The processor booked it in EUR instead of USD, of which nobody could be paid."
    )
    settle_refund(cost)
    expected = {
        ("losses", "EUR"): losses,
        ("processor_balance", "EUR"): cost - 377_600,
        ("processor_fees", "EUR"): -400,
    }
    assert sums() == {account: total for account, total in expected.items() if total}
    assert (Refund.objects.get().state, stale_clearing()) == ("succeeded", [])


def test_a_conversion_that_is_known_only_later_is_shown_to_staff(charge, moderator):
    payment = converted(charge)
    apply_payment(charge, replace(payment, booking=None))
    assert charge.state == "succeeded"
    for _ in range(2):
        apply_payment(charge, payment)
    assert (charge.state, charge.escrow.state) == ("succeeded", "held")
    assert list(mismatched_charges()) == [charge]
    event = Event.objects.get(verb="charge.converted")
    assert [str(user) for user, _ in notices_of(event)] == ["Mo Moderator"]
    assert sums()["charge_clearing", "EUR"] == 378_000


def test_what_staff_give_back_of_it_leaves_nothing_in_clearing(charge, moderator):
    payment = converted(charge)
    apply_payment(charge, replace(payment, booking=None))
    apply_payment(charge, payment)
    refund_escrow(escrow=charge.escrow, by=staff(moderator), why="It was converted.")
    settle_refund(378_000)
    assert sums() == {("processor_balance", "EUR"): 400, ("processor_fees", "EUR"): -400}
    assert list(mismatched_charges()) == []


def test_a_part_of_it_given_back_undoes_a_part(charge):
    payment = converted(charge)
    apply_payment(charge, replace(payment, booking=None))
    apply_payment(charge, payment)
    refund_part(escrow=charge.escrow, part=Money(140_000, "USD"), by=client(None), why="A third.")
    settle_refund(126_000)
    found = sums()
    assert (found["charge_clearing", "USD"], found["charge_clearing", "EUR"]) == (
        -280_000, 252_000,
    )  # fmt: skip
    assert ("refund_clearing", "USD") not in found
    assert ("refund_clearing", "EUR") not in found
