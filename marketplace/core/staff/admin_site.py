"""The admin's site: its own content policy, the site's own sign-in, and its side navigation."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.constants import UNSAFE_EVAL, UNSAFE_INLINE
from csp.decorators import csp_update
from django.apps import apps
from django.contrib.admin.views.main import ERROR_FLAG
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import DataError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import SimpleTemplateResponse
from django.urls import reverse
from unfold.sites import UnfoldAdminSite

from marketplace.core.web.proof import ask_for_second_factor, has_second_factor

# What the admin's library needs beyond the site's policy (docs/decisions/0004).
POLICY = {"script-src": [UNSAFE_EVAL], "style-src": [UNSAFE_INLINE]}


def readable(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A filter in the address that means nothing leads to the list without filters.

    The library passes what stands there on to the database: days and years that do not exist,
    numbers beyond any column, NUL.
    """

    def reading(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            answer = view(request, *args, **kwargs)
            return answer.render() if isinstance(answer, SimpleTemplateResponse) else answer
        except (ValueError, OverflowError, DataError):
            if request.method != "GET" or not request.GET:
                raise
            return HttpResponseRedirect(f"{request.path}?{ERROR_FLAG}=1")

    return reading


class StaffSite(UnfoldAdminSite):
    """Open to staff; they sign in where everybody does, with their second factor."""

    index_title = "Everything that is kept"

    def admin_view(self, view: Any, cacheable: bool = False) -> Callable[..., Any]:
        inner = super().admin_view(view, cacheable)

        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if self.has_permission(request) and not has_second_factor(request):
                return ask_for_second_factor(request)
            return readable(inner)(request, *args, **kwargs)

        return csp_update(POLICY)(guarded)

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        wished = request.GET.get("next", "")
        address = wished if wished.startswith(reverse("admin:index")) else reverse("admin:index")
        if self.has_permission(request):
            return HttpResponseRedirect(address)
        return redirect_to_login(address)

    def logout(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return HttpResponseRedirect(reverse("account_logout"))

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return HttpResponseRedirect(reverse("account_change_password"))

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The apps in the order in which they build on each other, the kernel last."""
        order = [config.label for config in apps.get_app_configs() if config.label != "core"]
        order.append("core")
        listed = super().get_app_list(request, app_label)
        return sorted(listed, key=lambda app: order.index(app["app_label"]))

    def get_sidebar_list(self, request: HttpRequest) -> list[dict[str, Any]]:
        """One section for each app with all of its models, below the ways to the staff pages."""
        sections = [_section("Staff pages", _staff_pages(), request)]
        for app in self.get_app_list(request):
            links = [(model["name"], model["admin_url"], "") for model in app["models"]]
            sections.append(_section(app["name"], links, request))
        return sections


def _staff_pages() -> list[tuple[str, str, str]]:
    return [
        ("What waits", reverse("accounts:staff"), "inbox"),
        ("Ledger", reverse("payments:staff_ledger"), "account_balance"),
    ]


def _section(title: str, links: list[tuple[str, str, str]], request: HttpRequest) -> dict[str, Any]:
    items = [
        {
            "title": label,
            "link": url,
            "icon": icon,
            "active": request.path == url or (bool(not icon) and request.path.startswith(url)),
            "has_permission": True,
        }
        for label, url, icon in links
    ]
    return {"title": title, "separator": True, "collapsible": False, "items": items}
