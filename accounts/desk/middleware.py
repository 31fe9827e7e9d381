from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from accounts.desk.queries import standing_of
from accounts.people.standing import Standing


class PersonalMiddleware:
    """Shows times in the person's own zone, and knows which side they act on.

    `request.standing` (Standing) and `request.side` ("client", "freelancer" or "") cost one
    query, and only where they are looked at.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.standing = SimpleLazyObject(lambda: _standing(request))
        request.side = SimpleLazyObject(lambda: _side(request))
        with timezone.override(_zone(request)):
            return self.get_response(request)


def _standing(request: Any) -> Standing:
    return standing_of(request.user) if request.user.is_authenticated else Standing()


def _side(request: Any) -> str:
    return request.standing.side(request.session.get("side", ""))


def _zone(request: HttpRequest) -> ZoneInfo:
    try:
        return ZoneInfo(getattr(request.user, "time_zone", "UTC"))
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
