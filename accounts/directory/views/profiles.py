"""A freelancer's profile as others read it."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.directory.queries.saved_freelancers import has_saved
from accounts.people.standing import PersonalRequest
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.permissions import owns_profile
from accounts.profiles.queries.profiles import profile_page
from accounts.profiles.queries.working_days import working_day
from marketplace.core.web.views import Page


class ProfilePage(Page):
    """What clients see; its owner also sees the way to edit it."""

    request: PersonalRequest
    template = "accounts/profile_detail.html"
    public = True

    def load(self) -> FreelancerProfile:
        visible = profile_page(self.request.user)
        return get_object_or_404(visible, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        profile: FreelancerProfile = self.subject
        user, is_own = self.request.user, owns_profile(self.request.user, profile)
        can_save = not is_own and self.request.standing.is_client
        return working_day(profile, timezone.get_current_timezone()) | {
            "profile": profile,
            "person": profile.user,
            "case_studies": list(profile.case_studies.all()),
            "is_own": is_own,
            "can_save": can_save,
            "is_saved": can_save and has_saved(user, profile),
        }
