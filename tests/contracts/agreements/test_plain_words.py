"""Every clause of every kind is explained, and the explanation is no part of the text."""

from dataclasses import replace

import pytest

from contracts.agreements.clauses.contents import contents_of
from contracts.agreements.clauses.plain import PLAIN
from contracts.agreements.clauses.schedules import HourlySchedule, RetainerSchedule
from tests.contracts.agreements.test_clauses import DRAFT, text_of

BY_THE_HOUR = replace(
    DRAFT, kind="hourly", schedule=HourlySchedule(rate=8_000, weekly_hours=20, waiting_rate=None)
)

BY_THE_MONTH = replace(
    DRAFT,
    kind="retainer",
    review_days=5,
    schedule=RetainerSchedule(
        fee=220_000, hours=18, outcomes=(), zone="Europe/Berlin", holidays="DE"
    ),
)
BY_OUTCOMES = replace(
    BY_THE_MONTH,
    schedule=replace(BY_THE_MONTH.schedule, hours=None, outcomes=("Scores by 6:00", "A report")),
)


@pytest.mark.parametrize(
    "draft",
    [DRAFT, BY_THE_HOUR, BY_THE_MONTH, BY_OUTCOMES],
    ids=["fixed", "hourly", "retainer", "retainer by outcomes"],
)
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


@pytest.mark.parametrize("draft", [BY_THE_MONTH, BY_OUTCOMES], ids=["hours", "outcomes"])
def test_terms_of_a_retainer_say_when_rights_pass_and_when_it_is_over(draft):
    text = text_of(draft)
    assert "With the release of a period the freelancer assigns to the client all rights" in text
    assert "is completed when its last period is released or refunded." in text
    assert "milestone" not in text.casefold()


def test_terms_of_a_retainer_say_fee_hours_and_promises():
    text = text_of(BY_THE_MONTH)
    assert "for **2,200.00 USD** a period" in text
    assert "**18 hours** are included in each period." in text
    assert "within **4 business hours** if they are critical, within 8 if they are major" in text
    assert "in the time zone Europe/Berlin, from Monday to Friday, without the public" in text
    assert "Periods that begin within **30 days** after it still run" in text


def test_outcomes_stand_in_the_place_of_hours():
    text = text_of(BY_OUTCOMES)
    assert "   - Scores by 6:00\n   - A report\n" in text
    assert "roll over" not in text


@pytest.mark.parametrize("draft", [BY_THE_MONTH, BY_OUTCOMES], ids=["hours", "outcomes"])
def test_terms_of_a_retainer_come_back_the_same(draft):
    assert type(draft).from_json(draft.as_json()) == draft
