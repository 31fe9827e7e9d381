"""Bodies of the calls about card disputes, frozen into operations."""

from typing import Any

from payments.card_disputes.models import CardDispute, CardDisputeEvidence
from payments.escrows.requests import marks_of


def evidence_file(evidence: CardDisputeEvidence, operation: str) -> dict[str, Any]:
    """What is uploaded; the document itself is kept beside the row and never changes."""
    return {"purpose": "dispute_evidence", "name": evidence.name, "sha256": evidence.sha256}


def evidence(evidence: CardDisputeEvidence, operation: str) -> dict[str, Any]:
    """Sent for good. `dispute` belongs to the address; the rest is the body."""
    dispute = evidence.dispute
    document = {"service_documentation": evidence.processor_file_id}
    return {
        "dispute": dispute.processor_id,
        "evidence": evidence.fields | document,
        "submit": True,
        "metadata": marks_of(operation, dispute.escrow) | {"card_dispute": str(dispute.public_id)},
    }


def acceptance(dispute: CardDispute) -> dict[str, Any]:
    """`dispute` belongs to the address; there is no body."""
    return {"dispute": dispute.processor_id}
