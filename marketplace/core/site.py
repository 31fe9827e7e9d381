"""The pages that belong to no app: home, how it works, the style guide, the theme switch."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from marketplace.core.templatetags.ui_page import THEMES
from marketplace.core.views import Gate, Page

YEAR = 365 * 24 * 3600
# The example contract that the public pages explain money with, in cents.
EXAMPLE_RAIL = (("paid", 240000), ("in_review", 420000), ("held", 300000), ("to_fund", 240000))
EXAMPLE_INTERVAL = (0.391, 0.433)

# What apps show on the home page, by the name that its template knows it by.
HOME_SOURCES: dict[str, Callable[[], Any]] = {}


def on_home(name: str) -> Callable[[Callable[[], Any]], Callable[[], Any]]:
    """Registers a query of an app as `name` in the home page's context."""

    def register(source: Callable[[], Any]) -> Callable[[], Any]:
        HOME_SOURCES[name] = source
        return source

    return register


class Home(Page):
    public = True
    template = "core/home.html"

    def context(self) -> dict[str, Any]:
        return {name: source() for name, source in HOME_SOURCES.items()}


class HowItWorks(Page):
    public = True
    template = "core/how_it_works.html"

    def context(self) -> dict[str, Any]:
        return {
            "review_days": settings.REVIEW_DAYS,
            "clearing_days": settings.CLEARING_DAYS,
            "rail": EXAMPLE_RAIL,
            "interval": EXAMPLE_INTERVAL,
        }


class Theme(Gate):
    """Keeps the chosen theme in a cookie that the server reads, so that no page flashes."""

    public = True
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        back = request.POST.get("next", "/")
        if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
            back = "/"
        response = HttpResponseRedirect(back)
        if request.POST.get("theme") in THEMES:
            response.set_cookie(
                "theme",
                request.POST["theme"],
                max_age=YEAR,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )
        return response
