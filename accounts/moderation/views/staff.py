"""What staff look at: what waits, whom they look for, a person, an organisation."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.moderation.forms import StaffSearchForm
from accounts.moderation.permissions import can_moderate_person, can_set_powers
from accounts.moderation.queries import (
    events_about,
    events_by,
    new_organisations,
    organisations_for_staff,
    people_for_staff,
    staff_acts,
)
from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from marketplace.core.data.events import events_of
from marketplace.core.staff.entries import staff_entries
from marketplace.core.staff.registry import is_of_staff, queues, search, sections_about
from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Page

LATELY = 12
PLACES = ("home", "search", "acts")


class _StaffPage(Page):
    """Open to staff; `place` is the current one of the ways through the staff pages."""

    permission: ClassVar[Callable[..., bool]] = is_of_staff
    for_staff = is_of_staff
    place = ""

    def context(self) -> dict[str, Any]:
        return {f"is_{place}": place == self.place for place in PLACES}


class StaffHome(_StaffPage):
    """What waits for staff, and what staff did lately."""

    template = "staff/home.html"
    place = "home"

    def context(self) -> dict[str, Any]:
        listed = queues()
        waiting = [queue for queue in listed if queue.count and not queue.is_news]
        return super().context() | {
            "form": StaffSearchForm(),
            "waiting": waiting,
            "news": [queue for queue in listed if queue.count and queue.is_news],
            "empty": [queue for queue in listed if not queue.count],
            "acts": staff_entries(staff_acts()[:LATELY]),
        }


class StaffSearch(_StaffPage):
    """People, organisations, briefs and contracts by words."""

    template = "staff/search.html"
    place = "search"

    def context(self) -> dict[str, Any]:
        form = StaffSearchForm(self.request.GET)
        words = form.words()
        return super().context() | {"form": form, "words": words, "groups": search(words)}


class StaffActs(_StaffPage):
    """Everything that staff did."""

    template = "staff/acts.html"
    place = "acts"

    def context(self) -> dict[str, Any]:
        page = keyset_page(staff_acts(), keys=("-id",), after=self.request.GET.get("after", ""))
        return super().context() | {"page": page, "entries": staff_entries(page.items)}


class NewOrganisations(_StaffPage):
    template = "staff/organisation_list.html"

    def context(self) -> dict[str, Any]:
        after = self.request.GET.get("after", "")
        return super().context() | {
            "page": keyset_page(new_organisations(), keys=("-id",), after=after)
        }


def can_look_at(user: Any, subject: Any) -> bool:
    return is_of_staff(user)


class StaffPerson(_StaffPage):
    """Everything about one person: sides, organisations, work, money, what was done and by whom."""

    permission = can_look_at
    template = "staff/person.html"

    def load(self) -> User:
        return get_object_or_404(people_for_staff(), public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        person: User = self.subject
        return super().context() | {
            "person": person,
            "profile": getattr(person, "freelancer_profile", None),
            "memberships": list(person.memberships.all()),
            "sections": sections_about("person", person),
            "about": staff_entries(events_about(person)),
            "done": staff_entries(events_by(person)),
            "can_act": can_moderate_person(self.request.user, person),
            "can_set_powers": can_set_powers(self.request.user, person),
            "admin_url": reverse("admin:accounts_user_change", args=[person.pk]),
        }


class StaffOrganisation(_StaffPage):
    """Everything about one organisation: its people, briefs, contracts and money."""

    permission = can_look_at
    template = "staff/organisation.html"

    def load(self) -> Organisation:
        return get_object_or_404(organisations_for_staff(), public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        organisation: Organisation = self.subject
        return super().context() | {
            "organisation": organisation,
            "memberships": list(organisation.memberships.all()),
            "sections": sections_about("organisation", organisation),
            "about": staff_entries(events_of(organisation).order_by("-id")[:LATELY]),
            "admin_url": reverse("admin:accounts_organisation_change", args=[organisation.pk]),
        }
