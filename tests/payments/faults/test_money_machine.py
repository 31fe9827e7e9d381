"""Whatever people, staff, banks, workers and the network do: money is neither lost nor doubled."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.payments.faults.money_machine import MoneyMachine

pytestmark = [pytest.mark.django_db]

# The same sequences each time, so that no run of all tests fails by chance alone.
BOUNDED = settings(
    max_examples=5,
    stateful_step_count=30,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)
LONG = settings(BOUNDED, max_examples=100, stateful_step_count=50, derandomize=False)


def test_money_is_neither_lost_nor_doubled(sandbox):
    run_state_machine_as_test(lambda: MoneyMachine(sandbox), settings=BOUNDED)


@pytest.mark.long
def test_money_is_neither_lost_nor_doubled_in_the_long_run(sandbox):
    run_state_machine_as_test(lambda: MoneyMachine(sandbox), settings=LONG)
