"""People at a browser before the live site, without a worker or a processor beside it."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.journeys.person import Person

# Playwright's sync API runs an event loop in the thread of the tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Any) -> None:
    """Set before any world delivers a file, so that the pages find it."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def at_browser(
    live_server: Any, browser: Browser, settings: Any
) -> Iterator[Callable[[Any], Person]]:
    settings.SITE_URL = live_server.url
    present = []

    def seat(user: Any) -> Person:
        surroundings = {"browser": browser, "address": live_server.url, "mailbox": None}
        present.append(Person.signed_in(user, **surroundings))
        return present[-1]

    yield seat
    for person in present:
        person.close()
