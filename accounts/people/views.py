from typing import Any

from django.urls import reverse

from accounts.people.forms.account import AccountForm
from accounts.people.models import User
from accounts.people.services import account_facts, update_account
from accounts.people.standing import PersonalRequest
from marketplace.core.data import actors
from marketplace.core.data.edit_versions import Facts
from marketplace.core.web.editing import EditsShared
from marketplace.core.web.views import FormPage, client_address, signed_in


class AccountPage(EditsShared, FormPage):
    """Name and time zone; email, password and the rest have pages of their own."""

    request: PersonalRequest
    template = "accounts/person_account.html"
    permission = signed_in
    form_class = AccountForm
    said = "Saved."

    def form_options(self) -> dict[str, Any]:
        return {"instance": User.objects.get(pk=self.request.user.pk)}

    def stored_facts(self) -> Facts:
        return account_facts(self.request.user)

    def act(self, form: Any) -> str:
        by = actors.Actor(self.request.user, actors.PERSON, client_address(self.request))
        update_account(user=self.request.user, by=by, seen=self.seen, **form.cleaned_data)
        return reverse("accounts:settings")
