from datetime import date

import pytest
import time_machine

from contracts.agreements.models.contracts import Contract
from tests.factories.payments import make_method
from tests.factories.retainers import make_retainer, on


@pytest.fixture
def clock():
    """Stands on 15 January 2027, 08:00 UTC, until a test moves it."""
    with time_machine.travel(on(date(2027, 1, 15), 8), tick=False) as machine:
        yield machine


@pytest.fixture
def retainer(clock, people) -> Contract:
    """3,000.00 USD a month with twenty hours; its first period is funded on 15 January."""
    return make_retainer(*people)


@pytest.fixture
def saved(retainer):
    return make_method(retainer.organisation)
