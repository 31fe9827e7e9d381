"""Fresh proof: that whoever acts showed a short while ago that the account is theirs.

Every act that grants or redirects power or money asks for it, so that a session which was
stolen or left open is worth little.
"""

import time

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY
from allauth.core.internal.httpkit import serialize_request
from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import urlencode


def has_fresh_proof(request: HttpRequest) -> bool:
    """Whether this session showed a password, code, passkey or Google or GitHub account lately.

    allauth's own answer is yes for everybody who has neither a password nor a second factor.
    """
    records = get_authentication_records(request, request.user)
    proven = [record["at"] for record in records if record.get("reauthenticated")]
    return bool(proven) and time.time() - proven[-1] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def ask_for_proof(request: HttpRequest) -> HttpResponseRedirect:
    """Keep what was posted, and lead to the page that asks; it goes on with it afterwards.

    As allauth's own `suspend_request`, which forgets a form whose address has a query.
    """
    way = get_adapter().get_reauthentication_methods(request.user)[0]["url"]
    request.session[STATE_SESSION_KEY] = {"request": serialize_request(request)}
    return HttpResponseRedirect(f"{way}?{urlencode({'next': request.path})}")
