"""Reads of proposals, each scoped to who looks."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from accounts.organisations.models.organisations import Membership
from marketplace.core.data.arrays import AnyOf
from projects.briefs.models.briefs import Brief
from projects.briefs.registry import on_brief_page
from projects.proposals.models.proposals import Proposal
from projects.proposals.models.versions import ProposalVersion
from projects.proposals.queries.deadlines import CAN_DECIDE
from projects.proposals.states import LIVE, UNDECIDED, ProposalState


def proposals_of(user: Any) -> QuerySet[Proposal]:
    """A freelancer's own proposals with their briefs, drafts included, newest first.

    `client_can_decide`: whether anybody of the client may answer; else nothing expires. One's own
    are found first: of many, Postgres would read everybody's from the newest on.
    """
    if not user.is_authenticated:
        return Proposal.objects.none()
    own = Proposal.objects.filter(freelancer=user)
    return (
        Proposal.objects.filter(AnyOf("pk", own.values("pk")))
        .annotate(client_can_decide=CAN_DECIDE)
        .select_related("brief__organisation", "current", "freelancer")
        .order_by("-id")
    )


def proposals_to(user: Any) -> QuerySet[Proposal]:
    """Sent proposals to the briefs of the organisations that `user` belongs to, newest first."""
    if not user.is_authenticated:
        return Proposal.objects.none()
    theirs = Brief.objects.filter(
        AnyOf("organisation", Membership.objects.filter(user=user).values("organisation"))
    )
    return (
        Proposal.objects.filter(AnyOf("brief", theirs.values("pk")))
        .exclude(state=ProposalState.DRAFT)
        .select_related(
            "brief__organisation", "current", "freelancer", "freelancer__freelancer_profile"
        )
        .order_by("-id")
    )


def proposals_visible_to(user: Any) -> QuerySet[Proposal]:
    """A freelancer's own, and those sent to the viewer's organisations, with `viewer_role`."""
    if not user.is_authenticated:
        return Proposal.objects.none()
    seat = Membership.objects.filter(user=user, organisation=OuterRef("brief__organisation"))
    sent_to_me = Q(viewer_role__isnull=False) & ~Q(state=ProposalState.DRAFT)
    return (
        Proposal.objects.annotate(
            viewer_role=Subquery(seat.values("role")[:1]), client_can_decide=CAN_DECIDE
        )
        .filter(Q(freelancer=user) | sent_to_me)
        .select_related(
            "brief__organisation", "current", "freelancer", "freelancer__freelancer_profile"
        )
    )


def proposals_for(brief: Brief) -> QuerySet[Proposal]:
    """Every proposal that was sent to `brief`; the caller has checked that it may be read."""
    return (
        Proposal.objects.filter(brief=brief)
        .exclude(state=ProposalState.DRAFT)
        .select_related("current", "freelancer", "freelancer__freelancer_profile")
        .order_by("-submitted_at", "-id")
    )


def undecided_proposals(brief: Brief) -> QuerySet[Proposal]:
    return Proposal.objects.filter(brief=brief, state__in=UNDECIDED).select_related("freelancer")


@on_brief_page("own_proposal")
def live_proposal(user: Any, brief: Brief) -> Proposal | None:
    """The one proposal of `user` to `brief` that is neither lost nor withdrawn."""
    if not user.is_authenticated:
        return None
    return Proposal.objects.filter(freelancer=user, brief=brief, state__in=LIVE).first()


def working_version(proposal: Proposal) -> ProposalVersion:
    """What the author edits: the unsent version if there is one, else the one last sent."""
    unsent = proposal.versions.filter(sent_at=None).first()
    version = unsent or proposal.current
    if version is None:
        raise ProposalVersion.DoesNotExist
    return version


def sent_versions(proposal: Proposal) -> QuerySet[ProposalVersion]:
    """Every version that the client could read, oldest first, with its milestones."""
    return proposal.versions.exclude(sent_at=None).prefetch_related("milestones", "case_studies")
