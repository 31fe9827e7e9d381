"""What takes a paper back is a paper of its own: credit notes of fees, notes of refunds."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from accounts.notices.registry import notices_of
from marketplace.core.data.actors import client, freelancer
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from payments.documents.models.documents import Document
from payments.documents.queries.documents import documents_about, documents_of
from payments.documents.queries.statements import statement_parts
from payments.documents.services.corrections import issue_credit_note, issue_refund_note
from payments.documents.services.documents import issue_fee_invoice, print_document
from payments.refunds.models import Refund
from payments.refunds.services import refunds
from payments.refunds.services.refunds import refund_escrow
from payments.releases.models import FeeReturn
from payments.releases.services.recalls import recall_release
from payments.releases.services.releases import release_escrow
from payments.stripe.objects import MadeRefund
from tests.factories.payments import make_held_escrow, make_payout
from tests.jobs import run_jobs

pytestmark = [pytest.mark.django_db]
WHY = "The model was trained on the test data."
JOBS = (
    *("payments.issue_receipt", "payments.issue_payout_documents"),
    *("payments.issue_credit_note", "payments.issue_refund_note"),
)


@pytest.fixture
def payout(organisation, freelancer_person):
    return make_payout(organisation, freelancer_person)


def recall(payout, minor: int) -> None:
    part = Money(minor, payout.currency)
    recall_release(escrow=payout.escrow, part=part, by=freelancer(None), why=WHY)


def made(refund: Refund) -> Refund:
    """The processor says that it was made."""
    facts = {"amount": refund.amount, "currency": refund.currency}
    seen = MadeRefund(id=f"re_{refund.pk}", state="succeeded", **facts)
    with transaction.atomic():
        refunds._take_over(refund, seen)
    return refund


def papers(user) -> list[str]:
    return [str(document) for document in documents_of(user).order_by("id")]


def test_a_fee_that_goes_back_is_corrected_by_one_credit_note_for_each_part(
    payout, freelancer_person, client_person
):
    recall(payout, 100_000)
    payout.escrow.refresh_from_db()
    made(Refund.objects.get())
    recall(payout, 320_000)
    run_jobs(*JOBS)
    run_jobs(*JOBS)
    assert papers(freelancer_person) == ["F-000001", "C-000001", "C-000002"]
    notes = Document.objects.filter(kind="credit_note").order_by("id")
    assert [note.facts["total"] for note in notes] == [
        ["Given back to you", "80.00 USD"],
        ["Given back to you", "256.00 USD"],
    ]
    assert [note.facts["lines"][1] for note in notes] == [
        ["Fee on 1,000.00 USD of it that was taken back", "-80.00 USD"],
        ["Fee on 3,200.00 USD of it that was taken back", "-256.00 USD"],
    ]
    stays = [note.facts["note"].split("stays: ")[1].split(". It")[0] for note in notes]
    assert stays == ["256.00 USD", "0.00 USD"]
    assert all("corrects fee invoice F-000001 of " in note.facts["note"] for note in notes)
    assert [note.facts["buyer"]["name"] for note in notes] == ["Fay Freelancer"] * 2
    assert sum(each.amount for each in FeeReturn.objects.all()) == payout.fee


def test_a_credit_note_before_its_invoice_brings_the_invoice(payout):
    recall(payout, 100_000)
    note = issue_credit_note(fee_return=FeeReturn.objects.get())
    assert issue_credit_note(fee_return=FeeReturn.objects.get()) == note
    numbers = [str(document) for document in Document.objects.order_by("id")]
    assert numbers == ["F-000001", "C-000001"]
    assert str(issue_fee_invoice(payout=payout)) == "F-000001"


def test_a_release_without_a_fee_needs_no_credit_note(organisation, freelancer_person):
    escrow = make_held_escrow(organisation, freelancer_person)
    escrow.fee_basis_points = 0
    escrow.save()
    payout = release_escrow(escrow=escrow, by=client(None), why="approved")
    recall(payout, 100_000)
    run_jobs(*JOBS)
    assert FeeReturn.objects.count() == 0
    assert not Document.objects.filter(kind__in=("fee_invoice", "credit_note")).exists()


def test_a_refund_has_a_note_for_the_client_that_says_why(
    organisation, freelancer_person, client_person, stranger
):
    escrow = make_held_escrow(organisation, freelancer_person)
    refund = refund_escrow(escrow=escrow, by=client(client_person), why="Both sides cancelled.")
    run_jobs(*JOBS)
    assert papers(client_person) == ["R-000001"]
    made(refund)
    run_jobs(*JOBS)
    assert papers(client_person) == ["R-000001", "B-000001"]
    assert (papers(freelancer_person), papers(stranger)) == ([], [])
    note = issue_refund_note(refund=refund)
    assert note.facts["total"] == ["Sent back to you", "4,200.00 USD"]
    assert note.facts["note"] == "Both sides cancelled."
    assert note.facts["stated"][0] == ["Receipt", "R-000001"]


def test_each_paper_is_for_the_one_it_is_made_out_to(
    payout, client_person, freelancer_person, stranger, browser_of
):
    recall(payout, 100_000)
    made(Refund.objects.get())
    run_jobs(*JOBS)
    seen = {}
    for person in (client_person, freelancer_person, stranger):
        browser = browser_of(person)
        for document in Document.objects.all():
            answer = browser.get(f"/money/documents/{document.public_id}/")
            seen[str(person), str(document)] = answer.status_code
    mine = {
        "Clara Client": ("R-000001", "B-000001"),
        "Fay Freelancer": ("F-000001", "C-000001"),
    }
    assert {key for key, status in seen.items() if status == 200} == {
        (name, number) for name, numbers in mine.items() for number in numbers
    }
    assert set(seen.values()) == {200, 404}
    about = documents_about(payout.escrow, viewer=freelancer_person)
    assert [str(document) for document in about] == ["F-000001", "C-000001"]
    page = browser_of(freelancer_person).get(f"/money/payouts/{payout.public_id}/")
    assert "C-000001" in page.content.decode()
    page = browser_of(client_person).get("/money/charges/")
    assert "B-000001" in page.content.decode()


def test_statements_name_the_paper_of_each_movement(payout, organisation, freelancer_person):
    recall(payout, 100_000)
    made(Refund.objects.get())
    run_jobs(*JOBS)
    year = datetime.now(UTC).year
    first, after = datetime(year, 1, 1).date(), datetime(year + 1, 1, 1).date()
    found = {}
    for party in (freelancer_person, organisation):
        [part] = statement_parts(party, first, after)
        found |= {(str(party), line.code): line.document for line in part.lines}
    assert found == {
        ("Fay Freelancer", "release"): "F-000001",
        ("Fay Freelancer", "release_recalled"): "C-000001",
        ("Northwind Telecom", "charge_succeeded"): "R-000001",
        ("Northwind Telecom", "release"): "",
        ("Northwind Telecom", "release_recalled"): "",
        ("Northwind Telecom", "refund_decided"): "B-000001",
    }


def test_the_freelancer_is_told_of_the_credit_note(payout):
    recall(payout, 100_000)
    told = notices_of(Event.objects.get(verb="escrow.recalled"))
    assert ["credit note" in notice.text for _, notice in told] == [False, True]


def test_what_went_back_of_a_fee_stays_as_it_is(payout):
    recall(payout, 100_000)
    for deed in ("UPDATE payments_feereturn SET amount = 1", "DELETE FROM payments_feereturn"):
        with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
            connection.cursor().execute(deed)
    assert FeeReturn.objects.get().amount == 8_000


@pytest.mark.parametrize("title", ["#panic()", "*bold* $x$ \\", "]"])
def test_what_people_typed_is_printed_and_never_run(organisation, freelancer_person, title):
    payout = make_payout(organisation, freelancer_person, title=title)
    recall(payout, 100_000)
    made(Refund.objects.get())
    run_jobs(*JOBS)
    assert {print_document(document=paper)[:5] for paper in Document.objects.all()} == {b"%PDF-"}
