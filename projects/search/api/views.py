"""The list of briefs for programs: find one, or start a new one there."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.organisations.queries import organisations_to_hire_for
from marketplace.core.api.endpoints import ActEndpoint, ListEndpoint
from marketplace.core.data.actors import client
from marketplace.core.web.views import signed_in
from projects.briefs.api.briefs import shown
from projects.briefs.api.serializers import (
    BriefDetailSerializer,
    BriefSerializer,
    NewBriefInput,
)
from projects.briefs.models.briefs import Brief
from projects.briefs.services.briefs import (
    draft_brief,
)
from projects.search.api.serializers import BriefQuery
from projects.search.queries import Wanted, find_briefs


class Briefs(ActEndpoint, ListEndpoint):
    """Open briefs, or a new draft."""

    tag = "briefs"
    public = True
    write_permission = signed_in
    shows = BriefSerializer
    filters = BriefQuery
    takes = NewBriefInput
    answers = BriefDetailSerializer
    creates = True

    def rows(self, **wanted: Any) -> QuerySet[Brief]:
        return self._found(wanted)[0]

    def keys_for(self, **wanted: Any) -> Any:
        return self._found(wanted)[1]

    def _found(self, wanted: dict[str, Any]) -> Any:
        text, specialisms = wanted.pop("q", ""), sorted(wanted.pop("specialism", ()))
        return find_briefs(Wanted(text=text, specialisms=specialisms, **wanted))

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Find open briefs. The newest come first, or with `q` the best."""
        return super().get(request, *args, **kwargs)

    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Draft a brief. Nobody else sees it before its publication."""
        return super().post(request, *args, **kwargs)

    def act(self, **given: Any) -> Brief:
        wanted = given.pop("organisation")
        organisation = organisations_to_hire_for(self.user).filter(public_id=wanted).first()
        if organisation is None:
            sentence = "You hire for no organisation with this id."
            raise serializers.ValidationError({"organisation": [sentence]})
        by = client(self.user, self.address)
        brief = draft_brief(organisation=organisation, by=by, facts=given)
        return shown(brief, self.user)
