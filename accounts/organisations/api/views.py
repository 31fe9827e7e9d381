"""One's own organisations for programs."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from accounts.organisations.api.serializers import (
    OrganisationDetailSerializer,
    OrganisationSerializer,
)
from accounts.organisations.models.organisations import Organisation
from accounts.organisations.permissions import can_view_organisation
from accounts.organisations.queries import organisations_of
from marketplace.core.api.endpoints import DetailEndpoint, ListEndpoint
from marketplace.core.data.alphabet import letters_of
from marketplace.core.web.views import signed_in


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
