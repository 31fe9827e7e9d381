"""Delivering a trial: the result, the questions that were asked, and what would come next."""

from collections.abc import Sequence

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from contracts.trials.models import Trial, TrialReport
from contracts.units.models.submissions import Submission
from contracts.units.services.criteria import Claim
from contracts.units.services.locks import lock_unit
from contracts.units.services.reviews import refuse_undeliverable, submit
from contracts.units.services.submissions import write_submission
from marketplace.core.data.actors import Actor


@transaction.atomic
def submit_trial(
    *,
    trial: Trial,
    by: Actor,
    note: str,
    next_steps: str,
    questions: str,
    files: Sequence[UploadedFile] = (),
    claims: Sequence[Claim] = (),
) -> Submission:
    """Hand in the result; the client's review of three days begins. `files` are checked ones."""
    unit = trial.unit
    lock_unit(unit)
    refuse_undeliverable(unit.contract)
    number = unit.submissions.count() + 1
    submit(unit, by=by, round=number, files=[file.name for file in files])
    submission = write_submission(unit, number=number, by=by, note=note, files=files, claims=claims)
    TrialReport.objects.create(submission=submission, next_steps=next_steps, questions=questions)
    return submission
