"""Requesting changes: each request names the acceptance criteria that are not met, and why."""

from collections.abc import Sequence

from django.db import transaction

from contracts.milestones.models import Milestone
from contracts.units.errors import ChangeAlreadyAsked, MilestoneNotInReview
from contracts.units.models.submissions import ChangeRequest, CriterionAnswer, Submission
from contracts.units.services.criteria import Finding, write_findings
from contracts.units.services.locks import lock_milestone
from contracts.units.states import CHANGE_REQUEST, MILESTONE, ChangeRequestState
from marketplace.core.data.actors import Actor, client
from marketplace.core.data.events import record
from payments.escrows.services.reviews import end_review


@transaction.atomic
def request_changes(
    *, milestone: Milestone, findings: Sequence[Finding], by: Actor, note: str = ""
) -> ChangeRequest:
    """Send a submission back; beyond the agreed rounds, ask the freelancer for another one.

    While the freelancer has not answered such a question, the review period runs on.
    """
    lock_milestone(milestone)
    submission = _in_review(milestone)
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
            particulars={"position": milestone.position, "criteria": _told(missed)},
        )
    return request


@transaction.atomic
def accept_change_request(*, change_request: ChangeRequest, by: Actor) -> ChangeRequest:
    """Agree to one more round: the submission goes back as the client had asked."""
    milestone = change_request.submission.milestone
    lock_milestone(milestone)
    _in_review(milestone)
    CHANGE_REQUEST.move(change_request, "accepted", actor=by)
    milestone.rounds_allowed += 1
    milestone.save(update_fields=["rounds_allowed"])
    _send_back(milestone, change_request, client(change_request.requested_by))
    return change_request


@transaction.atomic
def refuse_change_request(
    *, change_request: ChangeRequest, by: Actor, why: str = ""
) -> ChangeRequest:
    """Refuse another round; the client decides on the submission as it is."""
    lock_milestone(change_request.submission.milestone)
    CHANGE_REQUEST.move(change_request, "refused", actor=by, why=why)
    return change_request


def _in_review(milestone: Milestone) -> Submission:
    """The submission that a locked milestone's client is to decide on."""
    if not milestone.is_in_review:
        raise MilestoneNotInReview(
            position=milestone.position, state=milestone.get_state_display().lower()
        )
    return milestone.submissions.latest("round")


def _send_back(milestone: Milestone, request: ChangeRequest, by: Actor) -> None:
    MILESTONE.move(
        milestone,
        "returned",
        actor=by,
        why=request.note,
        changes={"rounds_used": milestone.rounds_used + 1, "review_ends_at": None},
        particulars={
            "position": milestone.position,
            "criteria": _told(request.unmet),
            "round": request.submission.round,
        },
    )
    end_review(escrow=milestone.held_in, by=by, why="Changes were requested")


def _told(missed: Sequence[CriterionAnswer]) -> list[dict[str, str]]:
    """For the event log: every criterion that is not met, in its words, and why."""
    return [{"text": answer.criterion.text, "reason": answer.reason} for answer in missed]
