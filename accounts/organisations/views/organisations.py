from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.organisations.forms import InvitationForm, OrganisationForm, RoleForm
from accounts.organisations.models.organisations import Membership, Organisation
from accounts.organisations.permissions import (
    can_change_membership,
    can_end_membership,
    can_hire_for,
    can_manage_organisation,
    can_view_organisation,
)
from accounts.organisations.queries import (
    memberships_in,
    memberships_of,
    organisation_entries,
    organisations_of,
    unanswered_invitations,
)
from accounts.organisations.services.organisations import (
    change_role,
    remove_member,
    update_organisation,
)
from accounts.people.standing import PersonalRequest
from marketplace.core.data import actors
from marketplace.core.data.actors import Actor
from marketplace.core.data.edit_versions import Facts, editable_facts
from marketplace.core.web.editing import EditsShared
from marketplace.core.web.views import Act, FormPage, Gate, Page, client_address, signed_in

ROLE_HINTS = {
    "owner": "Manages the organisation, its members and everything below.",
    "hiring_manager": "Posts briefs, chooses proposals, signs terms, reviews work.",
    "finance": "Funds milestones and sees every payment.",
    "viewer": "Looks, and changes nothing.",
}


class InOrganisation(Gate):
    """A page of an organisation that the person is a member of."""

    def load(self) -> Organisation:
        mine = organisations_of(self.request.user)
        return get_object_or_404(mine, public_id=self.kwargs["public_id"])

    def actor(self) -> Actor:
        return actors.client(self.request.user, client_address(self.request))


class OrganisationsPage(Page):
    request: PersonalRequest
    template = "accounts/organisation_list.html"
    permission = signed_in

    def context(self) -> dict[str, Any]:
        return {"memberships": memberships_of(self.request.user)}


class OrganisationPage(InOrganisation, Page):
    template = "accounts/organisation_detail.html"
    permission = can_view_organisation

    def context(self) -> dict[str, Any]:
        organisation, user = self.subject, self.request.user
        can_manage = can_manage_organisation(user, organisation)
        return {
            "organisation": organisation,
            "members": memberships_in(organisation),
            "can_manage": can_manage,
            "can_hire": can_hire_for(user, organisation),
            "invitations": unanswered_invitations(organisation) if can_manage else [],
            "invitation_form": InvitationForm(),
            "roles": Membership.Role.choices,
            "entries": organisation_entries(organisation),
        }


class EditOrganisationPage(InOrganisation, EditsShared, FormPage):
    template = "accounts/organisation_edit.html"
    permission = can_manage_organisation
    form_class = OrganisationForm
    fresh = True
    said = "Saved."

    def form_options(self) -> dict[str, Any]:
        return {"instance": self.load()}

    def context(self) -> dict[str, Any]:
        return {"organisation": self.subject}

    def stored_facts(self) -> Facts:
        return editable_facts(self.subject)

    def act(self, form: Any) -> str:
        facts = form.cleaned_data
        update_organisation(organisation=self.subject, by=self.actor(), seen=self.seen, **facts)
        return self.subject.get_absolute_url()


class OfMembership(Gate):
    """One membership of an organisation that the person belongs to."""

    def load(self) -> Membership:
        rows = Membership.objects.filter(organisation__in=organisations_of(self.request.user))
        rows = rows.select_related("organisation", "user")
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def actor(self) -> Actor:
        return actors.client(self.request.user, client_address(self.request))


class RolePage(OfMembership, EditsShared, FormPage):
    template = "accounts/membership_role.html"
    permission = can_change_membership
    form_class = RoleForm
    fresh = True
    said = "The role is changed."

    def form_options(self) -> dict[str, Any]:
        return {"initial": self.stored_facts()}

    def stored_facts(self) -> Facts:
        return {"role": str(self.subject.role)}

    def context(self) -> dict[str, Any]:
        return {
            "membership": self.subject,
            "organisation": self.subject.organisation,
            "role_hints": ROLE_HINTS,
        }

    def act(self, form: Any) -> str:
        role = form.cleaned_data["role"]
        change_role(membership=self.subject, role=role, by=self.actor(), seen=self.seen)
        return self.subject.organisation.get_absolute_url()


class RemoveMemberAct(OfMembership, Act):
    permission = can_end_membership
    fresh = True
    said = "Done: no longer a member."

    def act(self) -> str:
        organisation, is_self = self.subject.organisation, self.subject.user == self.request.user
        remove_member(membership=self.subject, by=self.actor())
        return reverse("accounts:desk") if is_self else organisation.get_absolute_url()

    def back(self) -> str:
        return self.subject.organisation.get_absolute_url()
