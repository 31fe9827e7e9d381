"""Money that is carried from week to week is neither lost nor doubled, per charge and in all."""

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.payments.faults.money_carries import CarriedWeeks
from tests.payments.faults.test_money_machine import BOUNDED, LONG

pytestmark = [pytest.mark.django_db]

FEW = settings(BOUNDED, max_examples=3)


def test_each_charge_is_released_refunded_or_held_whatever_is_carried(sandbox):
    run_state_machine_as_test(lambda: CarriedWeeks(sandbox), settings=FEW)


@pytest.mark.long
def test_the_same_in_the_long_run(sandbox):
    run_state_machine_as_test(lambda: CarriedWeeks(sandbox), settings=LONG)
