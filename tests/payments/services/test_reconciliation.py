"""Both books beside each other: whatever is on one side only opens a case and stops payouts."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from marketplace.core.actors import client, freelancer, moderator
from marketplace.core.models import Event
from payments import ledger
from payments.chart import CHARGE_SETTLED, CHARGE_SUCCEEDED, AccountKind
from payments.errors import PayoutsStopped
from payments.models import Operation, Payout, Reconciliation
from payments.services.escrows import refund_escrow, release_escrow
from payments.services.payouts import clear_due_payouts, pay_out
from payments.services.reconciliation import explain_differences, reconcile
from payments.stripe_gateway import gateway_for_worker
from tests.jobs import run_jobs
from tests.payments.flows import checkout, fund, look_again

pytestmark = [pytest.mark.django_db(transaction=True)]

WAITS, FAILS = "4000 0000 0000 7726", "4000 0000 0000 5126"


def compare() -> Reconciliation:
    return reconcile(gateway=gateway_for_worker())


def later(time_machine, **span) -> None:
    time_machine.move_to(timezone.now() + timedelta(**span))


@pytest.fixture
def paid(sandbox, escrow, client_person, payer_browser):
    fund(escrow, client_person, payer_browser)
    return escrow


@pytest.fixture
def available(paid, freelancer_person, onboard) -> Payout:
    onboard(freelancer_person)
    payout = release_escrow(escrow=paid, by=client(None), why="approved")
    Payout.objects.update(clears_at=timezone.now())
    clear_due_payouts()
    return payout


def test_each_line_of_the_processor_is_one_movement(available, freelancer_person, time_machine):
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    run_jobs("payments.perform_operation")
    later(time_machine, hours=2)
    made = compare()
    [(currency, ours, theirs, waiting)] = made.totals
    assert (made.state, made.differences, made.matched) == ("agreed", [], 2)
    assert (currency, ours, waiting) == ("USD", theirs, 0)


def test_a_payment_we_did_not_hear_of_waits_an_hour_and_then_differs(
    sandbox, escrow, client_person, payer_browser, time_machine
):
    payer_browser.pay(checkout(escrow, client_person))
    young = compare()
    assert (young.state, young.totals[0][1], young.totals[0][3]) == (
        "agreed", 0, young.totals[0][2],
    )  # fmt: skip
    later(time_machine, hours=2)
    made = compare()
    assert [what for what, *_ in made.differences] == ["only at the processor"]
    look_again(escrow)
    assert compare().state == "agreed"


def test_a_movement_without_a_line_differs(paid):
    amounts = {"net": 90, "fee": 10}
    with transaction.atomic():
        ledger.post(CHARGE_SETTLED, key="charge_settled:made_up", currency="USD", amounts=amounts)
    made = compare()
    assert made.differences == [("only in our books", "charge_settled:made_up", 90, "USD")]


@pytest.mark.parametrize("card", [WAITS, FAILS])
def test_a_slow_or_failed_refund_is_no_difference(
    sandbox, escrow, client_person, payer_browser, time_machine, card
):
    payer_browser.pay(checkout(escrow, client_person), card)
    look_again(escrow)
    refund_escrow(escrow=escrow, by=client(None), why="agreed")
    run_jobs("payments.perform_operation")
    later(time_machine, hours=2)
    assert compare().differences == []


def test_what_stays_in_clearing_differs(sandbox, time_machine):
    with transaction.atomic():
        ledger.post(
            CHARGE_SUCCEEDED,
            key="charge_succeeded:lost",
            currency="USD",
            amounts={"amount": 100},
            owners={AccountKind.HELD: 1},
        )
    assert compare().state == "agreed"
    later(time_machine, days=20)
    assert compare().differences == [("left in clearing", "charge_clearing:USD", -100, "USD")]


def test_while_the_books_differ_nothing_is_paid_out(available, freelancer_person):
    Reconciliation.objects.create(
        state="differed", totals=[], differences=[["x", "made_up", 1, "USD"]], matched=0
    )
    by = freelancer(freelancer_person)
    with pytest.raises(PayoutsStopped):
        pay_out(payee=freelancer_person, by=by)
    available.refresh_from_db()
    sent = Operation.objects.filter(verb="send_transfer")
    assert (available.state, sent.count()) == ("available", 0)
    case = Reconciliation.objects.get()
    explain_differences(reconciliation=case, by=moderator(None), why="A test transfer by hand.")
    assert len(pay_out(payee=freelancer_person, by=by)) == 1


def test_explained_differences_open_no_case_again(paid):
    amounts = {"net": 90, "fee": 10}
    with transaction.atomic():
        ledger.post(CHARGE_SETTLED, key="charge_settled:made_up", currency="USD", amounts=amounts)
    first = compare()
    explain_differences(reconciliation=first, by=moderator(None), why="Booked by hand.")
    again = compare()
    assert (again.state, len(again.differences)) == ("agreed", 1)
    verbs = Event.objects.filter(verb__startswith="reconciliation.").values_list("verb", flat=True)
    assert list(verbs.order_by("id")) == [
        "reconciliation.differed", "reconciliation.explained", "reconciliation.agreed",
    ]  # fmt: skip
