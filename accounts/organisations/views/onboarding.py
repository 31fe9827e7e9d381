from typing import Any

from accounts.organisations.forms import OrganisationForm
from accounts.organisations.queries import invitations_for
from accounts.organisations.services.invitations import invitation_token
from accounts.organisations.services.organisations import create_organisation
from accounts.people.standing import CLIENT, PersonalRequest
from marketplace.core.data import actors
from marketplace.core.site import answers_for
from marketplace.core.web.addresses import next_page
from marketplace.core.web.views import FormPage, Page, client_address, signed_in


class Invited(Page):
    """Whoever is invited somewhere sees that first."""

    permission = signed_in
    request: PersonalRequest

    def context(self) -> dict[str, Any]:
        invitations = invitations_for(self.request.user)
        return {"invitations": [(each, invitation_token(each)) for each in invitations]}


class WelcomePage(Invited):
    """What did you come for?"""

    template = "accounts/welcome.html"

    def context(self) -> dict[str, Any]:
        return super().context() | answers_for("welcome")


class NewOrganisationPage(Invited, FormPage):
    """Founds an organisation, then goes on to what the person came for."""

    template = "accounts/organisation_new.html"
    form_class = OrganisationForm

    def act(self, form: Any) -> str:
        by = actors.client(self.request.user, client_address(self.request))
        organisation = create_organisation(by=by, **form.cleaned_data)
        self.request.session["side"] = CLIENT
        following = next_page(self.request)
        self.said = "Your organisation is ready."
        if not following:
            self.said += " Invite colleagues, or post your first brief."
        return following or organisation.get_absolute_url()

    def context(self) -> dict[str, Any]:
        return super().context() | {"following": next_page(self.request)}
