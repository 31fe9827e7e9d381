"""The environment variables of every process of the stack (settings.py reads them)."""

from collections.abc import Mapping
from pathlib import Path

from local.ports import LOOPBACK

DATABASE_OWNER = "holdout"
APPLICATION = "holdout_app"


class Unsafe(Exception):
    """Settings of the surroundings that must never meet the demo."""


def embedded(given: Mapping[str, str]) -> list[str]:
    """Which servers the stack brings itself: those whose address nobody gave."""
    addresses = {
        "postgres": "DATABASE_URL",
        "redis": "REDIS_URL",
        "stripe": "STRIPE_SECRET_KEY",
    }
    return [name for name, variable in addresses.items() if not given.get(variable)]


def environment(
    home: Path, *, ports: Mapping[str, int], keys: Mapping[str, str], given: Mapping[str, str]
) -> dict[str, str]:
    """Everything in `given`, and ours on top; refuses live keys, because the demo is filled."""
    if "_live_" in given.get("STRIPE_SECRET_KEY", ""):
        raise Unsafe("STRIPE_SECRET_KEY is a live key: the demo never runs on real money")
    return {
        **defaults(home),
        **given,
        **servers(ports=ports, keys=keys, given=given),
        "HOLDOUT_ENVIRONMENT": "local",
        "SITE_URL": f"http://localhost:{ports['web']}",
        "MAIL_FOLDER": str(home / "mail"),
        "CELERY_BEAT_SCHEDULE_FILENAME": str(home / "beat" / "schedule"),
    }


def without_owner(env: Mapping[str, str]) -> dict[str, str]:
    """What the processes get that use the database and do not migrate it."""
    return {**env, "DATABASE_OWNER_URL": ""}


def defaults(home: Path) -> dict[str, str]:
    """What the surroundings may say otherwise; a .env made for production may not."""
    return {
        "HOLDOUT_DEMO": "true",
        "PLATFORM_ADDRESS": "1 Example Quay|London SE1 9ZZ|United Kingdom",
        "ALLOWED_HOSTS": f"localhost,{LOOPBACK}",
        "CSRF_TRUSTED_ORIGINS": "",
        "MEDIA_ROOT": str(home / "media"),
        "S3_BUCKET": "",
        "STRIPE_API_BASE": "",
        "STRIPE_WEBHOOK_SECRETS": "",
        "DATABASE_OWNER_URL": "",
    }


def servers(
    *, ports: Mapping[str, int], keys: Mapping[str, str], given: Mapping[str, str]
) -> dict[str, str]:
    """Addresses and secrets of the embedded servers."""
    made = {"SECRET_KEY": keys["site"], "DEMO_PASSWORD": keys["demo"]}
    own = embedded(given)
    if "postgres" in own:
        place = f"{LOOPBACK}:{ports['postgres']}/holdout"
        made["DATABASE_URL"] = f"postgres://{APPLICATION}:{keys['application']}@{place}"
        made["DATABASE_OWNER_URL"] = f"postgres://{DATABASE_OWNER}:{keys['postgres']}@{place}"
    if "redis" in own:
        made["REDIS_URL"] = f"redis://:{keys['redis']}@{LOOPBACK}:{ports['redis']}/0"
    if "stripe" in own:
        sandbox = f"http://{LOOPBACK}:{ports['stripe']}"
        made["STRIPE_SECRET_KEY"] = "sk_test_local"
        made["STRIPE_API_BASE"] = sandbox
        made["STRIPE_WEBHOOK_SECRETS"] = f"whsec_{keys['webhook']}"
        # Browsers apply form-action to the redirect that follows a form, too.
        made["CSP_FORM_ACTION"] = f"{sandbox},http://localhost:{ports['stripe']}"
    return made
