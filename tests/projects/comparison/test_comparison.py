import pytest

from marketplace.core.data.money import Money
from projects.comparison.queries import comparable_proposals, compare
from projects.proposals.queries.fees import split_price
from projects.proposals.services.proposals import decline_proposal
from tests.factories.accounts import make_freelancer
from tests.factories.projects import make_brief, make_proposal
from tests.projects.hourly import make_hourly_proposal

pytestmark = pytest.mark.django_db


def test_a_column_shows_fit_plan_and_price(brief, proposal):
    [column] = compare(brief, comparable_proposals(brief)).columns
    assert (column.shared_specialisms, column.absent_specialisms) == (["Supervised learning"], [])
    assert (column.shared_tools, column.absent_tools) == (["LightGBM"], ["Python"])
    assert (column.hours, column.data_share, column.knows_industry) == (60, 33, True)
    assert [(part.label, part.price.minor) for part in column.phases] == [
        ("Data and feasibility", 240_000),
        ("Modelling and evaluation", 420_000),
        ("Deployment", 300_000),
    ]


@pytest.fixture
def asking(organisation):
    """A brief of 9,000 to 14,000 USD, to which two questions are added later."""
    return make_brief(organisation)


def test_what_differs_is_marked_and_what_is_alike_is_not(asking):
    dear = make_proposal(asking, amounts=(900_000, 700_000), screening_answers=["Ours", "2024"])
    cheap = make_proposal(asking, amounts=(240_000, 420_000), screening_answers=["", " "])
    fair = make_proposal(asking, amounts=(500_000, 500_000), screening_answers=["Theirs"])
    asking.screening_questions = ["Which model is in use?", "Since when?"]
    asking.save()
    compared = compare(asking, [dear, cheap, fair])
    assert compared.differing == {"price", "answered"}
    assert [column.more_money.minor for column in compared.columns] == [940_000, 0, 340_000]
    assert [str(column.over_budget or "") for column in compared.columns] == [
        *("2,000.00 USD", "", "")
    ]
    assert [str(column.under_budget or "") for column in compared.columns] == [
        *("", "2,400.00 USD", "")
    ]
    assert [column.answers for column in compared.columns] == [
        *(["Ours", "2024"], ["", ""], ["Theirs", ""])
    ]


def test_a_phase_that_only_another_plan_has_is_said_to_be_missing(brief):
    whole, half = make_proposal(brief), make_proposal(brief, amounts=(500_000, 500_000))
    columns = compare(brief, [whole, half]).columns
    assert [[part.price is None for part in column.phases] for column in columns] == [
        *([False, False, False], [False, False, True])
    ]
    assert [column.more_hours for column in columns] == [20, 0]


def test_a_rate_is_compared_with_rates_and_never_with_a_whole_price(hourly_is_live, asking):
    why = {"engagement_advice": "The data are not known yet."}
    fixed = make_proposal(asking, amounts=(500_000, 500_000))
    dear, cheap = (make_hourly_proposal(asking, rate=rate, **why) for rate in (12_000, 9_500))
    compared = compare(asking, [fixed, dear, cheap])
    assert {"price", "hours"} <= compared.differing
    columns = compared.columns
    assert [str(column.more_money) for column in columns] == [
        *("0.00 USD", "25.00 USD", "0.00 USD")
    ]
    assert [str(column.at_limit or "") for column in columns] == [
        *("", "19,200.00 USD", "15,200.00 USD")
    ]
    outside = [(column.over_budget, column.under_budget) for column in columns]
    assert outside == [(None, None)] * 3
    assert [len(column.phases) for column in columns] == [2, 0, 0]
    longer = make_hourly_proposal(asking, weekly_hours=30, **why)
    assert compare(asking, [cheap, longer]).differing == {"price", "hours"}


def test_the_page_names_the_unit_of_each_price(hourly_is_live, asking, client_person, browser_of):
    make_proposal(asking, amounts=(500_000, 500_000))
    for rate in (12_000, 9_500):
        make_hourly_proposal(asking, rate=rate, waiting_rate=3_000, engagement_advice="Unknown.")
    hirer = browser_of(client_person)
    answer = hirer.get(f"/briefs/{asking.public_id}/proposals/comparison/")
    page = " ".join(answer.content.decode().replace("\u00a0", " ").split())
    assert "At most 20 hours a week (at most 1,900.00 USD a week)" in page
    assert ["95.00 USD</span> an hour" in page, "above the lowest rate" in page] == [True, True]
    assert "15,200.00 USD</span> if every hour of 8 weeks is worked" in page
    assert "above the lowest<" not in page


def test_one_column_differs_from_nothing(brief, proposal):
    assert compare(brief, [proposal]).differing == frozenset()


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
        assert len(compare(brief, comparable_proposals(brief)).columns) == 3


@pytest.mark.parametrize(
    ("price", "fee", "received"),
    [
        (Money(960_000, "USD"), 76_800, 883_200),
        (Money(1_999, "EUR"), 160, 1_839),
        (Money(2_500_005, "JPY"), 200_000, 2_300_005),
    ],
)
def test_the_fee_is_rounded_half_up_and_nothing_is_lost(price, fee, received):
    split = split_price([price.minor], price.currency, basis_points=800)
    assert (split.fee.minor, split.received.minor, split.percent) == (fee, received, "8")


def test_the_fee_of_each_milestone_is_rounded_by_itself_as_at_its_release():
    split = split_price([1_006, 1_006], "USD", basis_points=800)
    assert (split.price.minor, split.fee.minor, split.received.minor) == (2_012, 160, 1_852)
