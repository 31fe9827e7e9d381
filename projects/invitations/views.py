"""Inviting a freelancer to a brief, from their profile."""

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.shortcuts import get_object_or_404

from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.permissions import can_invite_freelancer
from accounts.profiles.queries.profiles import profile_page
from marketplace.core.data.actors import client
from marketplace.core.web.views import FormPage, client_address
from projects.briefs.permissions import can_post_brief
from projects.invitations.forms import InvitationForm
from projects.invitations.queries import briefs_to_invite_to
from projects.invitations.services import invite_to_brief


class InviteToBrief(FormPage):
    """Which brief, and a word to the freelancer; says what is missing where there is no brief."""

    permission = can_invite_freelancer
    template = "projects/brief_invitation.html"
    form_class = InvitationForm

    def load(self) -> FreelancerProfile:
        visible = profile_page(self.request.user)
        return get_object_or_404(visible, public_id=self.kwargs["public_id"])

    @cached_property
    def briefs(self) -> Any:
        return briefs_to_invite_to(self.request.user, self.subject.user)

    def form_options(self) -> dict[str, Any]:
        return {"briefs": self.briefs}

    def context(self) -> dict[str, Any]:
        return {
            "profile": self.subject,
            "person": self.subject.user,
            "briefs": self.briefs,
            "can_post": can_post_brief(self.request.user),
        }

    def act(self, form: InvitationForm) -> str:
        invite_to_brief(
            brief=form.cleaned_data["brief"],
            profile=self.subject,
            by=client(self.request.user, client_address(self.request)),
            note=form.cleaned_data["note"],
        )
        said = f"{self.subject.user} is invited to “{form.cleaned_data['brief']}” and is told."
        messages.success(self.request, said)
        return self.subject.get_absolute_url()
