import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from projects.briefs.forms.fields import LinesField, WordsField
from projects.proposals.forms.milestones import milestone_rows, with_row_added, with_row_removed


def test_lists_lose_blanks_and_repetitions():
    assert WordsField(most=3, longest=9).clean(" SQL, dbt ,,SQL") == ["SQL", "dbt"]
    assert LinesField(most=3, longest=9).clean("one\n\n two \n") == ["one", "two"]


@pytest.mark.parametrize("typed", ["a,b,c,d", "a word that is long"])
def test_lists_have_limits(typed):
    with pytest.raises(ValidationError):
        WordsField(most=3, longest=9).clean(typed)


def posted(*titles: str) -> QueryDict:
    data = QueryDict(mutable=True)
    data["milestones-TOTAL_FORMS"] = str(len(titles))
    data["milestones-INITIAL_FORMS"] = "0"
    for index, title in enumerate(titles):
        data[f"milestones-{index}-title"] = title
        data[f"milestones-{index}-amount"] = f"{index + 1}00"
    return data


def titles_of(data: QueryDict) -> list[str]:
    return [row["title"].value() or "" for row in milestone_rows(data, currency="USD").forms]


def test_a_row_is_added_after_the_others():
    assert titles_of(with_row_added(posted("one", "two"))) == ["one", "two", ""]


def test_a_row_is_removed_and_those_after_it_move_up():
    data = with_row_removed(posted("one", "two", "three"), 1)
    assert titles_of(data) == ["one", "three"]
    assert milestone_rows(data, currency="USD").amounts() == [10_000, 30_000]


@pytest.mark.parametrize("index", [-1, 2, 99])
def test_removing_a_row_that_is_not_there_changes_nothing(index):
    assert titles_of(with_row_removed(posted("one", "two"), index)) == ["one", "two"]


def test_empty_rows_are_left_out():
    data = with_row_added(posted("one"))
    rows = milestone_rows(data, currency="USD")
    assert rows.is_valid()
    assert [row["title"] for row in rows.facts()] == ["one"]
