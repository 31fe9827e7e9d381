"""Reviewing a trial: it is closed with written feedback, or sent back once."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from contracts.trials.cycle import ROUNDS
from contracts.trials.errors import (
    FeedbackGiven,
    FeedbackNeeded,
    NoRoundLeft,
    TrialNotInReview,
    TrialNotOver,
)
from contracts.trials.models import Trial
from contracts.units.models.submissions import ChangeRequest
from contracts.units.services.criteria import Finding, write_findings
from contracts.units.services.locks import lock_unit
from contracts.units.services.moves import record_of_unit
from contracts.units.services.reviews import approve_unit, send_back
from contracts.units.states import ChangeRequestState
from marketplace.core.data.actors import Actor


@transaction.atomic
def approve_trial(*, trial: Trial, by: Actor, feedback: str) -> Trial:
    """Accept what was delivered and release its money; the freelancer reads the feedback."""
    unit = trial.unit
    lock_unit(unit)
    _require(feedback)
    approve_unit(unit=unit, by=by, note=feedback.strip(), is_locked=True)
    _write(trial, feedback, by)
    return trial


@transaction.atomic
def give_feedback(*, trial: Trial, by: Actor, feedback: str) -> Trial:
    """Close a trial that ended without the client's words; the freelancer reads them."""
    unit = trial.unit
    lock_unit(unit)
    trial.refresh_from_db(fields=["feedback"])
    if not unit.is_settled:
        raise TrialNotOver(state=unit.get_state_display().lower())
    if trial.feedback:
        raise FeedbackGiven
    _require(feedback)
    _write(trial, feedback, by)
    record_of_unit(unit, "feedback_given", by=by, feedback=trial.feedback)
    return trial


@transaction.atomic
def request_changes(
    *, trial: Trial, findings: Sequence[Finding], by: Actor, note: str = ""
) -> ChangeRequest:
    """Send a submission back, once, and say which criteria it misses."""
    unit = trial.unit
    lock_unit(unit)
    if not unit.is_in_review:
        raise TrialNotInReview(state=unit.get_state_display().lower())
    submission = unit.submissions.latest("round")
    if submission.round > ROUNDS:
        raise NoRoundLeft
    missed = write_findings(submission=submission, findings=findings)
    request = ChangeRequest.objects.create(
        submission=submission, note=note, state=ChangeRequestState.BINDING, requested_by=by.user
    )
    criteria = [{"text": row.criterion.text, "reason": row.reason} for row in missed]
    send_back(unit, by=by, why=note, criteria=criteria, round=submission.round)
    return request


def _require(feedback: str) -> None:
    if not feedback.strip():
        raise FeedbackNeeded


def _write(trial: Trial, feedback: str, by: Actor) -> None:
    """The row of the trial is guarded by the lock of its unit."""
    trial.feedback, trial.feedback_by = feedback.strip(), by.user
    trial.feedback_at = timezone.now()
    trial.save(update_fields=["feedback", "feedback_by", "feedback_at"])
