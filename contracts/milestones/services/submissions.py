"""Delivering a milestone, in rounds."""

from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from contracts.milestones.models import Milestone
from contracts.units.models.submissions import Submission
from contracts.units.services.criteria import Claim
from contracts.units.services.locks import lock_unit
from contracts.units.services.reviews import refuse_undeliverable, submit
from contracts.units.services.submissions import write_submission
from marketplace.core.data.actors import Actor


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
    unit = milestone.unit
    lock_unit(unit)
    refuse_undeliverable(unit.contract)
    number = unit.submissions.count() + 1
    submit(unit, by=by, round=number, files=[file.name for file in files])
    return write_submission(unit, number=number, by=by, note=note, files=files, claims=claims)
