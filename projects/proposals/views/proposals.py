"""Reading proposals: one's own, one of them, one version of it."""

from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.profiles.payout_reach import OutOfReach
from accounts.profiles.permissions import has_case_study
from marketplace.core.web.kept_forms import kept_for
from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Page, signed_in
from projects.briefs.permissions import may_hire
from projects.proposals.forms.decisions import ReachForm
from projects.proposals.models.proposals import Proposal
from projects.proposals.models.versions import ProposalVersion
from projects.proposals.permissions import can_view_proposal, can_write_proposal
from projects.proposals.queries.fees import split_for
from projects.proposals.queries.history import history_of
from projects.proposals.queries.proposals import proposals_of, proposals_visible_to, sent_versions
from projects.proposals.queries.readiness import missing_of_version
from projects.proposals.queries.versions import changes_between
from projects.proposals.states import LIVE

ENDED = ("declined", "withdrawn", "expired", "closed")


class MyProposals(Page):
    """A freelancer's own proposals, the living ones first."""

    permission = signed_in
    template = "projects/proposal_mine.html"

    def context(self) -> dict[str, Any]:
        show = "ended" if self.request.GET.get("show") == "ended" else "live"
        rows = proposals_of(self.request.user).prefetch_related(
            Prefetch("versions", ProposalVersion.objects.filter(sent_at=None), to_attr="unsent")
        )
        rows = rows.filter(state__in=ENDED if show == "ended" else LIVE)
        after = self.request.GET.get("after", "")
        return {"page": keyset_page(rows, keys=("-id",), after=after), "show": show}


class ProposalPage(Page):
    """A proposal as the client reads it; its author sees what is not sent yet."""

    permission = can_view_proposal
    template = "projects/proposal_page.html"

    def load(self) -> Proposal:
        proposals = proposals_visible_to(self.request.user)
        return get_object_or_404(proposals, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        proposal, user = self.subject, self.request.user
        is_author = can_write_proposal(user, proposal)
        versions = list(proposal.versions.all())
        sent = [version for version in versions if version.sent_at]
        unsent = [version for version in versions if not version.sent_at]
        version = unsent[0] if is_author and unsent else proposal.current
        prefetch_related_objects([version], "milestones")
        split = split_for(proposal, version.payments, version.currency) if version.amount else None
        return {
            "proposal": proposal,
            "brief": proposal.brief,
            "version": version,
            "milestones": version.offered_milestones,
            "case_studies": list(version.case_studies.all()),
            "answers": list(
                zip(proposal.brief.screening_questions, version.screening_answers, strict=False)
            ),
            "split": split,
            "is_author": is_author,
            "is_unsent": version.sent_at is None,
            "unsaved": is_author
            and kept_for(user, reverse("projects:proposal_edit", args=[proposal.public_id])),
            "missing": missing_of_version(version) if is_author and not version.sent_at else [],
            "reach": _reach_to_learn_of(proposal) if is_author else None,
            "reach_form": ReachForm(),
            "needs_case_study": is_author and proposal.is_draft and not has_case_study(user),
            "can_decide": not is_author and may_hire(proposal.viewer_role),
            "versions": sent,
            "history": history_of(proposal),
        }


def _reach_to_learn_of(proposal: Proposal) -> OutOfReach | None:
    """What its author has to know before it is sent, if they have not said so."""
    profile = proposal.freelancer.freelancer_profile
    return profile.out_of_reach if profile.must_learn_of_payouts else None


class VersionPage(ProposalPage):
    """An earlier version, and what changed in it."""

    template = "projects/proposal_version.html"

    def context(self) -> dict[str, Any]:
        versions = {version.number: version for version in sent_versions(self.subject)}
        version = versions.get(self.kwargs["number"])
        if version is None:
            raise Http404
        earlier = versions.get(version.number - 1)
        return {
            "proposal": self.subject,
            "brief": self.subject.brief,
            "version": version,
            "milestones": version.offered_milestones,
            "earlier": earlier,
            "changes": changes_between(earlier, version) if earlier else [],
            "versions": list(versions.values()),
        }
