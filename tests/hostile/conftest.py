"""One full marketplace for all hostile requests, each of which is undone after its answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.db import transaction
from django.test import Client, override_settings

from accounts.organisations.models.organisations import Organisation
from accounts.profiles.models.case_studies import CaseStudy
from tests.hostile.routes import Reach, all_routes
from tests.people import sign_in
from tests.sandbox import WEBHOOK_SECRET
from tests.sweep.conftest import write_letter
from tests.sweep.world import make_world

# What somebody may link to, in as many places as there are.
LINKS = ("https://elsewhere.example/proof", "https://nordwind.example/")
KINDS = ("client", "finance", "freelancer", "newcomer", "moderator", "administrator", "guarded")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/hostile/" in item.path.as_posix():
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="package")
def _marketplace(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any
) -> Iterator[SimpleNamespace]:
    """Lives in one transaction around all tests of this folder."""
    kept = tmp_path_factory.mktemp("kept")
    without_limits = {**site_settings.REST_FRAMEWORK, "DEFAULT_THROTTLE_CLASSES": []}
    with (
        django_db_blocker.unblock(),
        override_settings(
            MEDIA_ROOT=kept / "media",
            MAIL_FOLDER=kept / "mail",
            REST_FRAMEWORK=without_limits,
            PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
            STRIPE_WEBHOOK_SECRETS=[WEBHOOK_SECRET],
        ),
        transaction.atomic(),
    ):
        world = make_world()
        world.mail = write_letter(kept / "mail")
        CaseStudy.objects.update(link=LINKS[0])
        Organisation.objects.update(website=LINKS[1])
        yield world
        transaction.set_rollback(True)


class Attack:
    """Sends as any kind of person, and keeps what ended in a fault of ours."""

    def __init__(self, world: SimpleNamespace) -> None:
        self.reach = Reach(world)
        self.browsers = {"visitor": Client()} | {k: sign_in(getattr(world, k)) for k in KINDS}
        self.faults: dict[str, str] = {}
        self.sent = 0

    def send(self, kind: str, method: str, address: str, about: str = "", **options: Any) -> Any:
        """The answer, or None where it was a fault; the database is as before."""
        browser = self.browsers[kind]
        cookies = browser.cookies.copy()
        answer = None
        self.sent += 1
        try:
            with transaction.atomic():
                answer = browser.generic(method, address, **options)
                transaction.set_rollback(True)
            if answer.status_code >= 500:
                self._blame(method, address, about, f"answered {answer.status_code}")
        except Exception as error:
            # Input that is taken leads to a call of the processor, which insists on its own
            # transaction; that is as far as it goes here.
            if "durable" in str(error):
                return None
            self._blame(method, address, about, f"{type(error).__name__}: {str(error)[:150]}")
        browser.cookies = cookies
        return answer

    def _blame(self, method: str, address: str, about: str, what: str) -> None:
        self.faults.setdefault(f"{method} {address[:120]}", f"{what} ({about[:60]!r})")


@dataclass(frozen=True)
class Opened:
    """A page as one kind of person sees it."""

    pattern: str
    kind: str
    address: str
    content: bytes


@pytest.fixture(scope="package")
def opened(_marketplace: SimpleNamespace) -> list[Opened]:
    """Every page of the product, as two kinds of people who reach it."""
    attack = Attack(_marketplace)
    pages = []
    for route in all_routes():
        for kind, address in attack.reach.ways(route)[:2] if "get" in route.method_names else ():
            page = attack.send(kind, "GET", address)
            if page is not None and page.get("Content-Type", "").startswith("text/html"):
                pages.append(Opened(route.pattern, kind, address, b"".join(page)))
    assert attack.faults == {}
    return pages


@pytest.fixture
def attack(_marketplace: SimpleNamespace) -> Attack:
    return Attack(_marketplace)


@pytest.fixture(params=["in turn", pytest.param("all", marks=pytest.mark.long)])
def turn(request: pytest.FixtureRequest) -> Callable[[int, Sequence[Any]], Sequence[Any]]:
    """The values that the target of a number is tried with.

    One for each target, every value in its turn; `make test-long` tries all on all.
    """
    if request.param == "all":
        return lambda number, values: values
    return lambda number, values: [values[number % len(values)]]
