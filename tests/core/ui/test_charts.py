from decimal import Decimal

import pytest
from django.template import Context, Template

from marketplace.core.data.money import Money
from marketplace.core.ui.charts import FOOT, HEAD, HEIGHT, compact, drawing, step_of

COLUMNS = [("Oct", [("paid", 300_000), ("clearing", 100_000)]), ("Nov", [("paid", 0)])]


@pytest.mark.parametrize(
    ("most", "step"), [(1, 1), (4, 1), (5, 2), (21, 10), (386_400, 100_000), (800_001, 500_000)]
)
def test_lines_are_at_round_figures_and_reach_the_highest_column(most, step):
    assert step_of(most) == step


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Money(0, "USD"), "0"),
        (Money(50_000, "USD"), "500"),
        (Money(250_000, "USD"), "2.5k"),
        (Money(1_000_000, "JPY"), "1M"),
        (Money(50, "USD"), "0.5"),
    ],
)
def test_figures_at_the_axis_are_short(amount, words):
    assert compact(amount) == words


def test_columns_stand_on_the_ground_and_are_as_high_as_their_parts():
    chart = drawing(COLUMNS, currency="USD", label="Earned")
    first, second = chart["bars"]
    ground = HEAD + HEIGHT
    assert [part["key"] for part in first["parts"]] == ["paid", "clearing"]
    low, high = first["parts"]
    assert Decimal(low["y"]) + Decimal(low["height"]) == ground
    assert Decimal(high["y"]) + Decimal(high["height"]) == Decimal(low["y"])
    assert Decimal(low["height"]) / Decimal(high["height"]) == 3
    assert (second["parts"], chart["height"]) == ([], ground + FOOT)
    assert chart["legend"] == [("paid", "Paid"), ("clearing", "Clearing")]


def test_a_chart_says_in_words_what_it_shows():
    source = "{% bar_chart columns=columns currency='USD' label='Earned' %}"
    page = Template(source).render(Context({"columns": COLUMNS}))
    assert 'aria-label="Earned: 4,000.00 USD in all"' in page


def test_a_chart_of_nothing_is_still_one():
    chart = drawing([], currency="JPY", label="Earned")
    assert (chart["bars"], chart["legend"]) == ([], [])
