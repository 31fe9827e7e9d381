"""One contract of `client_person` and `freelancer_person` in each of its main states."""

import pytest

from contracts.agreements.models.contracts import Contract
from contracts.units.models.units import Unit
from marketplace.core.data.actors import Actor, client, freelancer
from tests.factories.contracts import deliver, fresh, make_active, make_agreed, make_offer


@pytest.fixture
def people(organisation, client_person, freelancer_person):
    """What the factories of contracts take."""
    return organisation, client_person, freelancer_person


@pytest.fixture
def as_client(client_person) -> Actor:
    return client(client_person, "192.0.2.1")


@pytest.fixture
def as_freelancer(freelancer_person) -> Actor:
    return freelancer(freelancer_person, "192.0.2.2")


@pytest.fixture
def offered(people) -> Contract:
    return make_offer(*people)


@pytest.fixture
def agreed(people) -> Contract:
    return make_agreed(*people)


@pytest.fixture
def active(people) -> Contract:
    return make_active(*people)


@pytest.fixture
def funded(active) -> Unit:
    return active.units.get(position=1)


@pytest.fixture
def planned(active) -> Unit:
    return active.units.get(position=2)


@pytest.fixture
def submitted(funded) -> Unit:
    deliver(funded)
    return fresh(funded)
