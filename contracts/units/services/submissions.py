"""What is handed in for a unit: a note, an answer to each criterion and files, in rounds."""

from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile

from contracts.units.models.submissions import Submission, SubmissionFile
from contracts.units.models.units import Unit
from contracts.units.services.criteria import Claim, write_claims
from marketplace.core.data.actors import Actor
from marketplace.core.web.files import file_fields


def write_submission(
    unit: Unit,
    *,
    number: int,
    by: Actor,
    note: str,
    files: Sequence[UploadedFile],
    claims: Sequence[Claim],
) -> Submission:
    """Write down round `number` of a locked unit that was just submitted; `files` are checked."""
    assert unit.submitted_at is not None  # it was just submitted
    assert unit.review_ends_at is not None
    submission = Submission.objects.create(
        unit=unit,
        round=number,
        note=note,
        submitted_by=by.user,
        submitted_at=unit.submitted_at,
        review_ends_at=unit.review_ends_at,
    )
    write_claims(submission=submission, claims=claims)
    for upload in files:
        SubmissionFile.objects.create(submission=submission, **file_fields(upload))
    return submission
