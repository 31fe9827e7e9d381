import pytest

from accounts.profiles.taxonomy import Industry, Specialism
from marketplace.core.web.found_pages import found_page
from marketplace.core.web.pages import encoded, keyset_page
from projects.briefs.models.briefs import Brief, Visibility
from projects.briefs.services.briefs import pause_brief, save_brief
from projects.search.queries import Wanted, find_briefs
from tests.factories.projects import hirer, make_brief, make_draft_brief

pytestmark = pytest.mark.django_db


@pytest.fixture
def market(organisation) -> dict[str, Brief]:
    """Briefs that differ in what they are about."""

    def brief(title: str, summary: str, **facts) -> Brief:
        return make_brief(organisation, title=title, summary=summary, **facts)

    return {
        "churn": brief("Tell us who will leave", "Churn of prepaid customers."),
        "demand": brief(
            "Forecast daily demand",
            "3 049 products in ten stores.",
            specialisms=[Specialism.FORECASTING],
            industry=Industry.RETAIL,
            goal_kpi="Waste",
            tools=["Prophet"],
            budget_min=100_000,
            budget_max=200_000,
        ),
        "defects": brief(
            "Spot defects on brushed metal",
            "5 354 labelled images.",
            specialisms=[Specialism.COMPUTER_VISION],
            industry=Industry.MANUFACTURING,
            goal_kpi="Miss rate",
            tools=["PyTorch"],
            currency="EUR",
        ),
    }


def found(market: dict[str, Brief], **wanted) -> list[str]:
    names = {brief.pk: name for name, brief in market.items()}
    found = find_briefs(Wanted(**wanted))
    return [names[brief.pk] for brief in keyset_page(found.rows, keys=found.keys).items]


def test_without_words_the_newest_come_first(market):
    assert found(market) == ["defects", "demand", "churn"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("forecasting demand", ["demand"]),
        ("forcasting", ["demand"]),
        ("brushd metal", ["defects"]),
        ("prepaied custmers", ["churn"]),
        ("pytorch", ["defects"]),
        ("computer vision", ["defects"]),
        ("stores -metal", ["demand"]),
        ("customers -churn", []),
        ('"ten stores"', ["demand"]),
        ("zeppelin", []),
        ("%_\\'\"&|!", []),
    ],
)
def test_words_are_found_in_any_form_and_with_typing_errors(market, text, names):
    assert found(market, text=text) == names


def test_a_hit_in_the_title_stands_above_one_in_the_text(market, organisation):
    market["other"] = make_brief(
        organisation,
        title="Score leads",
        problem="Like demand, but for leads.",
        summary="",
        tools=[],
    )
    assert found(market, text="demand") == ["demand", "other"]


def test_filters_narrow_the_list(market):
    assert found(market, specialisms=[Specialism.FORECASTING]) == ["demand"]
    assert found(market, industry=Industry.MANUFACTURING) == ["defects"]
    assert found(market, currency="EUR") == ["defects"]
    assert found(market, currency="USD", budget=300_000) == ["churn"]
    assert found(market, engagement_kind="hourly") == []
    assert found(market, days=1) == ["defects", "demand", "churn"]
    assert found(market, text="demand", industry=Industry.TELECOM) == []


def test_only_open_listed_briefs_are_found(market, organisation):
    make_draft_brief(organisation)
    make_brief(organisation, visibility=Visibility.LINK)
    pause_brief(brief=market["churn"], by=hirer(organisation))
    assert found(market) == ["defects", "demand"]


def test_the_search_columns_follow_an_edit(market, organisation):
    facts = {"title": "Predict zeppelin delays"}
    save_brief(brief=market["churn"], by=hirer(organisation), facts=facts)
    assert found(market, text="zeppelins") == ["churn"]


@pytest.mark.parametrize("text", ["", "demand"])
def test_pages_show_each_brief_once_while_new_ones_arrive(organisation, text):
    made = [make_brief(organisation, title=f"Forecast demand {n}").pk for n in range(5)]
    seen, after = [], ""
    for _ in range(5):
        found = find_briefs(Wanted(text=text))
        page = found_page(found, after=after, size=2)
        seen += [brief.pk for brief in page.items]
        after = page.next
        make_brief(organisation, title="A newer thing about trams")
        if not after:
            break
    assert sorted(seen) == sorted(made)


def test_a_page_of_what_was_ranked_reads_its_own_rows_and_passes_over_what_has_gone(organisation):
    made = [make_brief(organisation, title=f"Forecast demand {n}") for n in range(9)]
    found = find_briefs(Wanted(text="demand"))
    whole = keyset_page(found.rows, keys=found.keys, size=9).items
    first = found_page(found, size=3)
    assert (len(whole), first.items, first.is_first) == (len(made), whole[:3], True)
    whole[4].delete()
    second = found_page(found, after=first.next, size=3)
    assert (second.items, second.is_first) == ([whole[3], *whole[5:7]], False)
    last = found_page(found, after=second.next, size=3)
    assert (last.items, last.next) == (whole[7:], "")


@pytest.mark.parametrize("after", ["@@", encoded(["x", None]), encoded([1]), encoded([None, None])])
def test_a_cursor_that_makes_no_sense_begins_at_the_first(organisation, after):
    brief = make_brief(organisation, title="Forecast demand")
    page = found_page(find_briefs(Wanted(text="demand")), after=after)
    assert (page.items, page.is_first) == ([brief], True)
