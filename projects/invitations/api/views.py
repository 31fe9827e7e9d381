"""Invitations to briefs for programs."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.profiles.queries.profiles import profile_page
from marketplace.core.api.endpoints import ActEndpoint, ListEndpoint
from marketplace.core.data.actors import client
from marketplace.core.web.views import signed_in
from projects.briefs.models.briefs import Brief
from projects.briefs.permissions import can_manage_brief
from projects.briefs.queries.briefs import briefs_of
from projects.invitations.api.serializers import InvitationInput, InvitationSerializer
from projects.invitations.models import BriefInvitation
from projects.invitations.queries import invitations_to, open_invitations_of
from projects.invitations.services import invite_to_brief
from projects.proposals.permissions import can_view_proposals_of


class BriefInvitations(ActEndpoint, ListEndpoint):
    """The freelancers who were asked to propose for one brief."""

    tag = "briefs"
    permission = can_view_proposals_of
    write_permission = can_manage_brief
    shows = InvitationSerializer
    takes = InvitationInput
    creates = True

    def load(self) -> Brief:
        return get_object_or_404(briefs_of(self.user), public_id=self.kwargs["public_id"])

    def rows(self, **wanted: Any) -> QuerySet[BriefInvitation]:
        return invitations_to(self.subject).select_related("brief__organisation")

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """List whom your organisation has invited to a brief, the last one first."""
        return super().get(request, *args, **kwargs)

    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Invite a freelancer to an open brief, once. They are told, with the note."""
        return super().post(request, *args, **kwargs)

    def act(self, **given: Any) -> BriefInvitation:
        profile = profile_page(self.user).filter(public_id=given["freelancer"]).first()
        if profile is None:
            raise serializers.ValidationError({"freelancer": ["No freelancer has this id."]})
        return invite_to_brief(
            brief=self.subject,
            profile=profile,
            by=client(self.user, self.address),
            note=given.get("note", ""),
        )


class MyInvitations(ListEndpoint):
    """The open briefs that you were invited to and did not propose for, the last one first."""

    tag = "briefs"
    permission = signed_in
    shows = InvitationSerializer

    def rows(self, **wanted: Any) -> QuerySet[BriefInvitation]:
        return open_invitations_of(self.user).select_related("freelancer", "invited_by")
