"""The terms as data: what was stored before there were kinds is read and written as before."""

import json
from datetime import date
from pathlib import Path

from contracts.agreements.clauses.document import fingerprint, write_terms
from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.clauses.schedules import MilestoneSchedule

# Stored and signed by the version before; the SHA-256 was computed by it, too.
BEFORE = json.loads(Path(__file__).with_name("terms_of_before.json").read_text())
SHA256 = "caf142ac1fe2607c9755c6808f4aea4a71f7523491207b41915ca66d5cd9c792"


def text_of(draft: TermsDraft) -> str:
    reference = "0198c0de-0000-7000-8000-000000000001"
    return write_terms(draft, reference=reference, number=2, on=date(2026, 11, 2))


def test_terms_stored_before_give_the_signed_text_byte_by_byte():
    assert fingerprint(text_of(TermsDraft.from_json(BEFORE))) == SHA256


def test_terms_stored_before_are_those_of_milestones():
    draft = TermsDraft.from_json(BEFORE)
    assert (draft.kind, type(draft.schedule)) == ("fixed", MilestoneSchedule)
    assert draft.schedule.as_json() == {"milestones": BEFORE["milestones"]}
    assert (draft.price.minor, draft.fee.minor) == (660_001, 15_600 + 27_300)


def test_terms_say_their_version_and_kind_and_come_back_the_same():
    draft = TermsDraft.from_json(BEFORE)
    stored = json.loads(json.dumps(draft.as_json()))
    rest = {name: fact for name, fact in BEFORE.items() if name != "milestones"}
    schedule = {"milestones": BEFORE["milestones"]}
    assert stored == {"version": 2, "kind": "fixed", "schedule": schedule} | rest
    assert TermsDraft.from_json(stored) == draft
