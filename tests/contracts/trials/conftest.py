import pytest
import time_machine

from contracts.agreements.models.contracts import Contract
from contracts.units.models.units import Unit
from marketplace.core.data import capabilities
from marketplace.core.data.capabilities import Capability
from projects.proposals.models.proposals import Proposal
from tests.factories.contracts import fresh, make_proposal
from tests.factories.trials import hand_in, offer_to, start

# A Wednesday.
WEDNESDAY = "2026-11-04 10:00:00Z"


@pytest.fixture(autouse=True)
def _trials_are_live(monkeypatch):
    monkeypatch.setattr(capabilities, "LIVE", capabilities.LIVE | {Capability.TRIAL})


@pytest.fixture
def clock():
    """Stands on Wednesday 4 November 2026, 10:00 UTC, until a test moves it."""
    with time_machine.travel(WEDNESDAY, tick=False) as machine:
        yield machine


@pytest.fixture
def proposal(people) -> Proposal:
    return make_proposal(*people)


@pytest.fixture
def trial_offer(proposal) -> Contract:
    """900.00 USD for ten hours within five working days."""
    return offer_to(proposal)


@pytest.fixture
def trial_unit(trial_offer) -> Unit:
    return start(trial_offer)


@pytest.fixture
def in_review(trial_unit) -> Unit:
    hand_in(trial_unit)
    return fresh(trial_unit)
