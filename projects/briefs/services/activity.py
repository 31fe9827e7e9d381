"""A brief on which nothing happens for 30 days expires; what counts as happening is here."""

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from projects.briefs.errors import BriefNotEditable
from projects.briefs.models.briefs import Brief
from projects.briefs.queries.deadlines import is_due_for_warning, is_due_to_expire
from projects.briefs.signals import brief_ended
from projects.briefs.states import BRIEF, LISTED


def touch_brief(*, brief: Brief) -> None:
    """Something happened on a brief, so it is not idle; belongs in the acting transaction."""
    brief.last_active_at = timezone.now()
    brief.save(update_fields=["last_active_at"])


@transaction.atomic
def keep_brief_open(*, brief: Brief, by: Actor) -> Brief:
    """Answer the warning of an idle brief: its 30 days start again; writes an event."""
    lock(brief)
    if brief.state not in LISTED:
        raise BriefNotEditable(state=brief.state)
    touch_brief(brief=brief)
    record("brief.kept", subject=brief, actor=by)
    return brief


@transaction.atomic
def warn_idle_brief(*, brief: Brief) -> Brief:
    """Tell the client, once per idle spell, that a brief expires in five days."""
    lock(brief)
    if is_due_for_warning(brief):
        brief.warned_at = timezone.now()
        brief.save(update_fields=["warned_at"])
        record("brief.warned", subject=brief, actor=SYSTEM)
    return brief


@transaction.atomic
def expire_brief(*, brief: Brief) -> Brief:
    """Expire a brief that was idle for 30 days and warned five days ago; closes its proposals."""
    lock(brief)
    if is_due_to_expire(brief):
        BRIEF.move(brief, "expired", actor=SYSTEM)
        brief_ended.send(sender=Brief, brief=brief, why="The brief expired.")
    return brief
