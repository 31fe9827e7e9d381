from typing import Any

from accounts.forms.organisations import OrganisationForm
from accounts.queries.organisations import invitations_for
from accounts.queries.viewers import CLIENT, PersonalRequest
from accounts.services.invitations import invitation_token
from accounts.services.organisations import create_organisation
from marketplace.core import actors
from marketplace.core.views import FormPage, Page, client_address, signed_in


class WelcomePage(Page):
    """What did you come for? Whoever is invited somewhere sees that first."""

    template = "accounts/welcome.html"
    permission = signed_in
    request: PersonalRequest

    def context(self) -> dict[str, Any]:
        invitations = invitations_for(self.request.user)
        return {"invitations": [(each, invitation_token(each)) for each in invitations]}


class NewOrganisationPage(FormPage):
    request: PersonalRequest
    template = "accounts/organisation_new.html"
    permission = signed_in
    form_class = OrganisationForm
    said = "Your organisation is ready. Invite colleagues, or post your first brief."

    def act(self, form: Any) -> str:
        by = actors.client(self.request.user, client_address(self.request))
        organisation = create_organisation(by=by, **form.cleaned_data)
        self.request.session["side"] = CLIENT
        return organisation.get_absolute_url()

    def context(self) -> dict[str, Any]:
        return {
            "is_first": not self.request.standing.is_client,
        }
