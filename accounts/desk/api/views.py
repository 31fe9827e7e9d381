"""The person who asks, for programs."""

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from accounts.desk.api.serializers import MeSerializer
from accounts.desk.queries import person_with_standing
from marketplace.core.api.endpoints import Endpoint
from marketplace.core.web.views import signed_in


class Me(Endpoint):
    """The person whose token or session this is."""

    tag = "people"
    permission = signed_in
    shows = MeSerializer

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self.show(person_with_standing(self.user))
