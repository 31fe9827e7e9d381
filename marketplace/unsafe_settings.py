"""What a server on the internet does not start with, each with the sentence that says so."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

SECRET_KEY_LENGTH = 50
EXAMPLES = re.compile(r"change.?me|example|django-insecure|local-only|not.secret", re.IGNORECASE)
EXAMPLE_WEBHOOK_SECRET = "whsec_local"  # noqa: S105
Names = Mapping[str, Any]


def refuse_unsafe(names: Names) -> None:
    """Raise ImproperlyConfigured with a sentence for each reason in the settings `names`."""
    reasons = list(ALWAYS.items()) + ([] if names["LOCAL"] else list(IN_PRODUCTION.items()))
    sentences = [sentence for sentence, applies in reasons if applies(names)]
    if sentences:
        raise ImproperlyConfigured("Holdout does not start: " + " ".join(sentences))


def has_live_key(names: Names) -> bool:
    return "_live_" in names["STRIPE_SECRET_KEY"]


def has_weak_secret_key(names: Names) -> bool:
    key = names["SECRET_KEY"]
    return len(key) < SECRET_KEY_LENGTH or len(set(key)) < 5 or bool(EXAMPLES.search(key))


def has_example_password(names: Names) -> bool:
    passwords = [database.get("PASSWORD") or "" for database in names["DATABASES"].values()]
    passwords += [
        urlsplit(names[url]).password or "" for url in ("REDIS_URL", "DATABASE_OWNER_URL")
    ]
    return any(EXAMPLES.search(password) for password in passwords)


def owns_its_tables(names: Names) -> bool:
    owner = urlsplit(names["DATABASE_OWNER_URL"]).username
    return owner is not None and owner == names["DATABASES"]["default"]["USER"]


def lacks_webhook_secret(names: Names) -> bool:
    secrets = names["STRIPE_WEBHOOK_SECRETS"]
    return not secrets or any(not secret.strip() for secret in secrets)


def has_example_webhook_secret(names: Names) -> bool:
    """The sandbox holds no money, so there the example's secret does."""
    return not names["STRIPE_API_BASE"] and EXAMPLE_WEBHOOK_SECRET in (
        secret.strip() for secret in names["STRIPE_WEBHOOK_SECRETS"]
    )


def is_reached_without_tls(names: Names) -> bool:
    return has_live_key(names) and urlsplit(names["SITE_URL"]).scheme != "https"


Reasons = dict[str, Callable[[Names], bool]]
ALWAYS: Reasons = {
    'HOLDOUT_ENVIRONMENT is neither "local" nor "production".': (
        lambda names: names["ENVIRONMENT"] not in ("local", "production")
    ),
    "HOLDOUT_DEMO is on beside a live Stripe key: in the demo anybody signs in as anybody.": (
        lambda names: names["DEMO"] and has_live_key(names)
    ),
    'HOLDOUT_ENVIRONMENT is "local" beside a live Stripe key: real money needs "production".': (
        lambda names: names["LOCAL"] and has_live_key(names)
    ),
    "STRIPE_API_BASE leads to the sandbox beside a live Stripe key: leave it empty.": (
        lambda names: bool(names["STRIPE_API_BASE"]) and has_live_key(names)
    ),
}
IN_PRODUCTION: Reasons = {
    "DEBUG is on: its error pages show source and settings to everybody.": (
        lambda names: names["DEBUG"]
    ),
    f"SECRET_KEY is an example or too short: make one of {SECRET_KEY_LENGTH} random characters "
    "(.env.example says how).": has_weak_secret_key,
    "The password in DATABASE_URL, DATABASE_OWNER_URL or REDIS_URL is the example's: choose "
    "another.": has_example_password,
    "DATABASE_URL and DATABASE_OWNER_URL name the same role: the application needs one that owns "
    "no table.": owns_its_tables,
    "STRIPE_WEBHOOK_SECRETS is empty: without it anybody could report payments.": (
        lacks_webhook_secret
    ),
    "STRIPE_WEBHOOK_SECRETS holds the example's secret: take the one that Stripe shows.": (
        has_example_webhook_secret
    ),
    "STRIPE_SECRET_KEY is not a secret key: it begins with sk_ or rk_.": (
        lambda names: not names["STRIPE_SECRET_KEY"].startswith(("sk_", "rk_"))
    ),
    'ALLOWED_HOSTS is empty or holds "*": name the hosts, or links in emails can be forged.': (
        lambda names: not names["ALLOWED_HOSTS"] or "*" in names["ALLOWED_HOSTS"]
    ),
    "SITE_URL does not begin with https:// beside a live Stripe key.": is_reached_without_tls,
}
