"""Both books beside each other: whatever is on one side only opens a case and stops payouts."""

from datetime import timedelta

import pgtrigger
import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.notices.registry import notices_of
from marketplace.core.data.actors import client, freelancer
from marketplace.core.data.actors import moderator as as_staff
from marketplace.core.data.models import Event, OutboxMessage
from marketplace.core.staff.reasons import ReasonTooShort
from payments.ledger.chart import CHARGE_SETTLED, CHARGE_SUCCEEDED, PAYOUT_SENT, AccountKind
from payments.ledger.models import Account, Transfer
from payments.ledger.services import ledger
from payments.operations.models import Operation
from payments.payouts.errors import PayoutsStopped
from payments.payouts.models.payouts import Payout
from payments.payouts.queries.stops import are_payouts_stopped
from payments.payouts.services.payouts import clear_due_payouts, pay_out
from payments.reconciliation.models.reconciliations import (
    BalanceLine,
    Reconciliation,
    ReconciliationCase,
)
from payments.reconciliation.services.balance_lines import match_lines
from payments.reconciliation.services.cases import explain_case
from payments.reconciliation.services.comparison import (
    carry_on_reconciliation,
    perform_reconciliation,
    reconcile,
    start_reconciliation,
)
from payments.refunds.services.refunds import refund_escrow
from payments.releases.services.releases import release_escrow
from payments.stripe.errors import ProcessorError
from payments.stripe.gateway import gateway_for_worker
from tests.factories.accounts import make_user
from tests.jobs import run_jobs
from tests.payments.flows import checkout, fund, look_again

pytestmark = [pytest.mark.django_db]

WAITS, FAILS = "4000 0000 0000 7726", "4000 0000 0000 5126"
WHY = "A top-up that was made by hand."


def compare(**options) -> Reconciliation:
    return reconcile(gateway=gateway_for_worker(), **options)


def found() -> list[tuple[str, str, int | None, int | None]]:
    """Every open case: what, where, theirs, ours."""
    rows = ReconciliationCase.objects.filter(state="open").order_by("id")
    return list(rows.values_list("kind", "reference", "theirs", "ours"))


def later(time_machine, **span) -> None:
    time_machine.move_to(timezone.now() + timedelta(**span))


def post_alone(key: str = "made_up", net: int = 90) -> None:
    """A movement that the processor knows nothing of."""
    amounts = {"net": net, "fee": 10}
    with transaction.atomic():
        ledger.post(CHARGE_SETTLED, key=f"charge_settled:{key}", currency="USD", amounts=amounts)


def lines() -> list[BalanceLine]:
    return list(BalanceLine.objects.order_by("id"))


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
    [(currency, ours, theirs, waiting, balance)] = made.totals
    assert (made.state, made.matched, made.is_full, found()) == ("agreed", 2, True, [])
    assert (currency, ours, waiting, balance) == ("USD", theirs, 0, theirs)
    assert {line.transfer.code for line in lines()} == {"charge_settled", "payout_sent"}


def test_a_later_run_reads_what_is_new_and_keeps_what_it_has(paid, time_machine):
    runs = []
    for _ in range(3):
        runs.append(compare())
        later(time_machine, days=3)
    assert [(run.is_full, run.lines_read) for run in runs] == [(True, 1), (False, 1), (False, 0)]
    assert [line.read_in for line in lines()] == [runs[1]]
    assert (runs[2].state, runs[2].totals) == ("agreed", runs[0].totals)
    newest = Transfer.objects.latest("id").pk
    assert [run.watermark for run in runs] == [0, newest, newest]


def test_a_full_run_reads_everything_again(paid, time_machine):
    compare()
    later(time_machine, days=3)
    made = compare(is_full=True)
    assert (made.is_full, made.lines_read, made.matched, made.state) == (True, 1, 0, "agreed")
    assert [line.read_in for line in lines()] == [made]


def test_a_payment_we_did_not_hear_of_waits_an_hour_and_then_differs(
    sandbox, escrow, client_person, payer_browser, time_machine
):
    payer_browser.pay(checkout(escrow, client_person))
    young = compare()
    [line] = lines()
    assert (young.state, young.totals) == ("agreed", [["USD", 0, line.net, line.net, line.net]])
    later(time_machine, hours=2)
    assert compare().state == "differed"
    assert found() == [("missing_here", line.line_id, line.net, None)]
    look_again(escrow)
    made = compare()
    assert (made.state, made.matched, found()) == ("agreed", 1, [])
    case = ReconciliationCase.objects.get()
    assert (case.state, case.closed_by) == ("settled", None)


def test_a_movement_without_a_line_differs(paid):
    post_alone()
    assert compare().state == "differed"
    assert found() == [("missing_there", "charge_settled:made_up", None, 90)]


def test_a_lonely_movement_is_found_by_every_later_run(paid, time_machine):
    post_alone()
    for _ in range(3):
        assert compare().state == "differed"
        assert found() == [("missing_there", "charge_settled:made_up", None, 90)]
        later(time_machine, days=3)
    assert ReconciliationCase.objects.count() == 1


def test_another_amount_differs_by_both_figures(sandbox, escrow, client_person, payer_browser):
    payer_browser.pay(checkout(escrow, client_person))
    [line] = gateway_for_worker().balance_changes(None)
    post_alone(line.id, net=1_000)
    assert compare().state == "differed"
    assert found() == [("other_amount", line.id, line.net, 1_000)]
    assert ReconciliationCase.objects.get().difference.minor == line.net - 1_000


def test_two_lines_of_one_movement_differ(db):
    """The processor never does this, so the lines are planted."""
    post_alone("txn_1", net=90)
    run = Reconciliation.objects.create(state="agreed")
    facts = {"kind": "transfer", "source": "tr_1", "net": -90, "currency": "USD", "read_in": run}
    for line_id in ("txn_a", "txn_b"):
        BalanceLine.objects.create(line_id=line_id, at=timezone.now(), **facts)
    with transaction.atomic():
        ledger.post(PAYOUT_SENT, key="payout_sent:tr_1", currency="USD", amounts={"amount": 90})
        made = match_lines()
    assert [(one.kind, one.reference, one.theirs) for one in made.differences] == [
        ("twice", "txn_b", -90)
    ]
    assert (made.matched, made.claimed) == (1, {"payout_sent:tr_1"})


@pytest.mark.parametrize("card", [WAITS, FAILS])
def test_a_slow_or_failed_refund_is_no_difference(
    sandbox, escrow, client_person, payer_browser, time_machine, card
):
    payer_browser.pay(checkout(escrow, client_person), card)
    look_again(escrow)
    refund_escrow(escrow=escrow, by=client(None), why="agreed")
    run_jobs("payments.perform_operation")
    later(time_machine, hours=2)
    assert (compare().state, found()) == ("agreed", [])


def test_what_stays_in_clearing_differs(sandbox, time_machine, settings):
    with transaction.atomic():
        ledger.post(
            CHARGE_SUCCEEDED,
            key="charge_succeeded:lost",
            currency="USD",
            amounts={"amount": 100},
            owners={AccountKind.HELD: 1},
        )
    assert compare().state == "agreed"
    later(time_machine, days=10)
    assert compare().state == "agreed"
    settings.CLEARING_ACCOUNTS_EMPTY_AFTER_DAYS = 9
    assert compare().state == "differed"
    assert found() == [("old_clearing", "charge_clearing:USD", None, -100)]


def test_a_line_that_was_never_read_shows_in_the_balance_and_is_then_read(paid, time_machine):
    compare()
    later(time_machine, days=3)
    compare()
    [line] = lines()
    BalanceLine.objects.all().delete()
    BalanceLine.objects.create(
        line_id="txn_odd", kind="charge", net=1, currency="USD", at=line.at, read_in=line.read_in
    )
    made = compare()
    assert (made.is_full, made.state, made.matched) == (True, "agreed", 1)
    assert [kept.line_id for kept in lines()] == [line.line_id]


def test_while_a_case_is_open_nothing_is_paid_out(available, freelancer_person, moderator):
    post_alone()
    post_alone("made_up_too", net=70)
    compare()
    by = freelancer(freelancer_person)
    cases = list(ReconciliationCase.objects.order_by("id"))
    for case in cases:
        with pytest.raises(PayoutsStopped):
            pay_out(payee=freelancer_person, by=by)
        available.refresh_from_db()
        assert available.state == "available"
        explain_case(case=case, by=as_staff(moderator), why=WHY)
    assert Operation.objects.filter(verb="send_transfer").count() == 0
    assert len(pay_out(payee=freelancer_person, by=by)) == 1


def test_an_explanation_needs_a_reason_and_is_kept(paid):
    post_alone()
    compare()
    case, by = ReconciliationCase.objects.get(), as_staff(make_user("Mia", is_staff=True))
    with pytest.raises(ReasonTooShort):
        explain_case(case=case, by=by, why="ok")
    assert found() != []
    explain_case(case=case, by=by, why=WHY)
    assert (case.state, case.closed_by, case.explanation) == ("explained", by.user, WHY)
    with pytest.raises(IntegrityError, match="explained_by_somebody"), transaction.atomic():
        ReconciliationCase.objects.update(explanation="")


def test_what_was_explained_opens_no_case_again_unless_its_figures_change(paid, time_machine):
    post_alone()
    compare()
    by = as_staff(make_user("Mia", is_staff=True))
    explain_case(case=ReconciliationCase.objects.get(), by=by, why=WHY)
    assert (compare().state, found()) == ("agreed", [])
    ReconciliationCase.objects.update(ours=80)
    assert (compare().state, len(found())) == ("differed", 1)


def test_a_balance_that_was_changed_past_the_triggers_is_a_case_and_stops_payouts(paid):
    with pgtrigger.ignore("payments.Account:account_balance_by_entries_only"):
        Account.objects.filter(kind="held").update(balance=7)
    assert compare().state == "differed"
    case = ReconciliationCase.objects.get()
    account = Account.objects.get(kind="held")
    assert (case.kind, case.reference, case.ours) == ("misstated", f"account:{account.pk}", 7)
    assert are_payouts_stopped() is True


def test_staff_are_told_of_a_new_difference_once(paid, moderator):
    post_alone()
    for _ in range(2):
        compare()
    events = Event.objects.filter(verb="reconciliation.differed").order_by("id")
    told = [[user for user, _ in notices_of(event)] for event in events]
    assert told == [[moderator], []]


def test_one_comparison_runs_at_a_time_and_is_carried_on_by_another_worker(paid, time_machine):
    first = start_reconciliation()
    assert (start_reconciliation(is_full=True), Reconciliation.objects.count()) == (first, 1)
    Reconciliation.objects.update(leased_until=timezone.now() + timedelta(minutes=5))
    perform_reconciliation(run=first, gateway=gateway_for_worker())
    first.refresh_from_db()
    assert first.state == "running"
    OutboxMessage.objects.filter(name="payments.reconcile").update(done_at=timezone.now())
    carry_on_reconciliation()
    run_jobs("payments.reconcile")
    first.refresh_from_db()
    assert first.state == "running"
    later(time_machine, minutes=6)
    carry_on_reconciliation()
    run_jobs("payments.reconcile")
    first.refresh_from_db()
    assert (first.state, first.matched) == ("agreed", 1)


def test_a_processor_that_is_away_delays_the_comparison_and_loses_nothing(paid, sandbox):
    sandbox.control("faults", kind="fail_once", method="GET", path="/v1/balance_transactions")
    with pytest.raises(ProcessorError):
        compare()
    run = Reconciliation.objects.get()
    assert (run.state, run.problem != "", lines()) == ("running", True, [])
    assert (compare(), Reconciliation.objects.get().state) == (run, "agreed")
