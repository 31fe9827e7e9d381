"""A moderator's acts on briefs, each with a reason that the client reads."""

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import CLIENT, Actor
from marketplace.core.data.errors import ActorNotAllowed
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from marketplace.core.staff.reasons import require_staff_reason
from marketplace.core.web.reasons import require_reason
from projects.briefs.errors import NothingToAppeal
from projects.briefs.models.briefs import Brief
from projects.briefs.states import BRIEF, BriefState


@transaction.atomic
def remove_brief(*, brief: Brief, by: Actor, why: str) -> Brief:
    """Take a brief away from everyone but its organisation; its proposals stay as they are."""
    require_staff_reason(why)
    BRIEF.move(brief, "removed", actor=by, why=why, changes={"appealed_at": None})
    return brief


@transaction.atomic
def restore_brief(*, brief: Brief, by: Actor, why: str) -> Brief:
    """Open a removed brief again after an appeal."""
    require_staff_reason(why)
    BRIEF.move(brief, "restored", actor=by, why=why, changes={"last_active_at": timezone.now()})
    return brief


@transaction.atomic
def appeal_removal(*, brief: Brief, by: Actor, why: str) -> Brief:
    """Ask the moderators to look at a removal again, once for each; writes an event."""
    require_reason(why)
    if by.role != CLIENT:
        raise ActorNotAllowed(role=by.role, noun="removal", verb="appealed")
    lock(brief)
    if brief.state != BriefState.REMOVED or brief.appealed_at:
        raise NothingToAppeal
    brief.appealed_at = timezone.now()
    brief.save(update_fields=["appealed_at"])
    record("brief.appealed", subject=brief, actor=by, why=why)
    return brief
