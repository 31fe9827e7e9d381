from typing import Any

from django.urls import reverse

from accounts.notices.forms import NoticePreferencesForm
from accounts.notices.models import NoticeKind
from accounts.notices.queries import Ways, ways_of
from accounts.notices.services.notifications import preference_facts, set_preferences
from accounts.people.standing import PersonalRequest
from marketplace.core.data.edit_versions import Facts
from marketplace.core.web.editing import EditsShared
from marketplace.core.web.views import FormPage, signed_in


class NoticePreferencesPage(EditsShared, FormPage):
    request: PersonalRequest
    template = "accounts/notice_preferences.html"
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
