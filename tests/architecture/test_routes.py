"""No route without a declared permission."""

from types import ModuleType

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.urls import URLResolver, get_resolver, path

from marketplace.core.web.views import Page
from tests.url_table import url_table

# Libraries that guard their own pages: the staff admin, sign-in, the health of the process.
LIBRARIES = ("admin/", "account/", "health/")


def undeclared(resolver: URLResolver) -> list[str]:
    found = []
    for row in url_table(resolver):
        view = row.view
        if row.address.startswith(LIBRARIES):
            continue
        declared = getattr(view, "public", False) is True or getattr(view, "permission", None)
        if not declared:
            found.append(f"{row.address} ({view.__module__}.{view.__qualname__})")
    return found


def test_every_route_declares_its_permission_or_says_that_it_is_public():
    assert undeclared(get_resolver()) == []


def test_a_route_without_a_permission_is_caught():
    class Forgotten(Page):
        template = "403.html"

    module = ModuleType("planted_urls")
    module.urlpatterns = [path("forgotten/", Forgotten.as_view())]
    planted = URLResolver(pattern=get_resolver().pattern, urlconf_name=module)
    assert [line.split(" ")[0] for line in undeclared(planted)] == ["forgotten/"]


def test_a_page_that_forgot_its_permission_lets_nobody_in(rf):
    request = rf.get("/")
    request.user = type("Anyone", (AnonymousUser,), {"is_authenticated": True})()
    with pytest.raises(PermissionDenied):
        Page.as_view()(request)
