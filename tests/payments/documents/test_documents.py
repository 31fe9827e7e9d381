"""Numbered papers: no number is lost or doubled, and what is issued never changes."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, connections, transaction

from payments.charges.models import Charge
from payments.charges.states import ChargeState
from payments.documents import tasks
from payments.documents.errors import ChargeNotPaid
from payments.documents.models.documents import Document, DocumentSeries
from payments.documents.services.documents import (
    issue_fee_invoice,
    issue_payout_statement,
    issue_receipt,
    print_document,
)
from tests.factories.payments import make_charge, make_escrow, make_held_escrow, make_payout
from tests.jobs import run_jobs

pytestmark = [pytest.mark.django_db]


def receipt_of(escrow) -> Document:
    return issue_receipt(charge=Charge.objects.get(escrow=escrow))


def test_numbers_have_no_gaps_and_a_repeated_issue_gives_none():
    escrows = [make_held_escrow() for _ in range(3)]
    issued = [str(receipt_of(escrow)) for escrow in (*escrows, *escrows)]
    assert issued == ["R-000001", "R-000002", "R-000003"] * 2
    assert DocumentSeries.objects.get(kind="receipt").last_number == 3


def test_a_number_of_a_transaction_that_fails_is_given_again():
    first, second = make_held_escrow(), make_held_escrow()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        receipt_of(first)
        raise ZeroDivisionError
    assert Document.objects.count() == 0
    assert str(receipt_of(second)) == "R-000001"


@pytest.mark.django_db(transaction=True)
def test_ten_at_once_get_ten_numbers():
    charges = [Charge.objects.get(escrow=make_held_escrow()) for _ in range(10)]

    def issue(charge):
        try:
            return issue_receipt(charge=charge).number
        finally:
            connections.close_all()

    with ThreadPoolExecutor(5) as pool:
        numbers = list(pool.map(issue, charges * 2))
    assert sorted(set(numbers)) == list(range(1, 11))
    assert Document.objects.count() == 10


def test_money_that_moves_is_followed_by_its_papers():
    payout = make_payout()
    run_jobs("payments.issue_receipt", "payments.issue_payout_documents")
    kinds = Document.objects.order_by("id").values_list("kind", flat=True)
    assert (list(kinds), payout.documents.get().kind) == (["receipt", "fee_invoice"], "fee_invoice")


def test_a_payment_that_did_not_arrive_or_went_back_has_no_receipt():
    charge = make_charge(make_escrow())
    for state in set(ChargeState) - {ChargeState.SUCCEEDED}:
        Charge.objects.update(state=state)
        with pytest.raises(ChargeNotPaid, match=f"is “{state.label.lower()}”"):
            tasks.issue_receipt(charge_id=charge.pk)
    assert (Document.objects.count(), DocumentSeries.objects.count()) == (0, 0)


def test_a_release_without_a_fee_has_no_invoice():
    payout = make_payout()
    payout.fee = 0
    assert issue_fee_invoice(payout=payout) is None
    assert not DocumentSeries.objects.filter(kind="fee_invoice").exists()


def test_a_payout_of_which_a_part_was_kept_says_so_and_what_was_sent():
    payout = make_payout()
    payout.withheld = 100_000
    facts = issue_payout_statement(payout=payout).facts
    assert [line[1] for line in facts["lines"]] == [
        "4,200.00 USD",
        "-336.00 USD",
        "-1,000.00 USD",
    ]
    assert facts["total"] == ["Sent to you", "2,864.00 USD"]


def test_the_receipt_of_a_bonus_does_not_say_that_it_is_held():
    work = make_payout().escrow
    bonus = make_held_escrow(work.payer, work.payee)
    bonus.bonus_for = work
    bonus.save()
    assert receipt_of(bonus).facts["note"].startswith("A bonus: it went on to the freelancer")
    assert receipt_of(work).facts["note"].startswith("Held for this work until it is approved")


def test_what_is_issued_stays_as_it_is():
    document = receipt_of(make_held_escrow())
    before = list(Document.objects.values_list())
    for deed in ("UPDATE payments_document SET number = 7", "DELETE FROM payments_document"):
        refusal = pytest.raises(DatabaseError, match="Cannot update or delete")
        with refusal, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(deed)
    assert list(Document.objects.values_list()) == before
    assert document.facts["total"] == ["Paid", "4,200.00 USD"]


@pytest.mark.parametrize("title", ["#panic()", "*bold* $x$ \\", 'a "b" </x> 日本', "]"])
def test_what_people_typed_is_printed_and_never_run(title):
    payout = make_payout(title=title)
    papers = [receipt_of(payout.escrow), issue_fee_invoice(payout=payout)]
    papers.append(issue_payout_statement(payout=payout))
    assert [print_document(document=paper)[:5] for paper in papers] == [b"%PDF-"] * 3
    assert papers[2].facts["lines"][0][0].startswith(f"{title}, released by")
