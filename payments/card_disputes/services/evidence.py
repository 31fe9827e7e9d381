"""Evidence to the bank in one act: set, kept, uploaded, and submitted for good.

Two calls: the file first, which does no harm twice, then the answer that names it. A worker
that dies between them goes on with the second.
"""

from collections.abc import Callable
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.events import record
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.locks import lock
from marketplace.core.staff.reasons import require_staff_reason
from marketplace.core.web.files import file_fields
from payments.card_disputes import requests
from payments.card_disputes.errors import EvidenceUnderWay, NotAnswerable
from payments.card_disputes.models import CardDispute, CardDisputeEvidence
from payments.card_disputes.queries import is_answerable
from payments.card_disputes.services.disputes import take_over_dispute
from payments.card_disputes.services.evidence_documents import answers_about, print_evidence
from payments.card_disputes.services.locks import lock_dispute
from payments.card_disputes.states import CARD_DISPUTE, CardDisputeState
from payments.operations.models import Operation
from payments.operations.services.kinds import register_kind
from payments.operations.services.operations import OperationKind, prepare_operation
from payments.stripe.gateway import Gateway
from payments.stripe.objects import SeenDispute


def give_evidence(*, dispute: CardDispute, note: str, by: Actor, why: str) -> CardDisputeEvidence:
    """Staff: assemble the evidence as it is now and send it to the bank, which reads it once.

    Side effects: a kept file, an event, jobs. Raises NotAnswerable, EvidenceUnderWay,
    EvidenceTooLarge or ReasonTooShort.
    """
    require_staff_reason(why)
    document = print_evidence(dispute=dispute, note=note)
    answers = answers_about(dispute, note)
    with transaction.atomic():
        lock_dispute(dispute)
        refuse_unanswerable(dispute)
        upload = ContentFile(document.body, name=f"evidence-{dispute.processor_id}.pdf")
        evidence = CardDisputeEvidence.objects.create(
            dispute=dispute,
            note=note,
            fields=answers,
            given_by=by.user,
            **file_fields(upload),  # type: ignore[arg-type]
        )
        told = {"sha256": evidence.sha256, "pages": document.pages}
        record("card_dispute.evidence_given", subject=dispute, actor=by, why=why, particulars=told)
        _start(UPLOAD_EVIDENCE, evidence, requests.evidence_file)
    return evidence


def refuse_unanswerable(dispute: CardDispute) -> None:
    """Raise NotAnswerable, or EvidenceUnderWay; evidence is given once for each question."""
    if dispute.evidence.filter(submitted_at=None, problem="").exists():
        raise EvidenceUnderWay()
    if not is_answerable(dispute):
        raise NotAnswerable(state=dispute.get_state_display().lower())


def _start(
    kind: OperationKind,
    evidence: CardDisputeEvidence,
    request: Callable[[CardDisputeEvidence, str], dict[str, Any]],
) -> None:
    operation = prepare_operation(
        kind, subject=evidence, request=lambda operation_id: request(evidence, operation_id)
    )
    enqueue("payments.perform_operation", operation_id=operation.pk)


def _lock(operation: Operation) -> CardDisputeEvidence:
    evidence: CardDisputeEvidence = operation.subject
    lock_dispute(evidence.dispute)
    lock(evidence)
    return evidence


def _upload(gateway: Gateway, operation: Operation) -> str:
    evidence: CardDisputeEvidence = operation.subject
    with evidence.file.open("rb") as kept:
        return gateway.upload_evidence(evidence.name, kept.read(), operation.idempotency_key)


def _uploaded(evidence: CardDisputeEvidence, operation: Operation, file_id: str) -> None:
    evidence.processor_file_id = file_id
    evidence.save(update_fields=["processor_file_id"])
    _start(SUBMIT_EVIDENCE, evidence, requests.evidence)


def _submit(gateway: Gateway, operation: Operation) -> SeenDispute:
    return gateway.submit_evidence(operation.parameters, operation.idempotency_key)


def _find(gateway: Gateway, operation: Operation) -> SeenDispute | None:
    return gateway.find_submission(operation.parameters, str(operation.public_id))


def _submitted(evidence: CardDisputeEvidence, operation: Operation, seen: SeenDispute) -> None:
    evidence.submitted_at = timezone.now()
    evidence.save(update_fields=["submitted_at"])
    dispute = evidence.dispute
    if dispute.state == CardDisputeState.INQUIRY:
        CARD_DISPUTE.move(dispute, "answered", actor=SYSTEM)
    take_over_dispute(dispute.charge, seen)


def _refused(evidence: CardDisputeEvidence, operation: Operation, sentence: str) -> None:
    """The bank has nothing from us: a moderator may try again until the deadline."""
    evidence.problem = sentence
    evidence.save(update_fields=["problem"])
    dispute = evidence.dispute
    record("card_dispute.evidence_refused", subject=dispute, actor=SYSTEM, why=sentence)


UPLOAD_EVIDENCE = register_kind(
    OperationKind(
        name="upload_evidence", call=_upload, lock=_lock, succeed=_uploaded, fail=_refused
    )
)
SUBMIT_EVIDENCE = register_kind(
    OperationKind(
        name="submit_evidence",
        call=_submit,
        lock=_lock,
        succeed=_submitted,
        fail=_refused,
        find=_find,
    )
)
