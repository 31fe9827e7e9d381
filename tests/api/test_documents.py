"""Numbered papers for programs: a list of one's own, and each as PDF."""

import pytest

from marketplace.core.data.actors import freelancer
from marketplace.core.data.money import Money
from payments.documents.models.documents import Document
from payments.releases.services.recalls import recall_release
from tests.factories.payments import make_payout
from tests.jobs import run_jobs

pytestmark = [pytest.mark.django_db]


@pytest.fixture(autouse=True)
def papers(organisation, freelancer_person):
    payout = make_payout(organisation, freelancer_person)
    part = Money(100_000, "USD")
    recall_release(escrow=payout.escrow, part=part, by=freelancer(None), why="It was too much.")
    jobs = ("receipt", "payout_documents", "credit_note")
    run_jobs(*(f"payments.issue_{name}" for name in jobs))


def numbers(answer) -> list[str]:
    return [row["number"] for row in answer.json()["results"]]


def test_each_reads_what_is_made_out_to_them(
    program_of, client_person, freelancer_person, stranger
):
    found = {
        str(person): numbers(program_of(person, ["read"]).read("documents/"))
        for person in (client_person, freelancer_person, stranger)
    }
    assert found == {
        "Clara Client": ["R-000001"],
        "Fay Freelancer": ["C-000001", "F-000001"],
        "Sam Stranger": [],
    }
    notes = program_of(freelancer_person, ["read"]).read("documents/", kind="credit_note")
    assert numbers(notes) == ["C-000001"]


def test_a_paper_is_fetched_by_whom_it_is_made_out_to(program_of, client_person, freelancer_person):
    note = Document.objects.get(kind="credit_note")
    path = f"documents/{note.public_id}/file/"
    answer = program_of(freelancer_person, ["read"]).read(path)
    assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="C-000001.pdf"'
    assert program_of(client_person, ["read"]).read(path).status_code == 404
