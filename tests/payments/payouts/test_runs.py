"""The weekly run: everybody who can be paid, in a bounded number of statements."""

import pytest

from marketplace.core.data.models import Event, OutboxMessage
from payments.ledger import chart
from payments.ledger.chart import AccountKind
from payments.ledger.errors import Overdrawn
from payments.ledger.models import Transfer
from payments.ledger.queries import misstated_accounts
from payments.ledger.services import ledger
from payments.operations.models import Operation
from payments.payouts.models.payouts import Payout
from payments.payouts.services import runs as payout_runs
from payments.payouts.services.payouts import clear_payout
from payments.payouts.services.runs import pay_out_everyone
from tests.factories.accounts import make_user
from tests.factories.payments import make_payout, make_ready
from tests.payments.books import books, trial_balance

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clearing_takes_days(settings):
    settings.CLEARING_DAYS = 5


def available(organisation, name: str, *, ready: bool = True, amount: int = 100_000) -> Payout:
    person = make_user(name)
    if ready:
        make_ready(person)
    payout = make_payout(organisation, person, amount=amount)
    clear_payout(payout=payout)
    return payout


def owe(payout: Payout, amount: int) -> None:
    """As a release that was taken back leaves it."""
    ledger.post(
        chart.RELEASE_RECALLED,
        key=f"owe:{payout.pk}",
        currency=payout.currency,
        amounts={"net": amount, "fee": 0},
        owners={
            AccountKind.PAYEE_RECEIVABLE: payout.payee_id,
            AccountKind.HELD: payout.escrow_id,
        },
    )


def state_of(payout: Payout) -> str:
    return Payout.objects.get(pk=payout.pk).state


def test_a_run_requests_what_is_available_to_everybody_who_is_ready(organisation):
    first, second = available(organisation, "Ada"), available(organisation, "Bea", amount=50_000)
    unready = available(organisation, "Cleo", ready=False)
    assert pay_out_everyone() == 2
    assert [state_of(each) for each in (first, second, unready)] == [
        "sending",
        "sending",
        "available",
    ]
    assert books(first.escrow)["transfer_clearing"] == first.amount + second.amount
    assert (trial_balance(), misstated_accounts()) == (0, [])


def test_a_run_writes_what_a_single_request_writes(organisation):
    payout = available(organisation, "Ada")
    pay_out_everyone()
    operation = Operation.objects.get(verb="send_transfer")
    assert (operation.subject, operation.attempt, operation.state) == (payout, 1, "prepared")
    assert operation.parameters["amount"] == payout.amount
    assert operation.parameters["destination"] == payout.payee.payee.account_id
    assert operation.parameters["metadata"]["operation"] == str(operation.public_id)
    event = Event.objects.get(verb="payout.requested")
    assert (event.subject, event.from_state, event.to_state) == (payout, "available", "sending")
    assert Transfer.objects.filter(key=f"payout_requested:{payout.public_id}:1").count() == 1
    message = OutboxMessage.objects.get(name="payments.perform_operation")
    assert message.ids == {"operation_id": operation.pk}


def test_a_second_run_requests_nothing_again(organisation):
    available(organisation, "Ada")
    assert (pay_out_everyone(), pay_out_everyone()) == (1, 0)
    assert Operation.objects.count() == 1


def test_what_somebody_owes_is_kept_as_in_a_single_request(organisation):
    debtor, other = available(organisation, "Ada"), available(organisation, "Bea")
    owe(debtor, 2_000)
    assert pay_out_everyone() == 2
    debtor.refresh_from_db()
    assert (debtor.state, debtor.withheld, state_of(other)) == ("sending", 2_000, "sending")


def test_a_payout_that_failed_before_gets_its_next_attempt(organisation):
    payout = available(organisation, "Ada")
    Operation.objects.create(
        verb="send_transfer",
        subject_type="payments.payout",
        subject_id=payout.pk,
        attempt=1,
        idempotency_key="earlier",
        state="failed",
    )
    assert pay_out_everyone() == 1
    attempts = Operation.objects.order_by("attempt").values_list("attempt", flat=True)
    assert (state_of(payout), list(attempts)) == ("sending", [1, 2])


def test_a_run_takes_as_many_statements_for_many_as_for_few(
    organisation, django_assert_num_queries
):
    for number in range(5):
        available(organisation, f"Person{number}")
    # Stopped?, payouts, debts, earlier operations, new ones, states, movements, events, promises;
    # no more payouts, nobody left; and the ends of two transactions inside that of the test.
    with django_assert_num_queries(15):
        assert pay_out_everyone() == 5


def test_a_run_goes_on_where_its_batch_ended(organisation, monkeypatch):
    monkeypatch.setattr(payout_runs, "RUN_SIZE", 2)
    made = [available(organisation, f"Person{number}") for number in range(5)]
    assert pay_out_everyone() == 5
    assert {state_of(payout) for payout in made} == {"sending"}


def test_one_that_the_books_refuse_leaves_all_as_they_were(organisation):
    first, second = available(organisation, "Ada"), available(organisation, "Bea")
    ledger.post(
        chart.PAYOUT_REQUESTED,
        key="elsewhere",
        currency="USD",
        amounts={"amount": second.amount},
        owners={AccountKind.PAYEE_AVAILABLE: second.payee_id},
    )
    with pytest.raises(Overdrawn):
        pay_out_everyone()
    assert (state_of(first), state_of(second)) == ("available", "available")
    assert (
        Operation.objects.count(),
        OutboxMessage.objects.filter(name="payments.perform_operation").count(),
    ) == (0, 0)
