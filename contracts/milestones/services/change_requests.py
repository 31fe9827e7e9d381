"""Requesting changes: each request names the acceptance criteria that are not met, and why."""

from collections.abc import Sequence

from django.db import transaction

from contracts.milestones.errors import MilestoneNotInReview
from contracts.milestones.models import Milestone
from contracts.units.errors import ChangeAlreadyAsked
from contracts.units.models.submissions import ChangeRequest, CriterionAnswer, Submission
from contracts.units.models.units import Unit
from contracts.units.services.criteria import Finding, write_findings
from contracts.units.services.locks import lock_unit
from contracts.units.services.reviews import send_back
from contracts.units.states import CHANGE_REQUEST, ChangeRequestState
from marketplace.core.data.actors import Actor, client
from marketplace.core.data.events import record


@transaction.atomic
def request_changes(
    *, milestone: Milestone, findings: Sequence[Finding], by: Actor, note: str = ""
) -> ChangeRequest:
    """Send a submission back; beyond the agreed rounds, ask the freelancer for another one.

    While the freelancer has not answered such a question, the review period runs on.
    """
    unit = milestone.unit
    submission = _lock_in_review(unit)
    milestone.refresh_from_db(fields=["rounds_used", "rounds_allowed"])
    if hasattr(submission, "change_request"):
        raise ChangeAlreadyAsked
    missed = write_findings(submission=submission, findings=findings)
    is_within = milestone.rounds_left > 0
    request = ChangeRequest.objects.create(
        submission=submission,
        note=note,
        state=ChangeRequestState.BINDING if is_within else ChangeRequestState.ASKED,
        requested_by=by.user,
    )
    if is_within:
        _send_back(milestone, request, by)
    else:
        record(
            "change_request.asked",
            subject=request,
            actor=by,
            why=note,
            particulars={"position": unit.position, "criteria": _told(missed)},
        )
    return request


@transaction.atomic
def accept_change_request(*, change_request: ChangeRequest, by: Actor) -> ChangeRequest:
    """Agree to one more round: the submission goes back as the client had asked."""
    unit = change_request.submission.unit
    _lock_in_review(unit)
    CHANGE_REQUEST.move(change_request, "accepted", actor=by)
    milestone = Milestone.objects.get(pk=unit.pk)
    milestone.unit, change_request.submission.unit = unit, unit
    milestone.rounds_allowed += 1
    _send_back(milestone, change_request, client(change_request.requested_by))
    return change_request


@transaction.atomic
def refuse_change_request(
    *, change_request: ChangeRequest, by: Actor, why: str = ""
) -> ChangeRequest:
    """Refuse another round; the client decides on the submission as it is."""
    lock_unit(change_request.submission.unit)
    CHANGE_REQUEST.move(change_request, "refused", actor=by, why=why)
    return change_request


def _lock_in_review(unit: Unit) -> Submission:
    """Lock a unit and find the submission that the client is to decide on."""
    lock_unit(unit)
    if not unit.is_in_review:
        state = unit.get_state_display().lower()
        raise MilestoneNotInReview(position=unit.position, state=state)
    return unit.submissions.latest("round")


def _send_back(milestone: Milestone, request: ChangeRequest, by: Actor) -> None:
    """Use up a round; the row of the milestone is guarded by the lock of its unit."""
    milestone.rounds_used += 1
    milestone.save(update_fields=["rounds_used", "rounds_allowed"])
    told = {"criteria": _told(request.unmet), "round": request.submission.round}
    send_back(milestone.unit, by=by, why=request.note, **told)


def _told(missed: Sequence[CriterionAnswer]) -> list[dict[str, str]]:
    """For the event log: every criterion that is not met, in its words, and why."""
    return [{"text": answer.criterion.text, "reason": answer.reason} for answer in missed]
