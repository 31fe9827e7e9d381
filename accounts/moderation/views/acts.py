"""A moderator's acts on people and profiles; each asks for a reason."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.forms import BaseForm
from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.moderation.forms import PowersForm
from accounts.moderation.permissions import (
    can_give_powers,
    can_moderate_person,
    can_moderate_profile,
    can_set_powers,
)
from accounts.moderation.queries import people_for_staff, profiles_for_staff
from accounts.moderation.services import (
    hide_profile,
    powers_of,
    restore_person,
    set_powers,
    show_profile,
    suspend_person,
)
from accounts.people.models import User
from accounts.profiles.models.profiles import FreelancerProfile
from marketplace.core.data.actors import moderator
from marketplace.core.data.edit_versions import Facts
from marketplace.core.staff.reasons import StaffReasonForm
from marketplace.core.staff.registry import can_moderate
from marketplace.core.web.editing import EditsShared
from marketplace.core.web.views import FormPage


class _PersonAct(FormPage):
    """What will happen is said in one sentence above the reason."""

    template = "staff/act.html"
    permission: ClassVar[Callable[..., bool]] = can_moderate_person
    for_staff = can_moderate
    form_class = StaffReasonForm
    fresh = True
    label = ""
    consequence = ""
    variant = "primary"

    def load(self) -> Any:
        return get_object_or_404(people_for_staff(), public_id=self.kwargs["public_id"])

    def person(self) -> User:
        return self.subject

    def context(self) -> dict[str, Any]:
        return {
            "person": self.person(),
            "label": self.label,
            "consequence": self.consequence,
            "variant": self.variant,
            "back": self.back(),
        }

    def back(self) -> str:
        return reverse("accounts:staff_person", args=[self.person().public_id])

    def act(self, form: Any) -> str:
        self.carry_out(form.cleaned_data["why"])
        return self.back()

    def carry_out(self, why: str) -> None:
        raise NotImplementedError


class SuspendPerson(_PersonAct):
    label = "Suspend"
    variant = "danger"
    consequence = (
        "They are signed out everywhere and cannot sign in; their profile is hidden and their API "
        "tokens rest. Contracts and held funds stay as they are: end contracts on their own pages."
    )
    said = "Suspended and signed out. They are told by email."

    def carry_out(self, why: str) -> None:
        suspend_person(user=self.subject, by=moderator(self.request.user), why=why)


class RestorePerson(_PersonAct):
    label = "Lift the suspension"
    consequence = "They can sign in again, and everything of theirs is as it was."
    said = "They can sign in again, and are told."

    def carry_out(self, why: str) -> None:
        restore_person(user=self.subject, by=moderator(self.request.user), why=why)


class _ProfileAct(_PersonAct):
    permission = can_moderate_profile

    def load(self) -> FreelancerProfile:
        return get_object_or_404(profiles_for_staff(), public_id=self.kwargs["public_id"])

    def person(self) -> User:
        return self.subject.user


class HideProfile(_ProfileAct):
    label = "Hide the profile"
    variant = "danger"
    consequence = (
        "Clients no longer find or open it; its owner still sees it. Proposals and contracts stay."
    )
    said = "The profile is hidden. Its owner is told why."

    def carry_out(self, why: str) -> None:
        hide_profile(profile=self.subject, by=moderator(self.request.user), why=why)


class ShowProfile(_ProfileAct):
    label = "Show the profile again"
    consequence = "Clients find and open it again, unless its owner has unlisted it."
    said = "The profile can be seen again. Its owner is told."

    def carry_out(self, why: str) -> None:
        show_profile(profile=self.subject, by=moderator(self.request.user), why=why)


class SetPowers(EditsShared, _PersonAct):
    permission = can_set_powers
    for_staff = can_give_powers
    form_class = PowersForm
    label = "Set powers"
    consequence = "What they may do beyond their own account. It holds from their next click on."
    said = "Their powers are set."

    def form(self, data: Any = None, files: Any = None) -> BaseForm:
        return PowersForm(data, initial=dict(self.stored_facts()))

    def stored_facts(self) -> Facts:
        return powers_of(self.subject)

    def act(self, form: Any) -> str:
        by = moderator(self.request.user)
        set_powers(user=self.subject, by=by, seen=self.seen, **form.cleaned_data)
        return self.back()
