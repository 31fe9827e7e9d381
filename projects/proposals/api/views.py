"""Proposals for programs: write, send, decide."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from marketplace.core.api.edits import EditedEndpoint
from marketplace.core.api.endpoints import ActEndpoint, DetailEndpoint, Endpoint, ListEndpoint
from marketplace.core.api.serializers import OptionalReason, Reason
from marketplace.core.data.actors import Actor, client, freelancer
from marketplace.core.data.edit_versions import Facts
from marketplace.core.web.views import signed_in
from projects.briefs.models.briefs import Brief
from projects.briefs.queries.briefs import briefs_visible_to
from projects.proposals.api.serializers import (
    AcceptanceInput,
    ProposalDetailSerializer,
    ProposalInput,
    ProposalQuery,
    ProposalSerializer,
    ProposalSubmissionInput,
    ProposalVersionSerializer,
)
from projects.proposals.models.proposals import Proposal
from projects.proposals.models.versions import ProposalVersion
from projects.proposals.permissions import (
    can_decide_on_proposal,
    can_propose_to,
    can_view_proposal,
    can_view_proposals_of,
    can_write_proposal,
)
from projects.proposals.queries.proposals import (
    proposals_for,
    proposals_of,
    proposals_to,
    proposals_visible_to,
    sent_versions,
    working_version,
)
from projects.proposals.services.proposals import (
    accept_proposal,
    decline_proposal,
    revise_proposal,
    shortlist_proposal,
    submit_proposal,
    withdraw_proposal,
)
from projects.proposals.services.versions import discard_draft, draft_proposal, save_proposal


def shown(proposal: Proposal, user: Any) -> Proposal:
    """`proposal` with the version that `user` reads."""
    is_author = can_write_proposal(user, proposal)
    version = working_version(proposal) if is_author else proposal.current
    proposal.shown_version = version  # type: ignore[attr-defined]
    return proposal


class MyProposals(ListEndpoint):
    """The proposals that you wrote, newest first."""

    tag = "proposals"
    permission = signed_in
    shows = ProposalSerializer
    filters = ProposalQuery

    def rows(self, **wanted: Any) -> QuerySet[Proposal]:
        return proposals_of(self.user).filter(**wanted)


class ReceivedProposals(ListEndpoint):
    """The proposals sent to the organisations that you belong to, newest first."""

    tag = "proposals"
    permission = signed_in
    shows = ProposalSerializer
    filters = ProposalQuery

    def rows(self, **wanted: Any) -> QuerySet[Proposal]:
        return proposals_to(self.user).filter(**wanted)


class BriefProposals(ActEndpoint, ListEndpoint):
    """The proposals to one brief."""

    tag = "proposals"
    permission = can_view_proposals_of
    write_permission = can_propose_to
    shows = ProposalSerializer
    filters = ProposalQuery
    keys = ("-submitted_at", "-id")
    takes = ProposalInput
    answers = ProposalDetailSerializer
    creates = True

    def load(self) -> Brief:
        briefs = briefs_visible_to(self.user)
        brief = get_object_or_404(briefs, public_id=self.kwargs["public_id"])
        if self.is_reading and not can_view_proposals_of(self.user, brief):
            raise Http404
        return brief

    def rows(self, **wanted: Any) -> QuerySet[Proposal]:
        rows = proposals_for(self.subject).select_related("brief__organisation")
        return rows.filter(**wanted)

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """List what was sent to a brief of your organisation, newest first."""
        return super().get(request, *args, **kwargs)

    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Draft a proposal to an open brief. Nobody else sees it before its submission."""
        return super().post(request, *args, **kwargs)

    def act(self, **given: Any) -> Proposal:
        milestones = given.pop("milestones", [])
        by = freelancer(self.user, self.address)
        proposal = draft_proposal(brief=self.subject, by=by, facts=given, milestones=milestones)
        return shown(proposal, self.user)


class ProposalEndpoint(Endpoint):
    """One proposal that the caller may read, and acts upon."""

    tag = "proposals"
    permission = can_view_proposal
    shows: ClassVar[Any] = ProposalDetailSerializer

    def load(self) -> Proposal:
        proposals = proposals_visible_to(self.user)
        return get_object_or_404(proposals, public_id=self.kwargs["public_id"])

    def actor(self) -> Actor:
        is_author = can_write_proposal(self.user, self.subject)
        role = freelancer if is_author else client
        return role(self.user, self.address)

    def answer(self, subject: Proposal) -> Response:
        return super().answer(shown(subject, self.user))


class ProposalDetail(ProposalEndpoint, EditedEndpoint):
    """One proposal."""

    write_permission = can_write_proposal
    takes = ProposalInput

    def stored_facts(self, subject: Proposal) -> Facts:
        facts: Facts = shown(subject, self.user).shown_version.written  # type: ignore[attr-defined]
        return facts

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Read a proposal. Its author sees what is not sent yet."""
        return self.show(shown(self.subject, self.user))

    def patch(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Write a draft, or the next version of a proposal that was sent."""
        given = self.validated()
        milestones = given.pop("milestones", None)
        if milestones is None:
            milestones = working_version(self.subject).written["milestones"]
        save_proposal(
            proposal=self.subject,
            by=self.actor(),
            facts=given,
            milestones=milestones,
            seen=self.seen,
        )
        return self.answer(self.subject)

    def delete(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """Throw away what was not sent: the draft, or the edit of a sent proposal."""
        discard_draft(proposal=self.subject, by=self.actor())
        return Response(status=204)


class VersionDetail(ProposalEndpoint, DetailEndpoint):
    """One version of a proposal that was sent."""

    shows = ProposalVersionSerializer

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        versions: QuerySet[ProposalVersion] = sent_versions(self.subject)
        return self.show(get_object_or_404(versions, number=kwargs["number"]))


class AuthorsAct(ProposalEndpoint, ActEndpoint):
    permission = can_write_proposal


class Submission(AuthorsAct):
    """Send a complete draft to the client."""

    takes = ProposalSubmissionInput

    def act(self, **given: Any) -> Proposal:
        return submit_proposal(proposal=self.subject, by=self.actor(), **given)


class Revision(AuthorsAct):
    """Send the next version of a proposal. The earlier ones stay readable."""

    def act(self) -> Proposal:
        return revise_proposal(proposal=self.subject, by=self.actor())


class Withdrawal(AuthorsAct):
    """Take back a proposal that is not decided yet."""

    takes = OptionalReason

    def act(self, why: str) -> Proposal:
        return withdraw_proposal(proposal=self.subject, by=self.actor(), why=why)


class ClientsAct(ProposalEndpoint, ActEndpoint):
    permission = can_decide_on_proposal


class Shortlisting(ClientsAct):
    """Put a proposal on the shortlist."""

    def act(self) -> Proposal:
        return shortlist_proposal(proposal=self.subject, by=self.actor())


class Decline(ClientsAct):
    """Decline a proposal. The freelancer reads the reason."""

    takes = Reason

    def act(self, why: str) -> Proposal:
        return decline_proposal(proposal=self.subject, by=self.actor(), why=why)


class Acceptance(ClientsAct):
    """Accept a version of a proposal into an offer, whose terms both sign next."""

    takes = AcceptanceInput

    def act(self, version: int) -> Proposal:
        return accept_proposal(proposal=self.subject, by=self.actor(), version=version)
