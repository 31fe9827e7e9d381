"""Identifiers in Stripe's shapes."""

import secrets
import string

_ALPHABET = string.ascii_letters + string.digits

_LENGTHS = {"cs_test": 58, "acct": 16, "cus": 14, "req": 14}


def new(prefix: str) -> str:
    """Return a fresh identifier such as ``pi_3Qa…``; never repeats in practice."""
    return f"{prefix}_{random_text(_LENGTHS.get(prefix, 24))}"


def random_text(length: int) -> str:
    """Return unguessable letters and digits."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))
