"""A worker of Celery dies while it waits for the processor: the sweeper ends it in one transfer.

Every point at which a process may die is in faults/test_crash_matrix.py.
"""

import socket
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from marketplace.core.data.actors import freelancer
from payments.ledger.models import Transfer
from payments.operations.models import Operation
from payments.operations.services.kinds import sweep_operations
from payments.payouts.models.payouts import Payout
from payments.payouts.services.payouts import clear_due_payouts, pay_out
from payments.releases.services.releases import release_escrow
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.flows import fund
from tests.payments.worker import WorkerProcess, lose_redis
from tests.sandbox import wait_for

pytestmark = [pytest.mark.django_db(transaction=True)]


@pytest.fixture
def worker(db) -> Iterator[WorkerProcess]:
    lose_redis()
    process = WorkerProcess()
    yield process
    process.kill()


@pytest.fixture
def payout(sandbox, escrow, client_person, freelancer_person, payer_browser, onboard) -> Payout:
    """Available to a payee who can be paid."""
    onboard(freelancer_person)
    fund(escrow, client_person, payer_browser)
    payout = release_escrow(escrow=escrow, by=freelancer(None), why="approved")
    Payout.objects.update(clears_at=timezone.now())
    clear_due_payouts()
    return payout


def request(payout: Payout) -> Operation:
    """From here on the worker has the job."""
    pay_out(payee=payout.payee, by=freelancer(payout.payee))
    return Operation.objects.get(verb="send_transfer")


def state_of(operation: Operation) -> str:
    operation.refresh_from_db()
    return operation.state


def transfers_at(sandbox) -> list[int]:
    return [transfer.amount for transfer in sandbox.client().v1.transfers.list({}).data]


def sweep_later(time_machine) -> None:
    """Redis is lost as well; only the rows are left."""
    lose_redis()
    time_machine.move_to(timezone.now() + timedelta(minutes=5))
    assert sweep_operations() == 1
    run_jobs("payments.perform_operation")


def assert_sent_once(sandbox, payout: Payout) -> None:
    payout.refresh_from_db()
    sent = Transfer.objects.filter(code="payout_sent")
    assert (payout.state, transfers_at(sandbox), sent.count()) == ("sent", [386_400], 1)
    assert Transfer.objects.filter(code="payout_requested").count() == 1
    assert "transfer_clearing" not in books(payout.escrow)
    assert trial_balance() == 0


def test_killed_before_the_call(sandbox, payout, worker, time_machine, settings):
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        settings.STRIPE_API_BASE = f"http://127.0.0.1:{deaf.getsockname()[1]}"
        worker.start()
        operation = request(payout)
        wait_for(lambda: state_of(operation) == "sent", seconds=60)
        worker.kill()
    settings.STRIPE_API_BASE = sandbox.url
    assert transfers_at(sandbox) == []
    sweep_later(time_machine)
    assert_sent_once(sandbox, payout)


def test_killed_during_the_call(sandbox, payout, worker, time_machine):
    sandbox.control("faults", kind="delay", path="/v1/transfers", seconds=3)
    worker.start()
    request(payout)
    wait_for(lambda: sandbox.read("faults")["faults"] == [], seconds=60)
    worker.kill()
    # The processor is still at it, and says of the same key: in use.
    sweep_later(time_machine)
    wait_for(lambda: transfers_at(sandbox) == [386_400], seconds=10)
    sweep_later(time_machine)
    assert_sent_once(sandbox, payout)


def test_a_worker_that_is_well_sends_it(sandbox, payout, worker):
    worker.start()
    request(payout)
    wait_for(lambda: Payout.objects.get().state == "sent", seconds=60)
    assert_sent_once(sandbox, payout)
