"""Postgres crashes under load, and Redis forgets everything: each thing is done once."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest
import redis
from django.conf import settings as site
from django.db import DatabaseError, InterfaceError, connection
from django.utils import timezone

from marketplace.core.data.models import OutboxMessage
from marketplace.core.data.outbox import sweep
from payments.escrows.errors import EscrowNotHeld
from payments.escrows.models.escrows import Escrow
from payments.ledger.models import Transfer
from payments.operations.models import Operation
from payments.operations.services.kinds import sweep_operations
from payments.payouts.models.payouts import Payout
from tests.factories.accounts import make_freelancer, make_organisation, make_user
from tests.factories.payments import make_escrow
from tests.payments.faults import acts
from tests.payments.faults.outcomes import PAID_OUT, outcome_of
from tests.payments.faults.servers import PrivatePostgres, everything_moved_to, private_postgres
from tests.payments.flows import fund
from tests.payments.sandbox_disputes import books_agree
from tests.payments.worker import WorkerProcess, lose_redis
from tests.sandbox import wait_for

MANY, HANDS = 16, 4


@pytest.fixture
def crashing(transactional_db) -> Iterator[PrivatePostgres]:
    with private_postgres() as server, everything_moved_to(server):
        yield server


@pytest.fixture
def worker(transactional_db) -> Iterator[WorkerProcess]:
    lose_redis()
    process = WorkerProcess()
    yield process
    process.kill()


def waiting_in_redis() -> int:
    return redis.from_url(site.REDIS_URL).llen("holdout:celery")


def test_what_redis_forgot_is_sent_again(scene, worker, time_machine):
    scene.available()
    acts.payout(scene.escrow)
    promised = OutboxMessage.objects.filter(done_at=None).count()
    assert sweep() == waiting_in_redis() == promised > 1
    lose_redis()
    assert waiting_in_redis() == 0
    time_machine.move_to(timezone.now() + timedelta(minutes=1))
    sweep()
    assert waiting_in_redis() == promised
    worker.start()
    wait_for(lambda: outcome_of(scene.escrow, scene.sandbox) == PAID_OUT, seconds=60)


def test_postgres_crashes_under_load(crashing, sandbox, payer_browser, onboard, worker, settings):
    settings.CLEARING_DAYS = 0
    escrows = paid_escrows(payer_browser, onboard)
    worker.start()
    pressed: list[int] = []
    hands = [
        threading.Thread(target=press_all, args=(escrows[hand::HANDS], pressed))
        for hand in range(HANDS)
    ]
    for hand in hands:
        hand.start()
    wait_for(lambda: len(pressed) >= MANY // 4, seconds=30)
    crashing.crash()
    assert len(pressed) < MANY
    time.sleep(1)
    crashing.start()
    for hand in hands:
        hand.join(timeout=60)
    connection.close()
    wait_for(all_sent, seconds=120)
    assert_each_once(sandbox)


def paid_escrows(browser, onboard) -> list[int]:
    payer, payee = make_user("Clara Client"), make_freelancer()
    organisation = make_organisation(payer)
    onboard(payee)
    escrows = [make_escrow(organisation, payee, amount=10_000 + each) for each in range(MANY)]
    for escrow in escrows:
        fund(escrow, payer, browser)
    return [escrow.pk for escrow in escrows]


def press_all(escrows: list[int], pressed: list[int]) -> None:
    """Whoever sees an error presses again, until it is done."""
    for escrow in escrows:
        while escrow not in pressed:
            try:
                acts.release(Escrow.objects.get(pk=escrow))
                pressed.append(escrow)
            except EscrowNotHeld:
                # It had been done, and only the answer got lost.
                pressed.append(escrow)
            except (DatabaseError, InterfaceError):
                connection.close()
                time.sleep(0.05)
    connection.close()


def all_sent() -> bool:
    """A minute passes, as far as the rows know, and the sweepers come."""
    time.sleep(1)
    Operation.objects.update(next_try_at=timezone.now())
    OutboxMessage.objects.update(due_at=timezone.now())
    sweep_operations()
    sweep()
    return Payout.objects.filter(state="sent").count() == MANY


def assert_each_once(sandbox) -> None:
    transfers = sandbox.client().v1.transfers.list({"limit": 100}).data
    assert len(transfers) == len({transfer.transfer_group for transfer in transfers}) == MANY
    assert set(Escrow.objects.values_list("state", flat=True)) == {"released"}
    moved = Counter(Transfer.objects.values_list("code", flat=True))
    assert (moved["release"], moved["payout_requested"], moved["payout_sent"]) == (MANY,) * 3
    assert Payout.objects.count() == Operation.objects.filter(verb="send_transfer").count() == MANY
    assert books_agree()
