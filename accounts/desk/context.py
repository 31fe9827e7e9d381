from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from accounts.desk.navigation import navigation, settings_navigation
from accounts.people.standing import CLIENT, FREELANCER, PersonalRequest
from accounts.sign_in.queries import demo_people_shown
from marketplace.core.staff.registry import is_of_staff
from marketplace.core.web.addresses import CAME_FOR, leading_on
from marketplace.core.web.allauth_internals import unstash_login


def viewer(request: HttpRequest) -> dict[str, Any]:
    """What every page shows about the person looking at it; costs nothing until it is shown."""
    return {"viewer": SimpleLazyObject(lambda: _viewer(request))}


def _viewer(request: Any) -> dict[str, Any]:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {
            "user": None,
            "side": "",
            "nav": navigation("", request.path),
            "demo_people": demo_people_shown,
            "sign_in_url": partial(_sign_in_address, request),
        }
    side = str(request.side)
    return {
        "user": user,
        "side": side,
        "standing": request.standing,
        "unread": request.standing.unread_label,
        "nav": navigation(side, request.path),
        "menu": _menu(request, side),
        "settings_nav": partial(settings_navigation, request.path),
        "is_demo": settings.DEMO,
        "is_staff": is_of_staff(user),
    }


def _sign_in_address(request: HttpRequest) -> str:
    """Of the page to sign in anew, which then leads where the way in that was begun led."""
    begun = unstash_login(request, peek=True)
    following = (begun and begun.redirect_url) or request.session.get(CAME_FOR, "")
    return leading_on(reverse("account_login"), following)


def _menu(request: PersonalRequest, side: str) -> list[dict[str, str]]:
    lines = [{"label": "Desk", "url": reverse("accounts:desk")}]
    if request.standing.is_freelancer:
        lines.append({"label": "Profile", "url": reverse("accounts:own_profile")})
    if request.standing.is_client:
        lines.append({"label": "Organisations", "url": reverse("accounts:organisations")})
    lines.append(_switch(side))
    lines.append({"label": "Settings", "url": reverse("accounts:settings")})
    if is_of_staff(request.user):
        lines.append({"label": "Staff", "url": reverse("accounts:staff")})
    lines.append({"label": "Sign out", "url": reverse("account_logout"), "method": "post"})
    return lines


def _switch(side: str) -> dict[str, str]:
    other = CLIENT if side == FREELANCER else FREELANCER
    return {
        "label": f"Act as {other}",
        "url": reverse("accounts:side", args=[other]),
        "method": "post",
    }
