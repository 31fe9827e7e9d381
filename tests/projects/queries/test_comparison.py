import pytest

from marketplace.core.money import Money
from projects.queries.comparison import comparable_proposals, compare
from projects.queries.fees import split_price
from projects.services.proposals import decline_proposal
from tests.factories.accounts import make_freelancer
from tests.factories.projects import make_proposal

pytestmark = pytest.mark.django_db


def test_a_column_shows_fit_plan_and_price(brief, proposal):
    [column] = compare(brief, comparable_proposals(brief))
    assert (column.shared_specialisms, column.absent_specialisms) == (["Supervised learning"], [])
    assert (column.shared_tools, column.absent_tools) == (["LightGBM"], ["Python"])
    assert (column.hours, column.data_share, column.knows_industry) == (60, 33, True)
    assert [(part.label, part.price.minor) for part in column.phases] == [
        ("Data and feasibility", 240_000),
        ("Modelling and evaluation", 420_000),
        ("Deployment", 300_000),
    ]


def test_what_was_declined_is_not_compared(brief, proposal, as_client):
    other = make_proposal(brief, make_freelancer("Gil Second"))
    decline_proposal(proposal=proposal, by=as_client, why="Over the budget.")
    assert list(comparable_proposals(brief)) == [other]


def test_three_columns_cost_as_many_queries_as_one(
    brief, proposal, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(6) as one:
        compare(brief, comparable_proposals(brief))
    make_proposal(brief)
    make_proposal(brief)
    with django_assert_num_queries(len(one)):
        assert len(compare(brief, comparable_proposals(brief))) == 3


@pytest.mark.parametrize(
    ("price", "fee", "received"),
    [
        (Money(960_000, "USD"), 76_800, 883_200),
        (Money(1_999, "EUR"), 160, 1_839),
        (Money(2_500_005, "JPY"), 200_000, 2_300_005),
    ],
)
def test_the_fee_is_rounded_half_up_and_nothing_is_lost(price, fee, received):
    split = split_price(price)
    assert (split.fee.minor, split.received.minor, split.percent) == (fee, received, "8")
