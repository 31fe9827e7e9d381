"""The list of briefs for programs: find one, or start a new one there."""

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.organisations.queries import organisations_to_hire_for
from marketplace.core.api.endpoints import ActEndpoint
from marketplace.core.api.searches import SearchEndpoint
from marketplace.core.data.actors import client
from marketplace.core.data.search.finding import Found
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
from projects.search.queries import Wanted, find_briefs, own_currency


class Briefs(ActEndpoint, SearchEndpoint):
    """Open briefs, or a new draft."""

    tag = "briefs"
    public = True
    write_permission = signed_in
    shows = BriefSerializer
    filters = BriefQuery
    price = "budget"
    needs_currency = ("currency", "A budget needs its currency.")
    takes = NewBriefInput
    answers = BriefDetailSerializer
    creates = True

    def own_currency(self) -> str:
        return own_currency(self.user)

    def find(self, **wanted: Any) -> Found:
        text, specialisms = wanted.pop("q", ""), sorted(wanted.pop("specialism", ()))
        is_literal = wanted.pop("literal")
        return find_briefs(
            Wanted(text=text, is_literal=is_literal, specialisms=specialisms, **wanted)
        )

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
