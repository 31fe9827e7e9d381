import time
from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse

SEEN = "seen_at"
SEEN_PRECISION = 300  # seconds


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
