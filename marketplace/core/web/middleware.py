from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

ASKED_EACH_TIME = "private, no-cache"


class PrivateMiddleware:
    """What is shown to somebody in particular is kept by no browser and no proxy on the way.

    Unless its view says that a browser may keep it and asks each time whether it still holds.

    It stands behind static files, which are everybody's.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.get("Cache-Control") != ASKED_EACH_TIME and _is_private(request, response):
            response["Cache-Control"] = "private, no-store"
        return response


def _is_private(request: HttpRequest, response: HttpResponse) -> bool:
    """For a session, a program's token, or whoever holds a link with a secret in it."""
    session = settings.SESSION_COOKIE_NAME
    route = request.resolver_match
    return (
        session in request.COOKIES
        or session in response.cookies
        or "Authorization" in request.headers
        or (route is not None and "token" in route.kwargs)
    )
