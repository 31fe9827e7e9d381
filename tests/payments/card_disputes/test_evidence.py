"""Evidence: assembled from the contract, sent once by a moderator, crash-safe."""

from datetime import timedelta

import pytest
from django.utils import timezone

from contracts.milestones.models import Milestone
from contracts.units.services.funding import open_funding
from contracts.units.services.reviews import approve_unit
from marketplace.core.data.actors import client, moderator
from marketplace.core.data.models import Event
from payments.card_disputes.errors import NotAnswerable
from payments.card_disputes.evidence import evidence_about
from payments.card_disputes.models import CardDispute, CardDisputeEvidence
from payments.card_disputes.services.evidence import give_evidence
from payments.card_disputes.services.evidence_documents import (
    MOST_BYTES,
    MOST_PAGES,
    print_evidence,
)
from payments.card_disputes.services.reminders import remind_of_card_disputes
from payments.operations.models import Operation
from payments.operations.services.kinds import sweep_operations
from tests.factories.contracts import deliver, fresh, make_active, make_agreed, send_back
from tests.factories.payments import make_dispute, make_held_escrow
from tests.jobs import run_jobs
from tests.payments.charges.test_races import at_once
from tests.payments.flows import fund
from tests.payments.sandbox_disputes import books_agree, dispute, figures, look

pytestmark = [pytest.mark.django_db]

WHY = "Everything was delivered."


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def disputed(sandbox, organisation, client_person, freelancer_person, payer_browser) -> CardDispute:
    """A milestone paid through the sandbox and delivered, whose payment is disputed."""
    contract = make_agreed(organisation, client_person, freelancer_person)
    unit = contract.units.get(position=1)
    escrow = open_funding(unit=unit, by=client(client_person))
    fund(escrow, client_person, payer_browser)
    deliver(fresh(unit))
    return dispute(sandbox, escrow)


def give(dispute: CardDispute, note: str = "Delivered. winning_evidence") -> CardDisputeEvidence:
    found = CardDispute.objects.get(pk=dispute.pk)
    return give_evidence(dispute=found, note=note, by=moderator(None), why=WHY)


def test_it_says_what_was_agreed_signed_delivered_and_asked_for(
    organisation, client_person, freelancer_person
):
    contract = make_active(organisation, client_person, freelancer_person)
    unit = contract.units.get(position=1)
    submission = deliver(unit, note="First try.")
    criterion = unit.criteria.first()
    by = client(client_person)
    send_back(fresh(unit), by)
    deliver(fresh(unit), note="With column 4.")
    approve_unit(unit=fresh(unit), by=by)
    [testimony] = evidence_about(fresh(unit).held_in)
    assert [section.title for section in testimony.sections] == [
        "What both sides agreed and signed", "The work that was paid for",
        "Delivered: round 1", "Delivered: round 2", "What happened, by our append-only log",
        "Full text of the signed terms",
    ]  # fmt: skip
    said = str(testimony)
    signatures = list(contract.terms.signatures.values_list("name", flat=True))
    for words in (
        contract.terms.sha256, *signatures, criterion.text, "First try.", "Column 4.",
        submission.files.get().sha256, "milestone approved",
    ):  # fmt: skip
        assert words in said
    assert set(testimony.answers) >= {"product_description", "service_date"}


def test_the_document_fits_the_limits_of_banks_and_says_what_was_left_out(
    organisation, client_person, freelancer_person
):
    contract = make_active(organisation, client_person, freelancer_person)
    unit = contract.units.get(position=1)
    lost = make_dispute(unit.held_in)
    short = print_evidence(dispute=lost, note="In short.")
    assert (short.body[:5], short.left_out) == (b"%PDF-", ())
    deliver(unit, note="A long line of findings. " * 190)
    Milestone.objects.update(deliverables="Every table, described at length.\n" * 1_500)
    long = print_evidence(dispute=lost)
    assert long.left_out == ("Full text of the signed terms",)
    assert (long.pages <= MOST_PAGES, len(long.body) <= MOST_BYTES) == (True, True)


def test_what_people_wrote_is_never_markup():
    escrow = make_held_escrow(title="#panic(1) $x$ [*] \\ <b>")
    note = '#include "/etc/passwd" @ref ~ _a_'
    document = print_evidence(dispute=make_dispute(escrow), note=note)
    assert document.pages == 1


def test_one_act_uploads_and_submits_and_the_bank_decides(sandbox, disputed):
    evidence = give(disputed)
    run_jobs("payments.perform_operation")
    evidence.refresh_from_db()
    seen = sandbox.client().v1.disputes.retrieve(disputed.processor_id)
    file = sandbox.client().v1.files.retrieve(evidence.processor_file_id)
    assert (file.purpose, file.type, file.size) == ("dispute_evidence", "pdf", evidence.size)
    assert seen.evidence.service_documentation == file.id
    assert seen.evidence.customer_name == "Northwind Telecom"
    assert evidence.submitted_at is not None
    won = look(disputed.processor_id)
    assert (won.state, figures(won.escrow)) == ("won", ("held", 0, 0))
    given = Event.objects.get(verb="card_dispute.evidence_given")
    assert (given.why, given.particulars["sha256"]) == (WHY, evidence.sha256)
    assert books_agree()


def test_losing_words_lose_and_other_words_wait(sandbox, disputed):
    give(disputed, note="Delivered.")
    run_jobs("payments.perform_operation")
    disputed.refresh_from_db()
    assert disputed.state == "under_review"
    with pytest.raises(NotAnswerable):
        give(disputed)
    assert CardDisputeEvidence.objects.count() == 1


@pytest.mark.parametrize("path", ["/v1/files", "/v1/disputes/*"])
def test_a_lost_answer_is_asked_for_again_and_nothing_is_sent_twice(sandbox, disputed, path):
    sandbox.control("faults", kind="drop_answer_once", path=path, method="POST")
    evidence = give(disputed, note="Delivered.")
    run_jobs("payments.perform_operation")
    for operation in Operation.objects.exclude(state="succeeded"):
        type(operation).objects.filter(pk=operation.pk).update(next_try_at=timezone.now())
    sweep_operations()
    run_jobs("payments.perform_operation")
    evidence.refresh_from_db()
    assert evidence.submitted_at is not None
    assert len(sandbox.client().v1.files.list({}).data) == 1
    details = sandbox.client().v1.disputes.retrieve(disputed.processor_id).evidence_details
    assert details.submission_count == 1


def test_what_the_processor_refuses_can_be_tried_again(sandbox, disputed):
    sandbox.control("faults", kind="fail_once", path="/v1/files", status=400, message="Not now.")
    first = give(disputed)
    run_jobs("payments.perform_operation")
    first.refresh_from_db()
    assert "Not now." in first.problem
    give(disputed)
    run_jobs("payments.perform_operation")
    assert look(disputed.processor_id).state == "won"


@pytest.mark.django_db(transaction=True)
def test_two_moderators_at_once_send_it_once():
    opened = make_dispute(make_held_escrow())
    results = at_once(*[lambda: give(opened)] * 2)
    assert sorted(type(result).__name__ for result in results) == [
        "CardDisputeEvidence", "EvidenceUnderWay",
    ]  # fmt: skip
    assert CardDisputeEvidence.objects.count() == 1


def test_an_inquiry_is_answered_once_and_its_dispute_once_more(sandbox, disputed):
    inquiry = dispute(sandbox, disputed.escrow, amount=1_000, inquiry=True)
    give(inquiry, note="escalate_inquiry_evidence")
    run_jobs("payments.perform_operation")
    assert look(inquiry.processor_id).state == "needs_response"
    give(inquiry, note="winning_evidence")
    run_jobs("payments.perform_operation")
    assert look(inquiry.processor_id).state == "won"


def test_staff_are_reminded_three_days_before_and_one_day_before(time_machine, moderator):
    opened = make_dispute(make_held_escrow())
    told = []
    for days in (5.5, 2.5, 2.4, 0.9, 0.5):
        time_machine.move_to(opened.evidence_due_at - timedelta(days=days))
        told.append(remind_of_card_disputes())
    assert told == [0, 1, 0, 1, 0]
