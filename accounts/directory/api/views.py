"""Freelancers for programs: found, read, saved for later."""

from dataclasses import replace
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.directory.api.serializers import (
    FreelancerDetailSerializer,
    FreelancerQuery,
    FreelancerSerializer,
)
from accounts.directory.permissions import can_save_profile
from accounts.directory.queries.directory import FIT, directory, own_currency
from accounts.directory.queries.saved_freelancers import saved_freelancers
from accounts.directory.services import forget_freelancer, save_freelancer
from accounts.organisations.permissions import is_client
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.permissions import can_view_profile
from accounts.profiles.queries.profiles import profile_page
from marketplace.core.api.endpoints import ActEndpoint, DetailEndpoint, ListEndpoint
from marketplace.core.api.searches import SearchEndpoint
from marketplace.core.data.search.finding import Found


class Freelancers(SearchEndpoint):
    """Freelancers who can be found, unless told the best or the profile that changed last first."""

    tag = "people"
    public = True
    shows = FreelancerSerializer
    filters = FreelancerQuery
    price = "most"
    needs_currency = ("most", "A price needs its currency.")

    def own_currency(self) -> str:
        return own_currency(self.user)

    def find(self, **wanted: Any) -> Found:
        found = directory(
            words=wanted.get("q", ""),
            is_literal=wanted["literal"],
            specialisms=sorted(wanted.get("specialism", ())),
            industries=sorted(wanted.get("industry", ())),
            available=wanted["available"],
            currency=wanted.get("currency", ""),
            most=wanted.get("most"),
            sort=wanted.get("sort", FIT),
        )
        return replace(found, rows=found.rows.prefetch_related("tools"))


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
