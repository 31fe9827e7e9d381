"""What a session has proven about the person behind it.

Every act that grants or redirects power or money asks for fresh proof that the account is theirs,
so that a session which was stolen or left open is worth little. Staff pages ask for a second
factor besides.
"""

import time
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from marketplace.core.web.allauth_internals import STATE_SESSION_KEY, serialize_request


def has_fresh_proof(request: HttpRequest) -> bool:
    """Whether this session showed a password, code, passkey or Google or GitHub account lately.

    allauth's own answer is yes for everybody who has neither a password nor a second factor.
    """
    records = get_authentication_records(request, request.user)
    proven = [record["at"] for record in records if record.get("reauthenticated")]
    return bool(proven) and time.time() - proven[-1] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this session showed an authenticator app, a passkey or a recovery code."""
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records)


def ask_for_proof(request: HttpRequest) -> HttpResponseRedirect:
    """Lead to the page that asks for any proof, and afterwards go on with what was posted."""
    return _lead_to(_ways(request)[0]["url"], request)


def ask_for_second_factor(request: HttpRequest) -> HttpResponseRedirect:
    """The same for a second factor; who has none yet is led to where one is set up."""
    if is_mfa_enabled(request.user):
        ways = (way["url"] for way in _ways(request) if way["id"].startswith("mfa_"))
        return _lead_to(next(ways), request)
    return HttpResponseRedirect(reverse("mfa_index"))


def _ways(request: HttpRequest) -> list[dict[str, Any]]:
    ways: list[dict[str, Any]] = get_adapter().get_reauthentication_methods(request.user)
    return ways


def _lead_to(way: str, request: HttpRequest) -> HttpResponseRedirect:
    """As allauth's own `suspend_request`, which forgets a form whose address has a query."""
    address = request.get_full_path()
    if request.method == "POST":
        request.session[STATE_SESSION_KEY] = {"request": serialize_request(request)}
        address = request.path
    return HttpResponseRedirect(f"{way}?{urlencode({'next': address})}")
