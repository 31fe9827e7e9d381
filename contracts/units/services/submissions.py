"""Delivering a milestone: a note, an answer to each criterion and files, in rounds."""

from collections.abc import Sequence
from datetime import timedelta

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from contracts.agreements.errors import ContractNotRunning
from contracts.agreements.states import ContractState
from contracts.milestones.models import Milestone
from contracts.units.models.submissions import Submission, SubmissionFile
from contracts.units.services.criteria import Claim, write_claims
from contracts.units.services.locks import lock_milestone
from contracts.units.states import MILESTONE
from marketplace.core.data.actors import Actor
from marketplace.core.web.files import file_fields
from payments.escrows.services.reviews import begin_review

DELIVERING = (ContractState.ACTIVE, ContractState.ENDING)


@transaction.atomic
def submit_milestone(
    *,
    milestone: Milestone,
    by: Actor,
    note: str,
    files: Sequence[UploadedFile] = (),
    claims: Sequence[Claim] = (),
) -> Submission:
    """Hand in the deliverables; the client's review period begins. `files` are checked ones."""
    lock_milestone(milestone)
    contract = milestone.contract
    if contract.state not in DELIVERING:
        raise ContractNotRunning(state=contract.get_state_display(), act="delivering")
    now = timezone.now()
    review_ends_at = now + timedelta(days=contract.review_days)
    number = milestone.submissions.count() + 1
    MILESTONE.move(
        milestone,
        "submitted",
        actor=by,
        changes={"submitted_at": now, "review_ends_at": review_ends_at},
        particulars={
            "position": milestone.position,
            "round": number,
            "amount": milestone.outstanding.minor,
            "files": [file.name for file in files],
        },
    )
    submission = Submission.objects.create(
        milestone=milestone,
        round=number,
        note=note,
        submitted_by=by.user,
        submitted_at=now,
        review_ends_at=review_ends_at,
    )
    write_claims(submission=submission, claims=claims)
    begin_review(escrow=milestone.held_in, by=by)
    for upload in files:
        SubmissionFile.objects.create(submission=submission, **file_fields(upload))
    return submission
