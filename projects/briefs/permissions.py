"""Who may do what with briefs: pure predicates of a user and a subject."""

from typing import Any

from accounts.organisations.models.organisations import Membership
from accounts.organisations.permissions import can_hire_for, can_view_organisation
from accounts.profiles.permissions import is_freelancer
from marketplace.core.staff.registry import can_moderate
from projects.briefs.models.attachments import BriefAttachment
from projects.briefs.models.briefs import Brief
from projects.briefs.states import MODERATED, READABLE

HIRING = (Membership.Role.OWNER, Membership.Role.HIRING_MANAGER)


def can_post_brief(user: Any) -> bool:
    """Somebody who hires for at least one organisation."""
    return user.is_authenticated and user.memberships.filter(role__in=HIRING).exists()


def can_view_brief(user: Any, brief: Brief) -> bool:
    if brief.state in READABLE:
        return True
    if brief.state in MODERATED and getattr(user, "is_moderator", False):
        return True
    return can_view_organisation(user, brief.organisation)


def may_hire(role: str | None) -> bool:
    """The same as `can_manage_brief` for whoever has read the viewer's role already."""
    return role in HIRING


def can_manage_brief(user: Any, brief: Brief) -> bool:
    """Edit, publish, pause, reopen, close, and decide on its proposals."""
    return can_hire_for(user, brief.organisation)


def can_download_attachment(user: Any, attachment: BriefAttachment) -> bool:
    return can_list_attachments(user, attachment.brief)


def can_list_attachments(user: Any, brief: Brief) -> bool:
    """Members, moderators, and freelancers who can read the brief; never the public."""
    if not user.is_authenticated or not can_view_brief(user, brief):
        return False
    return (
        user.is_moderator or can_view_organisation(user, brief.organisation) or is_freelancer(user)
    )


def can_remove_attachment(user: Any, attachment: BriefAttachment) -> bool:
    return can_manage_brief(user, attachment.brief)


def can_remove_brief(user: Any, brief: Brief) -> bool:
    """A moderator, but neither of its organisation nor with a proposal to it."""
    if not can_moderate(user) or can_view_organisation(user, brief.organisation):
        return False
    return not brief.proposals.filter(freelancer=user).exists()


def can_review_brief(user: Any, brief: Brief) -> bool:
    """Approve it or return it, before it is published; the same people who could remove it."""
    return can_remove_brief(user, brief)
