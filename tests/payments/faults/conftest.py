"""Faults happen to the sandbox, the processes and the servers of the payments' own tests."""

from collections.abc import Iterator

import pytest

from tests.payments.faults.mortals import Mortals
from tests.payments.faults.scenes import Scene
from tests.payments.worker import lose_redis

# Its assertions tell what differs, like those of a test.
pytest.register_assert_rewrite("tests.payments.faults.truths")


@pytest.fixture(scope="session")
def born() -> Iterator[list[Mortals]]:
    born: list[Mortals] = []
    yield born
    for mortals in born:
        mortals.end()


@pytest.fixture
def mortals(born, sandbox, transactional_db) -> Mortals:
    """Inherit the test's database and sandbox, which stay the same for the whole run."""
    lose_redis()
    if not born:
        born.append(Mortals())
    return born[0]


@pytest.fixture
def scene(sandbox, escrow, client_person, payer_browser, onboard) -> Scene:
    return Scene(sandbox, escrow, client_person, payer_browser, onboard)
