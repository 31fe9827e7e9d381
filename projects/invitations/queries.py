"""Invitations to briefs: whom a client has asked, and what a freelancer was asked to."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from projects.briefs.models.briefs import Brief
from projects.briefs.queries.briefs import briefs_for_hirer
from projects.briefs.registry import on_brief_page
from projects.briefs.states import BriefState
from projects.invitations.models import BriefInvitation
from projects.proposals.models.proposals import Proposal
from projects.proposals.states import ProposalState


def briefs_to_invite_to(user: Any, freelancer: Any) -> QuerySet[Brief]:
    """The open briefs that `user` hires for and `freelancer` was not asked to yet."""
    asked = BriefInvitation.objects.filter(brief=OuterRef("pk"), freelancer=freelancer)
    mine = briefs_for_hirer(user).filter(state=BriefState.OPEN)
    return mine.exclude(Exists(asked)).order_by("-published_at", "-id")


def invitations_to(brief: Brief) -> QuerySet[BriefInvitation]:
    """Newest first, each with `has_proposed`."""
    sent = Proposal.objects.filter(brief=brief, freelancer=OuterRef("freelancer"))
    return (
        BriefInvitation.objects.filter(brief=brief)
        .annotate(has_proposed=Exists(sent.exclude(state=ProposalState.DRAFT)))
        .select_related("freelancer__freelancer_profile", "invited_by")
        .order_by("-id")
    )


def open_invitations_of(freelancer: Any) -> QuerySet[BriefInvitation]:
    """To briefs that are open, while nothing was proposed; newest first."""
    sent = Proposal.objects.filter(brief=OuterRef("brief"), freelancer=freelancer)
    return (
        BriefInvitation.objects.filter(freelancer=freelancer, brief__state=BriefState.OPEN)
        .exclude(Exists(sent))
        .select_related("brief__organisation")
        .order_by("-id")
    )


@on_brief_page("invitation")
def invitation_of(user: Any, brief: Brief) -> BriefInvitation | None:
    """The one by which `user` was asked to `brief`."""
    if not user.is_authenticated:
        return None
    return BriefInvitation.objects.filter(brief=brief, freelancer=user).first()
