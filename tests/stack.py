"""What surrounds the tests: a Redis database for each parallel process, and the browser."""

import gc
import os
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from local.browser import on_this_machine
from marketplace.celery import app

CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# Objects that may be made before Python looks for rings of them; at its own 700 it looks often.
RINGS_AFTER = 50_000


@pytest.hookimpl(tryfirst=True)
def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: nobody need look through it again."""
    gc.collect()
    gc.freeze()


def pytest_configure(config: pytest.Config) -> None:
    """Give each process of pytest-xdist the Redis database after its sibling's."""
    gc.set_threshold(RINGS_AFTER, 20, 20)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
    url = urlsplit(settings.REDIS_URL)
    database = int(url.path.strip("/") or 0) + int(worker.removeprefix("gw"))
    own = url._replace(path=f"/{database}").geturl()
    # The processes that tests start inherit it.
    os.environ["REDIS_URL"] = own
    settings.REDIS_URL = settings.CELERY_BROKER_URL = own
    settings.CACHES["default"]["LOCATION"] = own
    app.conf.broker_url = own
    # Tests make databases, fill and empty them: as the owner. What the application's role may is
    # tried in tests/core/data/test_database_roles.py.
    owner = urlsplit(settings.DATABASE_OWNER_URL)
    if owner.username:
        login = {"USER": owner.username, "PASSWORD": owner.password}
        settings.DATABASES["default"].update(login)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    path = os.environ.get("HOLDOUT_CHROMIUM") or on_this_machine()
    return {**browser_type_launch_args, "executable_path": path, "args": CHROMIUM_OPTIONS}
