"""What a page may load: our own files and nothing else."""

from collections.abc import Iterable
from typing import Any

from csp.constants import NONE, SELF

# Pages of the processor's own that forms lead to.
STRIPE_PAGES = [
    "https://checkout.stripe.com",
    "https://connect.stripe.com",
    "https://accounts.stripe.com",
]


def content_policy(form_actions: Iterable[str]) -> dict[str, Any]:
    """The policy of every page; Chromium applies `form-action` to redirects after a POST, too."""
    return {
        "EXCLUDE_URL_PREFIXES": (),
        "DIRECTIVES": {
            "default-src": [NONE],
            "script-src": [SELF],
            "style-src": [SELF],
            "img-src": [SELF, "data:"],
            "font-src": [SELF],
            "connect-src": [SELF],
            "form-action": [
                SELF,
                *form_actions,
            ],
            "frame-ancestors": [NONE],
            "base-uri": [NONE],
            "manifest-src": [SELF],
        },
    }
