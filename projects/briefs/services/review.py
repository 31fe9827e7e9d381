"""The moderators' queue before publication: out of it, approved or returned."""

from datetime import datetime

from django.db import transaction

from marketplace.core.data.actors import Actor
from marketplace.core.data.locks import lock
from marketplace.core.staff.reasons import require_staff_reason
from projects.briefs.errors import BriefRevised
from projects.briefs.models.briefs import Brief
from projects.briefs.services.publication import publication_of
from projects.briefs.states import BRIEF


@transaction.atomic
def recall_brief(*, brief: Brief, by: Actor) -> Brief:
    """Take a brief back out of the queue; it is a draft again."""
    BRIEF.move(brief, "recalled", actor=by)
    return brief


def take_from_queue(*, brief: Brief, by: Actor) -> None:
    """Recall a locked brief before it is changed, so that nobody approves what they did not read.

    Does nothing to a brief that is not in the queue; belongs in the acting transaction.
    """
    if brief.is_in_review:
        BRIEF.move(brief, "recalled", actor=by)


@transaction.atomic
def approve_brief(*, brief: Brief, by: Actor, why: str, queued_at: datetime) -> Brief:
    """Publish the brief as it was queued at `queued_at`; tells its organisation."""
    _check(brief, why, queued_at)
    BRIEF.move(brief, "approved", actor=by, why=why, changes=publication_of(brief))
    return brief


@transaction.atomic
def return_brief(*, brief: Brief, by: Actor, why: str, queued_at: datetime) -> Brief:
    """Make it a draft again, with the reason that its organisation reads."""
    _check(brief, why, queued_at)
    BRIEF.move(brief, "returned", actor=by, why=why)
    return brief


def _check(brief: Brief, why: str, queued_at: datetime) -> None:
    """The brief may have been taken back, changed and queued anew meanwhile."""
    require_staff_reason(why)
    lock(brief)
    if brief.is_in_review and brief.queued_at != queued_at:
        raise BriefRevised
