from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from accounts.desk.registry import items_for, panels_for
from accounts.organisations.queries import memberships_of
from accounts.people.standing import CLIENT, FREELANCER, PersonalRequest
from accounts.profiles.permissions import has_case_study
from accounts.profiles.queries.profiles import own_profile
from marketplace.core.staff.registry import is_of_staff
from marketplace.core.web.addresses import leading_on, next_page
from marketplace.core.web.views import Act, Page, signed_in


class DeskPage(Page):
    """What waits for the person on the side they act on; a new person is asked what for."""

    request: PersonalRequest
    template = "accounts/desk_page.html"
    permission = signed_in

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.request.standing.is_new:
            is_staff = is_of_staff(request.user)
            return HttpResponseRedirect(
                reverse("accounts:staff" if is_staff else "accounts:welcome")
            )
        return self.show()

    def context(self) -> dict[str, Any]:
        side = str(self.request.side)
        facts = {
            "side": side,
            "items": items_for(self.request, side),
            "panels": panels_for(self.request, side),
        }
        if side == CLIENT:
            return facts | {"memberships": memberships_of(self.request.user)}
        return facts | {
            "profile": own_profile(self.request.user).first(),
            "has_case_study": has_case_study(self.request.user),
        }


class SideAct(Act):
    """Changes the side that the person acts on; who lacks it is led to get it."""

    request: PersonalRequest
    permission = signed_in

    def act(self) -> str:
        side = self.kwargs["side"]
        self.request.session["side"] = side
        standing, following = self.request.standing, next_page(self.request)
        if side == CLIENT and not standing.is_client:
            return leading_on(reverse("accounts:welcome_organisation"), following)
        if side == FREELANCER and not standing.is_freelancer:
            return leading_on(reverse("accounts:profile_basics"), following)
        return following or reverse("accounts:desk")

    def back(self) -> str:
        return reverse("accounts:desk")
