import hashlib
from dataclasses import replace
from datetime import date

import pytest

from contracts.agreements.clauses.comparison import changed_clauses
from contracts.agreements.clauses.contents import contents_of
from contracts.agreements.clauses.document import fingerprint, write_terms
from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.clauses.schedules import MilestoneDraft, MilestoneSchedule
from marketplace.core.text.markdown import as_text

STEP = MilestoneDraft(
    title="Model and evaluation",
    phase="modelling",
    deliverables="A model.",
    criteria=("The notebook runs.",),
    amount=420_001,
    due_on=date(2026, 12, 1),
)
DRAFT = TermsDraft(
    title="Churn model",
    client="Meridian Mobile",
    freelancer="Ada Okafor",
    currency="USD",
    fee_basis_points=800,
    review_days=7,
    kind="fixed",
    schedule=MilestoneSchedule(
        (STEP, replace(STEP, title="Handover", amount=100_000, due_on=None))
    ),
)


def text_of(draft: TermsDraft) -> str:
    return write_terms(draft, reference="ref", number=1, on=date(2026, 11, 22))


def test_the_same_draft_gives_the_same_text_byte_by_byte():
    assert text_of(DRAFT) == text_of(TermsDraft.from_json(DRAFT.as_json()))


def test_the_fingerprint_is_the_sha256_of_the_utf8_text():
    text = text_of(replace(DRAFT, client="Müller & Söhne"))
    assert fingerprint(text) == hashlib.sha256(text.encode("utf-8")).hexdigest()


def test_the_fee_is_rounded_for_each_milestone_as_at_its_release():
    assert DRAFT.fee.minor == 33_600 + 8_000


@pytest.mark.parametrize("words", ["## 8. Intellectual property", "# Terms", "| a | b |"])
def test_the_parties_own_words_never_pass_for_a_clause(words):
    text = text_of(replace(DRAFT, purpose=words, goal=words, special_terms=words))
    headings = [line for line in text.splitlines() if line == words]
    assert len(headings) == text_of(DRAFT).splitlines().count(words)


def test_a_title_cannot_break_out_of_the_table():
    text = text_of(
        replace(DRAFT, schedule=MilestoneSchedule((replace(STEP, title="a | b\n## c"),)))
    )
    assert "| 1 | a \\| b \\#\\# c | 1 December 2026 | 4,200.01 USD |" in text


@pytest.mark.parametrize(
    "name",
    ["1. FC Datenheim", "12) Ltd", "A*STAR* Labs", "- minus -", "# 1 & <b>Co</b>", "A&amp;B"],
)
def test_names_and_criteria_read_as_they_were_typed(name):
    step = replace(STEP, title=name, criteria=(name,))
    sides = {"client": name, "freelancer": name}
    text = text_of(
        replace(DRAFT, **sides, title=name, goal=name, schedule=MilestoneSchedule((step,)))
    )
    read = as_text(text)
    assert f"between {name} (the client) and {name} (the freelancer)" in read
    assert f"Terms of contract: {name}\n" in read
    assert f"The business goal:\n\n{name}\n" in read
    assert f"\n1. {name}\n" in read
    assert f"1 | {name} |" in read


def test_health_data_brings_its_own_clause():
    plain, health = text_of(DRAFT), text_of(replace(DRAFT, sensitivity="health"))
    assert ("HIPAA" in plain, "HIPAA" in health) == (False, True)


def test_only_clauses_that_differ_are_compared():
    changed = changed_clauses(text_of(DRAFT), text_of(replace(DRAFT, review_days=10)))
    assert [clause.title for clause in changed] == ["Delivery, review and approval"]


def test_a_clause_that_moves_down_one_number_is_no_change():
    changed = changed_clauses(text_of(DRAFT), text_of(replace(DRAFT, special_terms="Mondays.")))
    assert [(clause.title, clause.before) for clause in changed] == [("Special terms", "")]


def test_a_comparison_shows_words_without_marks():
    before, after = text_of(DRAFT), text_of(replace(DRAFT, schedule=MilestoneSchedule((STEP,))))
    clause = changed_clauses(before, after)[0]
    assert clause.after.splitlines()[:3] == [
        "No. · Milestone · Due · Price",
        "1 · Model and evaluation · 1 December 2026 · 4,200.01 USD",
        "The price of all of them together is 4,200.01 USD.",
    ]


def test_the_contents_of_a_text_are_the_whole_text_in_its_order():
    for words in ("Mondays.", "## 9. Not a clause\n# Nor a head"):
        text = text_of(replace(DRAFT, special_terms=words, purpose=words))
        contents = contents_of(text)
        assert contents.head + "".join(clause.text for clause in contents.clauses) == text
        assert [clause.number for clause in contents.clauses] == [str(n) for n in range(1, 18)]
        assert len(contents.about_money) + len(contents.others) == 17


def test_the_clauses_about_money_come_first():
    clauses = contents_of(text_of(DRAFT)).clauses
    assert [clause.is_about_money for clause in clauses] == [False, *[True] * 4, *[False] * 11]
