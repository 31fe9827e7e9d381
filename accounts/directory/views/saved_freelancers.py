"""A client's list of freelancers to come back to."""

from functools import partial
from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.directory.permissions import can_save_profile
from accounts.directory.queries.saved_freelancers import saved_freelancers
from accounts.directory.services import forget_freelancer, save_freelancer
from accounts.directory.views.cards import freelancer_cards
from accounts.organisations.permissions import is_client
from accounts.people.standing import PersonalRequest
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.queries.profiles import profile_page
from marketplace.core.web.addresses import next_page
from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Act, Page


class SavedPage(Page):
    template = "accounts/directory_saved.html"
    permission = is_client

    def context(self) -> dict[str, Any]:
        page = keyset_page(
            saved_freelancers(self.request.user),
            keys=("-saved_id",),
            after=self.request.GET.get("after", ""),
        )
        cards = freelancer_cards(page.items)
        return {"page": page, "cards": partial(zip, page.items, cards, strict=True)}


class OfProfile(Act):
    """An act on a profile that the viewer may see; it leads back to where it was pressed."""

    request: PersonalRequest
    permission = can_save_profile

    def load(self) -> FreelancerProfile:
        visible = profile_page(self.request.user)
        return get_object_or_404(visible, public_id=self.kwargs["public_id"])

    def back(self) -> str:
        return next_page(self.request) or self.subject.get_absolute_url()


class SaveFreelancerAct(OfProfile):
    said = "Kept. You find everybody you keep under “Saved”."

    def act(self) -> str:
        save_freelancer(profile=self.subject, user=self.request.user)
        return self.back()


class ForgetFreelancerAct(OfProfile):
    def act(self) -> str:
        forget_freelancer(profile=self.subject, user=self.request.user)
        return next_page(self.request) or reverse("accounts:saved_freelancers")
