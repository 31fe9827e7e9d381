"""People and organisations for programs."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api.serializers import (
    FreelancerDetailSerializer,
    FreelancerQuery,
    FreelancerSerializer,
    MeSerializer,
    OrganisationDetailSerializer,
    OrganisationSerializer,
)
from accounts.models import FreelancerProfile, Organisation
from accounts.permissions import (
    can_save_profile,
    can_view_organisation,
    can_view_profile,
    is_client,
)
from accounts.queries.directory import CHANGED, KEYS, in_order
from accounts.queries.freelancers import directory, profile_page
from accounts.queries.organisations import organisations_of
from accounts.queries.people import person_with_standing
from accounts.queries.saved_freelancers import saved_freelancers
from accounts.services.saved_freelancers import forget_freelancer, save_freelancer
from marketplace.core.api.endpoints import ActEndpoint, DetailEndpoint, Endpoint, ListEndpoint
from marketplace.core.data.alphabet import letters_of
from marketplace.core.web.views import signed_in


class Me(Endpoint):
    """The person whose token or session this is."""

    tag = "people"
    permission = signed_in
    shows = MeSerializer

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self.show(person_with_standing(self.user))


class Organisations(ListEndpoint):
    """The organisations that you belong to, by name."""

    tag = "people"
    permission = signed_in
    shows = OrganisationSerializer
    keys = ("letters", "id")

    def rows(self, **wanted: Any) -> QuerySet[Organisation]:
        return organisations_of(self.user).annotate(letters=letters_of("name"))


class OrganisationDetail(DetailEndpoint):
    """An organisation that you belong to, with its people."""

    tag = "people"
    permission = can_view_organisation
    shows = OrganisationDetailSerializer

    def load(self) -> Organisation:
        mine = organisations_of(self.user).prefetch_related("memberships__user")
        return get_object_or_404(mine, public_id=self.kwargs["public_id"])


class Freelancers(ListEndpoint):
    """Freelancers who can be found, unless told the profile that changed last first."""

    tag = "people"
    public = True
    shows = FreelancerSerializer
    filters = FreelancerQuery
    keys = ("-updated_at", "-id")

    def keys_for(self, **wanted: Any) -> Sequence[str]:
        return KEYS[wanted.get("sort", CHANGED)]

    def rows(self, **wanted: Any) -> QuerySet[FreelancerProfile]:
        found = directory(
            words=wanted.get("q", ""),
            specialisms=sorted(wanted.get("specialism", ())),
            industries=sorted(wanted.get("industry", ())),
            available=wanted["available"],
            currency=wanted.get("currency", ""),
            most=wanted.get("most"),
        )
        return in_order(found, wanted.get("sort", CHANGED))[0].prefetch_related("tools")


class FreelancerDetail(DetailEndpoint):
    """A freelancer's profile with its case studies."""

    tag = "people"
    public = True
    permission = can_view_profile
    shows = FreelancerDetailSerializer

    def load(self) -> FreelancerProfile:
        visible = profile_page(self.user)
        return get_object_or_404(visible, public_id=self.kwargs["public_id"])


class SavedFreelancers(ListEndpoint):
    """The freelancers that you saved, the last one first. Nobody else sees this list."""

    tag = "people"
    permission = is_client
    shows = FreelancerSerializer
    keys = ("-saved_id",)

    def rows(self, **wanted: Any) -> QuerySet[FreelancerProfile]:
        return saved_freelancers(self.user)


class Saving(ActEndpoint):
    """Save a freelancer for later, or forget them."""

    tag = "people"
    permission = can_save_profile
    answers = FreelancerSerializer

    def load(self) -> FreelancerProfile:
        visible = profile_page(self.user)
        return get_object_or_404(visible, public_id=self.kwargs["public_id"])

    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Save a freelancer for later. Once more changes nothing."""
        return super().post(request, *args, **kwargs)

    def act(self) -> FreelancerProfile:
        save_freelancer(profile=self.subject, user=self.user)
        return self.subject

    def delete(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take a freelancer off your list."""
        forget_freelancer(profile=self.subject, user=self.user)
        return Response(status=204)
