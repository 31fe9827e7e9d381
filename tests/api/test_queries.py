"""Lists make the same number of queries at one row and at three."""

from functools import partial

import pytest

from tests.factories.accounts import make_freelancer, make_organisation
from tests.factories.contracts import make_active
from tests.factories.payments import make_bank_payout, make_method, make_payout
from tests.factories.projects import make_brief, make_proposal

pytestmark = pytest.mark.django_db
MOST = 6 + 2  # and who asks: the token, and noting its use


@pytest.fixture
def grow(organisation, client_person, freelancer_person):
    """Adds one of everything that both of them list."""

    def one_more():
        make_active(organisation, client_person, freelancer_person)
        make_payout(organisation, freelancer_person)
        make_bank_payout(freelancer_person)
        make_method(organisation)
        make_proposal(make_brief(organisation), freelancer_person)
        make_organisation(client_person)
        make_freelancer()

    return one_more


LISTS = [
    ("briefs/", "client"),
    ("briefs/?q=churn", "client"),
    ("briefs/mine/", "client"),
    ("proposals/", "freelancer"),
    ("proposals/received/", "client"),
    ("contracts/", "client"),
    ("contracts/", "freelancer"),
    ("escrows/", "client"),
    ("charges/", "client"),
    ("payment-methods/", "client"),
    ("escrows/", "freelancer"),
    ("payouts/", "freelancer"),
    ("bank-payouts/", "freelancer"),
    ("organisations/", "client"),
    ("freelancers/", "client"),
]


def test_a_list_costs_the_same_with_more_rows(
    grow, program_of, client_person, freelancer_person, count_queries
):
    people = {"client": client_person, "freelancer": freelancer_person}
    programs = {side: program_of(person) for side, person in people.items()}

    def costs() -> dict[tuple[str, str], int]:
        return {
            (path, side): count_queries(partial(programs[side].read, path)) for path, side in LISTS
        }

    grow()
    at_one_row = costs()
    grow()
    grow()
    for path, side in LISTS:
        assert len(programs[side].read(path).json()["results"]) >= 3, path
    assert costs() == at_one_row
    assert {which: cost for which, cost in at_one_row.items() if cost > MOST} == {}
