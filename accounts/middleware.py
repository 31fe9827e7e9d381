import time
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from accounts.queries.viewers import Standing, standing_of

SEEN = "seen_at"
SEEN_PRECISION = 300  # seconds


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


class ActivityMiddleware:
    """Keeps when each browser of a person was last seen, to five minutes.

    allauth's own would write on every request; reading a page is no reason to write.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.session.session_key and request.user.is_authenticated:
            self._see(request)
        return self.get_response(request)

    def _see(self, request: HttpRequest) -> None:
        now = int(time.time())
        if now - request.session.get(SEEN, 0) >= SEEN_PRECISION:
            request.session[SEEN] = now
            UserSession.objects.create_from_request(request)


def _standing(request: Any) -> Standing:
    return standing_of(request.user) if request.user.is_authenticated else Standing()


def _side(request: Any) -> str:
    return request.standing.side(request.session.get("side", ""))


def _zone(request: HttpRequest) -> ZoneInfo:
    try:
        return ZoneInfo(getattr(request.user, "time_zone", "UTC"))
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
