from datetime import timedelta

import pytest
from django.utils import timezone

from marketplace.core.data.actors import freelancer
from marketplace.core.data.models import OutboxMessage
from payments.ledger.models import Transfer
from payments.operations.models import Operation
from payments.operations.services.kinds import perform_operation, sweep_operations
from payments.payouts.models.payouts import Payout
from payments.payouts.services.payouts import clear_due_payouts, pay_out
from payments.releases.services.releases import release_escrow
from tests.payments.books import books
from tests.payments.flows import fund

pytestmark = [pytest.mark.django_db]

DAY = timedelta(hours=24)


@pytest.fixture
def operation(
    sandbox, escrow, client_person, freelancer_person, payer_browser, onboard
) -> Operation:
    """A transfer that is written down and not sent yet."""
    onboard(freelancer_person)
    fund(escrow, client_person, payer_browser)
    release_escrow(escrow=escrow, by=freelancer(None), why="approved")
    Payout.objects.update(clears_at=timezone.now())
    clear_due_payouts()
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    return Operation.objects.get(verb="send_transfer")


def transfers_at(sandbox) -> int:
    return len(sandbox.client().v1.transfers.list({}).data)


def perform(operation: Operation) -> str:
    perform_operation(operation_id=operation.pk)
    operation.refresh_from_db()
    return operation.state


def test_the_key_is_made_of_the_row_and_the_attempt(operation, settings):
    payout = Payout.objects.get()
    assert operation.idempotency_key == f"local:send_transfer:{payout.public_id}:1"


def test_performed_twice_it_is_one_transfer(sandbox, operation):
    assert (perform(operation), perform(operation)) == ("succeeded", "succeeded")
    assert (transfers_at(sandbox), Transfer.objects.filter(code="payout_sent").count()) == (1, 1)


def test_while_a_worker_calls_no_other_does(sandbox, operation):
    soon = timezone.now() + timedelta(seconds=30)
    Operation.objects.update(state="sent", first_sent_at=timezone.now(), next_try_at=soon)
    assert (perform(operation), transfers_at(sandbox)) == ("sent", 0)


@pytest.mark.parametrize("status", [429, 409, 500, 503])
def test_no_clear_answer_keeps_the_money_aside_and_asks_again(sandbox, operation, status):
    sandbox.control("faults", kind="fail", path="/v1/transfers", status=status)
    assert (perform(operation), transfers_at(sandbox)) == ("sent", 0)
    assert books(Payout.objects.get().escrow)["transfer_clearing"] == 386_400
    Operation.objects.update(next_try_at=timezone.now())
    assert (perform(operation), transfers_at(sandbox), operation.attempt) == ("succeeded", 1, 1)


def test_a_stored_server_error_ends_in_a_look_up(sandbox, operation):
    sandbox.control("faults", kind="drop_answer", path="/v1/transfers")
    perform(operation)
    sandbox.control("faults", kind="fail", path="/v1/transfers", status=500)
    Operation.objects.update(next_try_at=timezone.now())
    assert (perform(operation), transfers_at(sandbox)) == ("succeeded", 1)


def test_after_a_day_it_is_looked_up_and_never_sent_again(sandbox, operation):
    sandbox.control("faults", kind="drop_answer", path="/v1/transfers")
    perform(operation)
    old = timezone.now() - DAY
    Operation.objects.update(first_sent_at=old, next_try_at=timezone.now())
    assert (perform(operation), transfers_at(sandbox)) == ("succeeded", 1)


def test_what_cannot_be_found_after_a_day_waits_for_a_person(sandbox, operation):
    old = timezone.now() - DAY
    Operation.objects.update(state="sent", first_sent_at=old, next_try_at=timezone.now())
    assert (perform(operation), transfers_at(sandbox)) == ("unknown", 0)
    assert books(Payout.objects.get().escrow)["transfer_clearing"] == 386_400


def test_changed_parameters_under_a_used_key_wait_for_a_person(sandbox, operation):
    sandbox.control("faults", kind="drop_answer", path="/v1/transfers")
    perform(operation)
    Operation.objects.update(
        parameters={**operation.parameters, "amount": 1}, next_try_at=timezone.now()
    )
    assert (perform(operation), transfers_at(sandbox)) == ("unknown", 1)


def test_nothing_is_swept_before_its_time(operation):
    assert sweep_operations() == 0
    Operation.objects.update(next_try_at=timezone.now())
    assert sweep_operations() == 1


def test_while_no_worker_comes_a_stuck_call_is_promised_only_once(operation):
    Operation.objects.update(next_try_at=timezone.now())
    for _ in range(3):
        assert sweep_operations() == 1
    promised = OutboxMessage.objects.filter(name="payments.perform_operation", done_at=None)
    assert promised.count() == 1
