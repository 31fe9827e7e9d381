"""The pages that belong to no app: home, how it works, the style guide, the theme switch."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from marketplace.core.ui.evidence_axis import Measurement
from marketplace.core.ui.page import THEMES
from marketplace.core.web import kept_forms
from marketplace.core.web.views import Gate, Page, signed_in

YEAR = 365 * 24 * 3600
# The example contract that the public pages explain money with, in cents.
EXAMPLE_RAIL = (("paid", 240000), ("in_review", 420000), ("held", 300000), ("to_fund", 240000))
EXAMPLE_MEASUREMENT = Measurement(
    value=0.412, threshold=0.38, naive=0.118, interval=(0.391, 0.433), rows=6204
)

# What apps show on a public page, by the page and the name that its template knows it by.
SOURCES: dict[str, dict[str, Callable[[], Any]]] = {
    "home": {},
    "how_it_works": {},
    "welcome": {},
}


def on_page(page: str, name: str) -> Callable[[Callable[[], Any]], Callable[[], Any]]:
    """Registers a query of an app as `name` in the context of a page of SOURCES."""

    def register(source: Callable[[], Any]) -> Callable[[], Any]:
        SOURCES[page][name] = source
        return source

    return register


def answers_for(page: str) -> dict[str, Any]:
    """What the apps registered for a page."""
    return {name: source() for name, source in SOURCES[page].items()}


class Home(Page):
    public = True
    template = "core/home.html"

    def context(self) -> dict[str, Any]:
        return answers_for("home")


class HowItWorks(Page):
    public = True
    template = "core/how_it_works.html"

    def context(self) -> dict[str, Any]:
        return {
            "review_days": settings.REVIEW_DAYS,
            "clearing_days": settings.CLEARING_DAYS,
            "rail": EXAMPLE_RAIL,
            "measurement": EXAMPLE_MEASUREMENT,
            **answers_for("how_it_works"),
        }


class Theme(Gate):
    """Keeps the chosen theme in a cookie that the server reads, so that no page flashes."""

    public = True
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        response = HttpResponseRedirect(_address_of_ours(request, "next"))
        if request.POST.get("theme") in THEMES:
            response.set_cookie(
                "theme",
                request.POST["theme"],
                max_age=YEAR,
                samesite="Lax",
                secure=settings.SESSION_COOKIE_SECURE,
            )
        return response


class KeptFormRemoval(Gate):
    """Drops what one typed on a page and did not send; the page then shows what is saved."""

    permission = signed_in
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        address = _address_of_ours(request, "path")
        kept_forms.forget(user=request.user, path=urlsplit(address).path)
        return HttpResponseRedirect(address)


def _address_of_ours(request: HttpRequest, name: str) -> str:
    """The address that was posted as `name`, else the home page."""
    address = request.POST.get(name, "")
    is_ours = url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()})
    return address if is_ours else "/"
