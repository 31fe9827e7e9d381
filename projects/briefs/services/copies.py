"""An ended brief as the beginning of a new one."""

from django.db import transaction

from marketplace.core.data.actors import Actor
from marketplace.core.data.locks import lock
from projects.briefs.errors import BriefNotEnded
from projects.briefs.models.briefs import Brief
from projects.briefs.services.briefs import draft_brief

# What belongs to the one brief alone: who it is, and its life.
OWN = {
    *("id", "public_id", "organisation", "created_by", "state"),
    *("created_at", "saved_at", "queued_at", "published_at", "last_active_at", "warned_at"),
    *("is_first_published", "appealed_at"),
}
# They lie in the past by now.
DATES = {"goal_due", "hard_deadline", "starts_on"}


@transaction.atomic
def copy_brief(*, brief: Brief, by: Actor) -> Brief:
    """Start a draft with the words of an ended brief, without its dates and files."""
    lock(brief)
    if not brief.is_ended:
        raise BriefNotEnded(state=brief.state)
    said = {field.name for field in Brief._meta.concrete_fields} - OWN - DATES
    facts = {name: getattr(brief, name) for name in said}
    return draft_brief(organisation=brief.organisation, by=by, facts=facts)
