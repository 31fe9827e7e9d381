"""The whole product for a person's path: web server, worker, processor, mail, real browser."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Browser

from marketplace.core.data.models import OutboxMessage
from tests.factories.contracts import make_agreed
from tests.journeys.mailbox import Mailbox
from tests.journeys.person import Person
from tests.journeys.steps import PAYS, pay_by_card, start_checkout
from tests.sandbox import SECRET_KEY, WEBHOOK_SECRET, SandboxProcess, wait_for

PROJECT = Path(__file__).resolve().parents[2]
# Playwright's sync API runs an event loop in the thread of the tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.django_db(transaction=True))


# Both end with the last journey: a worker that lives on would take the jobs of other tests.
@pytest.fixture(scope="package")
def processor(live_server: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The Stripe sandbox, telling the live server of its events."""
    storage = tmp_path_factory.mktemp("processor") / "sandbox.sqlite"
    sandbox = SandboxProcess(storage, webhook_url=f"{live_server.url}/webhooks/stripe/")
    sandbox.start()
    yield sandbox
    sandbox.stop()


@pytest.fixture(scope="package")
def product(
    live_server: Any,
    django_db_setup: None,
    processor: SandboxProcess,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """The address of the running product, with a Celery worker at its side."""
    mail = tmp_path_factory.mktemp("mail")
    forms = [*settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"], processor.url]
    changed = {
        "SITE_URL": live_server.url,
        "STRIPE_API_BASE": processor.url,
        "STRIPE_SECRET_KEY": SECRET_KEY,
        "STRIPE_WEBHOOK_SECRETS": [WEBHOOK_SECRET],
        "EMAIL_FILE_PATH": str(mail),
        "MEDIA_ROOT": tmp_path_factory.mktemp("media"),
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in changed.items():
            patch.setattr(settings, name, value)
        patch.setitem(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"], "form-action", forms)
        with running_worker(changed):
            yield live_server.url


class running_worker:  # noqa: N801
    """A Celery worker as a process of its own, on the test database."""

    def __init__(self, changed: dict[str, Any]) -> None:
        database = connection.settings_dict
        address = f"{database['HOST']}:{database['PORT']}/{database['NAME']}"
        self.environment = {
            **os.environ,
            "DATABASE_URL": f"postgres://{database['USER']}:{database['PASSWORD']}@{address}",
            "SITE_URL": changed["SITE_URL"],
            "STRIPE_API_BASE": changed["STRIPE_API_BASE"],
            "STRIPE_SECRET_KEY": SECRET_KEY,
            "STRIPE_WEBHOOK_SECRETS": WEBHOOK_SECRET,
            "MAIL_FOLDER": changed["EMAIL_FILE_PATH"],
            "MEDIA_ROOT": str(changed["MEDIA_ROOT"]),
        }

    def __enter__(self) -> None:
        log = Path(self.environment["MAIL_FOLDER"]).parent / "worker.log"
        command = [sys.executable, "-m", "celery", "-A", "marketplace", "worker", "-c", "1"]
        quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat", "-l", "INFO"]
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                command + quiet, cwd=PROJECT, env=self.environment, stdout=output, stderr=output
            )
        try:
            wait_for(lambda: b" ready." in log.read_bytes(), seconds=90)
        except BaseException:
            # One that comes late would take the jobs of the next run.
            self.__exit__()
            raise

    def __exit__(self, *error: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


@pytest.fixture
def mailbox(product: str) -> Mailbox:
    return Mailbox(Path(settings.EMAIL_FILE_PATH))


@pytest.fixture
def _mail_to_files(settings: Any) -> None:
    """pytest-django keeps mail in memory; the worker cannot see that."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"


@pytest.fixture
def people(
    product: str,
    processor: SandboxProcess,
    browser: Browser,
    mailbox: Mailbox,
    _mail_to_files: None,
) -> Iterator["People"]:
    crowd = People(browser=browser, address=product, mailbox=mailbox)
    yield crowd
    crowd.close()
    wait_for(lambda: is_quiet(processor), seconds=60)


def is_quiet(processor: SandboxProcess) -> bool:
    """Nothing is promised or on its way, so that the tables can be emptied under nobody's hands."""
    soon = timezone.now() + timedelta(minutes=5)
    if OutboxMessage.objects.filter(done_at=None, due_at__lt=soon).exists():
        return False
    return not processor.read("deliveries")["waiting"]


class People:
    """People, each with a browser of their own."""

    def __init__(self, **surroundings: Any) -> None:
        self.surroundings = surroundings
        self.present: list[Person] = []

    def new(self, name: str) -> Person:
        """Somebody without an account."""
        return self._welcome(Person(name, **self.surroundings))

    def known(self, user: Any) -> Person:
        return self._welcome(Person.signed_in(user, **self.surroundings))

    def _welcome(self, person: Person) -> Person:
        self.present.append(person)
        return person

    def close(self) -> None:
        for person in self.present:
            person.close()


@pytest.fixture
def agreed(organisation: Any, client_person: Any, freelancer_person: Any) -> Any:
    """A contract of three milestones that both sides have signed; nothing is funded."""
    return make_agreed(organisation, client_person, freelancer_person, milestones=3)


@pytest.fixture
def room(agreed: Any) -> str:
    return f"/contracts/{agreed.public_id}/"


@pytest.fixture
def client_at_work(people: People, client_person: Any) -> Person:
    return people.known(client_person)


@pytest.fixture
def freelancer_at_work(people: People, freelancer_person: Any) -> Person:
    return people.known(freelancer_person)


@pytest.fixture
def funded(client_at_work: Person, room: str) -> None:
    """The first milestone, paid by card at the processor."""
    start_checkout(client_at_work, room)
    pay_by_card(client_at_work, PAYS)
    client_at_work.sees("Paid and held")
