"""The live site with a full world in it, and a browser for each kind of person."""

import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.filebased import EmailBackend
from django.test import TransactionTestCase, override_settings
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.models.profiles import FreelancerProfile
from contracts.agreements.models.contracts import Contract
from contracts.units.models.units import Unit
from payments.escrows.models.escrows import Escrow
from projects.briefs.models.briefs import Brief
from tests.people import sign_in
from tests.sweep.itineraries import VISITS
from tests.sweep.looker import Looker
from tests.sweep.world import make_world

# Playwright's sync API runs an event loop in the thread of the tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="module")
def live_site() -> Iterator[str]:
    """Its address; unlike pytest-django's, it does not empty the database after each test."""
    server = LiveServer("localhost")
    yield server.url
    server.stop()


@pytest.fixture(scope="module")
def world(
    live_site: str,
    django_db_setup: None,
    django_db_blocker: Any,
    emptied_between_tests: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[SimpleNamespace]:
    """One for all tests of the module, who only look."""
    kept = tmp_path_factory.mktemp("kept")
    with (
        django_db_blocker.unblock(),
        override_settings(
            MEDIA_ROOT=kept / "media",
            MAIL_FOLDER=kept / "mail",
            SITE_URL=live_site,
            PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        ),
    ):
        world = make_world()
        world.mail = write_letter(kept / "mail")
        world.cookies = {kind: cookies_of(getattr(world, kind, None)) for kind in VISITS}
        yield world
        TransactionTestCase(methodName="__init__")._fixture_teardown()


def write_letter(folder: Path) -> str:
    """An email with a text, a page and a file, as the local stack keeps it."""
    letter = EmailMultiAlternatives("Your review", "Please look.", "a@x.test", ["b@x.test"])
    letter.attach_alternative(
        "<html lang=en><title>Review</title><main><h1>Look</h1></main>", "text/html"
    )
    letter.attach("terms.txt", "Pay when it is proven.")
    EmailBackend(file_path=folder).send_messages([letter])
    return next(folder.iterdir()).stem


def words_of_people() -> set[str]:
    """What people, organisations and work are called in this world, as pages show it."""
    called = (
        (User, "name"),
        (Organisation, "name"),
        (FreelancerProfile, "headline"),
        (CaseStudy, "title"),
        (Brief, "title"),
        (Contract, "title"),
        (Unit, "title"),
        (Escrow, "title"),
    )
    rows = (model._base_manager.values_list(field, flat=True) for model, field in called)
    return {word for words in rows for word in words if word}


def cookies_of(user: User | None) -> dict[str, str]:
    """Of a browser in which this person is signed in; a visitor has none."""
    signed_in = sign_in(user).cookies if user else {}
    return {name: morsel.value for name, morsel in signed_in.items()}


@pytest.fixture
def looker(kind: str, world: SimpleNamespace, live_site: str, browser: Browser) -> Iterator[Looker]:
    """The person of this `kind` at a browser, signed in unless they are a visitor."""
    looker = Looker(browser, live_site, world.cookies[kind], words_of_people())
    yield looker
    looker.close()
