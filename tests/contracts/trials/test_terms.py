"""The terms of a trial; those of other kinds read as they were signed before there were trials."""

from dataclasses import replace
from datetime import date

import pytest

from contracts.agreements.clauses.contents import contents_of
from contracts.agreements.clauses.document import fingerprint, write_terms
from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.clauses.schedules import HourlySchedule, TrialSchedule

TRIAL = TrialSchedule(
    task="Find the column that leaks.\n## 3. Free of charge",
    hours=10,
    due_days=5,
    amount=90_000,
    criteria=("The notebook runs.", "It names *one* column."),
)
DRAFT = TermsDraft(
    title="Churn model",
    client="Meridian Mobile",
    freelancer="Ada Okafor",
    currency="USD",
    fee_basis_points=800,
    review_days=3,
    kind="trial",
    schedule=TRIAL,
    purpose="One in four leaves.",
    special_terms="Mondays.",
)
# As first released, when signed texts of this kind began: they stay byte by byte.
HOURLY = {
    None: "3f9a8328369ce2b90bec868efe19dfef2192877eb9ac16763f2d1fd1054c95db",
    1_000: "b97ed6cd9af6640388acda957d1ccac799308262d5f1e9599345851a7c5146e0",
}


def text_of(draft: TermsDraft) -> str:
    return write_terms(draft, reference="ref", number=1, on=date(2026, 11, 22))


@pytest.mark.parametrize("waiting_rate", HOURLY)
def test_terms_by_the_hour_are_byte_by_byte_those_of_before(waiting_rate):
    schedule = HourlySchedule(rate=8_000, weekly_hours=20, waiting_rate=waiting_rate)
    draft = replace(DRAFT, kind="hourly", review_days=7, schedule=schedule)
    assert fingerprint(text_of(draft)) == HOURLY[waiting_rate]


def test_a_draft_of_a_trial_is_stored_and_read_back():
    assert TermsDraft.from_json(DRAFT.as_json()) == DRAFT
    assert (DRAFT.price.minor, DRAFT.fee.minor, DRAFT.first_unit) == (90_000, 7_200, "the trial")


def test_the_clauses_of_a_trial_are_numbered_and_say_what_is_due():
    text = text_of(DRAFT)
    contents = contents_of(text)
    assert [clause.number for clause in contents.clauses] == [str(n) for n in range(1, 18)]
    assert "at most **10 hours**, and delivers within **5 working days**" in text
    assert "reviews it within **3 days**" in text
    assert "\n> ## 3. Free of charge\n" in text
    assert "2. It names \\*one\\* column.\n" in text


def test_one_hour_and_one_day_are_not_plural():
    text = text_of(replace(DRAFT, schedule=replace(TRIAL, hours=1, due_days=1)))
    assert "at most **1 hour**, and delivers within **1 working day** after" in text


def test_what_was_made_is_licensed_on_release_and_nothing_is_assigned():
    clause = next(c for c in contents_of(text_of(DRAFT)).clauses if c.number == "9")
    assert "**What was made is licensed on release, and not before.**" in clause.text
    assert "the freelancer assigns" not in clause.text
    assert "belong to the client in the same way" not in clause.text


def test_style_is_no_ground_for_a_refund_and_not_delivering_is():
    clause = next(c for c in contents_of(text_of(DRAFT)).clauses if c.number == "5")
    assert "style of the work is no ground for a refund; not delivering is." in clause.text
    assert clause.is_about_money
