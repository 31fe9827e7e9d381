from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.organisations.forms import InvitationForm
from accounts.organisations.models.invitations import Invitation
from accounts.organisations.models.organisations import Membership
from accounts.organisations.permissions import (
    can_answer_invitation,
    can_manage_invitation,
    can_manage_organisation,
)
from accounts.organisations.queries import organisations_of
from accounts.organisations.services.invitations import (
    accept_invitation,
    invite,
    read_invitation_token,
    resend_invitation,
    revoke_invitation,
)
from accounts.organisations.views.organisations import InOrganisation
from accounts.people.standing import CLIENT
from marketplace.core.data import actors
from marketplace.core.data.actors import Actor
from marketplace.core.web.views import Act, FormPage, Gate, Page, client_address


class InvitePage(InOrganisation, FormPage):
    template = "accounts/invitation_new.html"
    permission = can_manage_organisation
    form_class = InvitationForm
    fresh = True
    said = "The invitation is on its way."

    def context(self) -> dict[str, Any]:
        return {"organisation": self.subject}

    def act(self, form: Any) -> str:
        invite(organisation=self.subject, by=self.actor(), **form.cleaned_data)
        return self.subject.get_absolute_url()


class OfInvitation(Gate):
    """One invitation of an organisation that the person belongs to."""

    permission = can_manage_invitation

    def load(self) -> Invitation:
        rows = Invitation.objects.filter(organisation__in=organisations_of(self.request.user))
        rows = rows.select_related("organisation")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def actor(self) -> Actor:
        return actors.client(self.request.user, client_address(self.request))

    def back(self) -> str:
        return self.subject.organisation.get_absolute_url()


class ResendInvitationAct(OfInvitation, Act):
    fresh = True
    said = "Sent again. The earlier link no longer works."

    def act(self) -> str:
        resend_invitation(invitation=self.subject, by=self.actor())
        return self.back()


class RevokeInvitationAct(OfInvitation, Act):
    said = "The invitation is void."

    def act(self) -> str:
        revoke_invitation(invitation=self.subject, by=self.actor())
        return self.back()


class ByToken(Gate):
    """The invitation that a link from an email stands for."""

    def load(self) -> Invitation:
        invitation = read_invitation_token(self.kwargs["token"])
        if invitation is None:
            raise Http404
        return invitation


class JoinPage(ByToken, Page):
    """What the invitation is; who is not signed in may sign in or up and comes back here."""

    template = "accounts/invitation_detail.html"
    public = True

    def context(self) -> dict[str, Any]:
        user, invitation = self.request.user, self.subject
        return {
            "invitation": invitation,
            "organisation": invitation.organisation,
            "role": Membership.Role(invitation.role).label.lower(),
            "is_theirs": can_answer_invitation(user, invitation),
            "here": self.request.path,
            "sign_in_url": f"{reverse('account_login')}?next={self.request.path}",
            "sign_up_url": f"{reverse('account_signup')}?next={self.request.path}",
        }


class AcceptInvitationAct(ByToken, Act):
    permission = can_answer_invitation
    said = "Welcome: you are a member now."

    def act(self) -> str:
        by = actors.client(self.request.user, client_address(self.request))
        membership = accept_invitation(invitation=self.subject, by=by)
        self.request.session["side"] = CLIENT
        return membership.organisation.get_absolute_url()

    def back(self) -> str:
        return reverse("accounts:join", args=[self.kwargs["token"]])
