"""One contract under way with money in each place, so that every table has rows."""

import pytest

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from contracts.agreements.models.contracts import Contract
from tests.factories.contracts import deliver, fresh, make_active
from tests.factories.payments import make_payout, set_first_fee


@pytest.fixture(autouse=True)
def _first_fee(db):
    set_first_fee()


@pytest.fixture
def contract(organisation: Organisation, client_person: User, freelancer_person: User) -> Contract:
    return make_active(organisation, client_person, freelancer_person)


@pytest.fixture
def busy(contract: Contract) -> Contract:
    """Delivered work, an accrued payout and a removed brief stand beside the contract."""
    deliver(contract.units.get(position=1))
    make_payout()
    return fresh(contract)


@pytest.fixture
def admin(db) -> User:
    return User.objects.create_superuser("ada@example.com", "correct horse battery", name="Ada")
