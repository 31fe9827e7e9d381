"""Every clause of every kind is explained, and the explanation is no part of the text."""

from dataclasses import replace

import pytest

from contracts.agreements.clauses.contents import contents_of
from contracts.agreements.clauses.plain import PLAIN
from contracts.agreements.clauses.schedules import HourlySchedule
from tests.contracts.agreements.test_clauses import DRAFT, text_of

BY_THE_HOUR = replace(
    DRAFT, kind="hourly", schedule=HourlySchedule(rate=8_000, weekly_hours=20, waiting_rate=None)
)


@pytest.mark.parametrize("draft", [DRAFT, BY_THE_HOUR], ids=["fixed", "hourly"])
def test_every_clause_is_explained_in_plain_words(draft):
    contents = contents_of(text_of(replace(draft, special_terms="Mondays.")))
    assert [clause.title for clause in contents.clauses if not clause.in_plain_words] == []
    assert not any(words in text_of(draft) for words in PLAIN.values())


def test_terms_by_the_hour_say_rate_limit_and_what_a_week_costs():
    text = text_of(BY_THE_HOUR)
    assert "for **80.00 USD** an hour, at most **20 hours** in a calendar week" in text
    assert "which costs at most **1,600.00 USD**" in text
    assert "Time in which only a machine works is not paid." in text
    assert "milestone" not in text.casefold()


def test_terms_by_the_hour_come_back_the_same():
    assert type(BY_THE_HOUR).from_json(BY_THE_HOUR.as_json()) == BY_THE_HOUR
