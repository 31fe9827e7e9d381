"""A person on the pages that the processor's sandbox hosts, and a bank behind it."""

import json
import urllib.error
import urllib.parse
import urllib.request
from http import HTTPStatus
from typing import Any

from django.conf import settings

CARD = "4242 4242 4242 4242"
# What it pays need not settle for two days.
SETTLES_AT_ONCE = "4000 0000 0000 0077"
PAYOUT_ACCOUNT = "000123456789"


class FormRefused(Exception):
    """The hosted page did not send the person back to us."""


def pay_checkout(url: str, *, email: str, name: str, card: str = CARD) -> None:
    """Pay the hosted checkout at `url` with a test card that pays."""
    _send(
        url,
        {
            "email": email,
            "card_number": card,
            "card_expiry": "12 / 34",
            "card_cvc": "123",
            "name": name,
            "country": "US",
        },
    )


def complete_onboarding(url: str, *, name: str, country: str) -> None:
    """Tell the processor who is paid, and where to."""
    _send(url, {"legal_name": name, "country": country, "payout_account": PAYOUT_ACCOUNT})


def dispute_charge(charge_id: str, *, reason: str, outcome: str = "") -> str:
    """Let the card holder's bank take a charge back, and decide at once if told how.

    Returns the dispute's id at the processor.
    """
    opened = _control("disputes", charge=charge_id, reason=reason)["dispute"]
    if outcome:
        _control("disputes/end", dispute=opened, outcome=outcome)
    return str(opened)


def pay_account_out(account: str, *, outcome: str = "") -> None:
    """Let the processor send what is in an account to its bank, which answers at once if told."""
    for payout in _control("accounts/payday", account=account)["payouts"]:
        if outcome:
            _control("payouts", payout=payout, outcome=outcome)


def _control(path: str, **call: str) -> dict[str, Any]:
    url = f"{settings.STRIPE_API_BASE}/_sandbox/{path}"
    request = urllib.request.Request(url, json.dumps(call).encode())
    with _opener.open(request, timeout=20) as answer:
        answered: dict[str, Any] = json.load(answer)
        return answered


def _send(url: str, fields: dict[str, str]) -> None:
    """Post a form that answers with a redirect to our own site, which need not be up."""
    body = urllib.parse.urlencode(fields).encode()
    try:
        with _opener.open(urllib.request.Request(url, body), timeout=20) as answer:
            raise FormRefused(f"{url} answered {answer.status}")
    except urllib.error.HTTPError as answer:
        if answer.code not in (HTTPStatus.FOUND, HTTPStatus.SEE_OTHER):
            raise FormRefused(f"{url} answered {answer.code}") from answer


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


_opener = urllib.request.build_opener(_Stay)
