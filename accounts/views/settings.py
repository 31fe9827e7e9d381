from typing import Any

from django.urls import reverse

from accounts.forms.settings import AccountForm, NoticePreferencesForm
from accounts.models import NoticeKind, User
from accounts.queries.notifications import Ways, ways_of
from accounts.queries.viewers import PersonalRequest
from accounts.services.notifications import preference_facts, set_preferences
from accounts.services.people import account_facts, update_account
from marketplace.core.data import actors
from marketplace.core.data.edit_versions import Facts
from marketplace.core.web.editing import EditsShared
from marketplace.core.web.views import FormPage, client_address, signed_in


class AccountPage(EditsShared, FormPage):
    """Name and time zone; email, password and the rest have pages of their own."""

    request: PersonalRequest
    template = "accounts/settings_account.html"
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


class NoticePreferencesPage(EditsShared, FormPage):
    request: PersonalRequest
    template = "accounts/settings_notices.html"
    permission = signed_in
    form_class = NoticePreferencesForm
    # A thief would silence what gives them away.
    fresh = True
    said = "Saved."

    def form_options(self) -> dict[str, Any]:
        return {"ways": self.ways()}

    def ways(self) -> dict[NoticeKind, Ways]:
        return ways_of([self.request.user])[self.request.user.pk]

    def stored_facts(self) -> Facts:
        return preference_facts(self.ways())

    def act(self, form: Any) -> str:
        set_preferences(user=self.request.user, wishes=form.wishes(), seen=self.seen)
        return reverse("accounts:settings_notices")
