"""Faults happen to the sandbox, the processes and the servers of the payments' own tests."""

from collections.abc import Iterator

import pytest

from tests.payments.faults.processes import Processes
from tests.payments.faults.scenes import Scene
from tests.payments.worker import lose_redis

# Its assertions tell what differs, like those of a test.
pytest.register_assert_rewrite("tests.payments.faults.invariants")


@pytest.fixture(scope="session")
def started() -> Iterator[list[Processes]]:
    started: list[Processes] = []
    yield started
    for processes in started:
        processes.close()


@pytest.fixture
def processes(started, sandbox, transactional_db) -> Processes:
    """Inherit the test's database and sandbox, which stay the same for the whole run."""
    lose_redis()
    if not started:
        started.append(Processes())
    return started[0]


@pytest.fixture
def scene(sandbox, escrow, client_person, payer_browser, onboard) -> Scene:
    return Scene(sandbox, escrow, client_person, payer_browser, onboard)
