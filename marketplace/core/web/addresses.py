"""Where a person goes on to: pages of ours that other pages name in `next`."""

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

# In the session of somebody who signs up anew with a known address: where they want to go.
CAME_FOR = "came_for"


def next_page(request: HttpRequest) -> str:
    """The path that `next` names in the form or the address; empty if none or a foreign one."""
    sources = (request.POST, request.GET)
    wished = next(
        (data[REDIRECT_FIELD_NAME] for data in sources if REDIRECT_FIELD_NAME in data), ""
    )
    is_path = wished.startswith("/")
    is_ours = is_path and url_has_allowed_host_and_scheme(wished, allowed_hosts=None)
    return wished if is_ours else ""


def leading_on(address: str, following: str) -> str:
    """`address`, which goes on to the page `following` when its own act is done."""
    return f"{address}?{urlencode({REDIRECT_FIELD_NAME: following})}" if following else address
