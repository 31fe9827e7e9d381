"""A worker keeps its connections between jobs, and replaces those that ended meanwhile."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connection

from marketplace.core.data.jobs import enqueue
from marketplace.core.data.models import OutboxMessage
from tests.payments.worker import WorkerProcess, lose_redis
from tests.sandbox import wait_for

OTHERS = """
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = %s
"""


@pytest.fixture
def connections(transactional_db) -> Iterator[Callable[[], set[int]]]:
    """Those of a worker that has done a job: the relay's, and the one of its jobs."""
    lose_redis()
    before = all_but_ours()
    process = WorkerProcess()
    process.start()
    attempts_until_done()
    yield lambda: all_but_ours() - before
    process.kill()


def all_but_ours() -> set[int]:
    """The server's process of each connection to the test's database."""
    with connection.cursor() as cursor:
        cursor.execute(OTHERS, ["client backend"])
        return {pid for (pid,) in cursor.fetchall()}


def attempts_until_done() -> int:
    message = enqueue("core.prune")
    done = OutboxMessage.objects.filter(pk=message.pk).exclude(done_at=None)
    wait_for(done.exists, seconds=40)
    return done.get().attempts


def test_jobs_follow_each_other_on_one_connection(connections):
    kept = connections()
    assert [attempts_until_done() for _ in range(5)] == [1] * 5
    assert (connections(), len(kept)) == (kept, 2)


def test_a_job_after_its_connection_ended_needs_no_second_attempt(connections):
    ended = connections()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid) FROM unnest(%s) pid", [list(ended)])
    assert attempts_until_done() == 1
    assert (len(connections()), connections() & ended) == (2, set())
