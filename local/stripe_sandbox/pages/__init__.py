"""The hosted pages: where a person pays, authenticates, onboards and looks at money."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl

from local.stripe_sandbox import timers
from local.stripe_sandbox.box import Box, Caller
from local.stripe_sandbox.http_messages import Answer, Request
from local.stripe_sandbox.pages import (
    authentication,
    checkout,
    express,
    happenings,
    home,
    onboarding,
    receipt,
)
from local.stripe_sandbox.pages.templates import notice

Page = Callable[..., Answer]

_STYLE = (Path(__file__).parent / "sandbox.css").read_bytes()
_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"
_PAGES: tuple[tuple[str, str, Page], ...] = (
    ("GET", r"/", home.show),
    ("POST", r"/time", home.move_time),
    ("POST", r"/deliveries", home.hold_or_resume),
    ("POST", r"/acts/(\w+)", happenings.act),
    ("GET", r"/c/pay/(\w+)", checkout.show),
    ("POST", r"/c/pay/(\w+)", checkout.pay),
    ("GET", r"/authentication/(\w+)", authentication.show),
    ("POST", r"/authentication/(\w+)", authentication.decide),
    ("GET", r"/onboarding/(\w+)", onboarding.show),
    ("POST", r"/onboarding/(\w+)", onboarding.submit),
    ("GET", r"/express/(\w+)", express.show),
    ("GET", r"/receipts/(\w+)", receipt.show),
)


def respond(box: Box, request: Request) -> Answer:
    """Return a page, with headers that let it load nothing but its own style."""
    if request.path == "/sandbox.css":
        answer = Answer(200, _STYLE, "text/css; charset=utf-8")
    else:
        answer = _page(box, request)
    answer.headers |= {
        "Cache-Control": "no-store",
        "Content-Security-Policy": _POLICY,
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    return answer


def _page(box: Box, request: Request) -> Answer:
    for method, pattern, page in _PAGES:
        found = re.fullmatch(pattern, request.path)
        if found and method == request.method:
            sent = request.body.decode() if method == "POST" else request.query
            fields = {name: value.strip() for name, value in parse_qsl(sent)}
            with box.storage.transaction():
                box.caller = Caller()
                timers.run_due(box)
                return page(box, fields, *found.groups())
    return notice("There is no such page", "The address may be mistyped.", status=404)
