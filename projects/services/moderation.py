"""A moderator's acts on briefs, each with a reason that the client reads."""

from django.db import transaction
from django.utils import timezone

from marketplace.core.actors import Actor
from projects.errors import ReasonNeeded
from projects.models import Brief
from projects.states import BRIEF


@transaction.atomic
def remove_brief(*, brief: Brief, by: Actor, why: str) -> Brief:
    """Take a brief away from everyone but its organisation; its proposals stay as they are."""
    if not why.strip():
        raise ReasonNeeded
    BRIEF.move(brief, "removed", actor=by, why=why)
    return brief


@transaction.atomic
def restore_brief(*, brief: Brief, by: Actor, why: str) -> Brief:
    """Open a removed brief again after an appeal."""
    if not why.strip():
        raise ReasonNeeded
    BRIEF.move(brief, "restored", actor=by, why=why, changes={"last_active_at": timezone.now()})
    return brief
