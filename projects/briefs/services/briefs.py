"""What a client, and the system, do with a brief."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.organisations.models.organisations import Organisation
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.edit_versions import refuse_passed_version
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from projects.briefs.errors import BriefHasOffer, BriefIncomplete, BriefNotEditable, CurrencyFixed
from projects.briefs.models.briefs import Brief
from projects.briefs.queries.readiness import missing_of_brief
from projects.briefs.queries.review import reasons_for_review
from projects.briefs.registry import column
from projects.briefs.services.publication import publication_of
from projects.briefs.services.review import take_from_queue
from projects.briefs.signals import brief_ended
from projects.briefs.states import BRIEF, LISTED


@transaction.atomic
def draft_brief(*, organisation: Organisation, by: Actor, facts: Mapping[str, Any]) -> Brief:
    """Start a brief of `organisation`; only a title is needed."""
    brief = Brief.objects.create(organisation=organisation, created_by=by.user, **facts)
    record("brief.drafted", subject=brief, actor=by)
    return brief


@transaction.atomic
def save_brief(*, brief: Brief, by: Actor, facts: Mapping[str, Any], seen: str = "") -> Brief:
    """Change what a brief says, and take it out of the moderators' queue if it stands there.

    One that is published must stay complete; writes an event for that one. With `seen`, the
    version that was edited, raises EditedMeanwhile if another one is stored by now.
    """
    lock(brief)
    if not brief.is_editable:
        raise BriefNotEditable(state=brief.state)
    refuse_passed_version(seen, wanted=facts, stored=lambda: brief.written)
    changed = [field for field, value in facts.items() if getattr(brief, field) != value]
    if changed:
        take_from_queue(brief=brief, by=by)
    for field in changed:
        setattr(brief, field, facts[field])
    brief.saved_at = timezone.now()
    if not brief.is_published:
        brief.save(update_fields=[*changed, "saved_at"])
    elif changed:
        _save_published(brief, changed, by)
    return brief


def _save_published(brief: Brief, changed: list[str], by: Actor) -> None:
    if "currency" in changed:
        raise CurrencyFixed
    missing = missing_of_brief(brief)
    if missing:
        raise BriefIncomplete(missing)
    brief.last_active_at = brief.saved_at
    brief.save(update_fields=[*changed, "saved_at", "last_active_at"])
    record("brief.edited", subject=brief, actor=by, particulars={"fields": changed})


@transaction.atomic
def publish_brief(*, brief: Brief, by: Actor) -> Brief:
    """Open a complete draft for proposals, or put it into the moderators' queue first.

    Tells the organisation's other hiring people.
    """
    lock(brief)
    missing = missing_of_brief(brief) if brief.is_draft else []
    if missing:
        raise BriefIncomplete(missing)
    if brief.is_draft and reasons_for_review(brief):
        BRIEF.move(brief, "queued", actor=by, changes={"queued_at": timezone.now()})
        return brief
    BRIEF.move(brief, "published", actor=by, changes=publication_of(brief))
    return brief


@transaction.atomic
def pause_brief(*, brief: Brief, by: Actor) -> Brief:
    """Take an open brief off the list for a while; tells those whose proposals are undecided."""
    BRIEF.move(brief, "paused", actor=by, changes={"last_active_at": timezone.now()})
    return brief


@transaction.atomic
def reopen_brief(*, brief: Brief, by: Actor) -> Brief:
    """List a paused brief again; tells those whose proposals are undecided."""
    BRIEF.move(brief, "reopened", actor=by, changes={"last_active_at": timezone.now()})
    return brief


@transaction.atomic
def close_brief(*, brief: Brief, by: Actor, why: str = "") -> Brief:
    """End a brief for good without a contract; closes its undecided proposals."""
    lock(brief)
    if Brief.objects.filter(column("has_offer"), pk=brief.pk).exists():
        raise BriefHasOffer
    BRIEF.move(brief, "closed", actor=by, why=why)
    brief_ended.send(sender=Brief, brief=brief, why="The client closed the brief.")
    return brief


@transaction.atomic
def fill_brief(*, brief: Brief, by: Actor = SYSTEM) -> Brief:
    """Mark a brief as filled when its contract becomes active; closes the other proposals.

    A brief that has left the list meanwhile stays as it is: the contract does not depend on it.
    """
    lock(brief)
    if brief.state in LISTED:
        BRIEF.move(brief, "filled", actor=by)
        brief_ended.send(sender=Brief, brief=brief, why="The brief was filled.")
    return brief


@transaction.atomic
def discard_brief(*, brief: Brief, by: Actor) -> None:
    """Delete a draft that nobody else has seen, with its files; writes an event."""
    lock(brief)
    if not brief.is_draft:
        raise BriefNotEditable(state=brief.state)
    record("brief.discarded", subject=brief, actor=by, particulars={"title": brief.title})
    brief.delete()
