"""A sandbox of the processor for the whole run, emptied before each test that uses it."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from payments.escrows.models.escrows import Escrow
from payments.payouts.services.payees import refresh_own_account, start_onboarding
from tests.factories.payments import make_escrow
from tests.sandbox import SECRET_KEY, WEBHOOK_SECRET, SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.receiver import Receiver

RETURN = "http://testserver/back/"


@pytest.fixture(scope="session")
def sandbox_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxProcess]:
    process = SandboxProcess(tmp_path_factory.mktemp("sandbox") / "sandbox.sqlite3")
    process.start()
    yield process
    process.stop()


@pytest.fixture
def sandbox(sandbox_process: SandboxProcess, settings) -> SandboxProcess:
    sandbox_process.reset()
    settings.STRIPE_SECRET_KEY = SECRET_KEY
    settings.STRIPE_API_BASE = sandbox_process.url
    settings.STRIPE_WEBHOOK_SECRETS = [WEBHOOK_SECRET]
    settings.CLEARING_DAYS = 5
    return sandbox_process


@pytest.fixture
def receiver(sandbox: SandboxProcess) -> Iterator[Receiver]:
    """Keeps what the sandbox sends, so that a test decides when and in which order it arrives."""
    receiver = Receiver()
    sandbox.control("webhook", url=receiver.url)
    yield receiver
    receiver.close()


@pytest.fixture
def payer_browser() -> Browser:
    """The payer, or payee, on the processor's own pages."""
    return Browser()


@pytest.fixture
def escrow(organisation: Organisation, freelancer_person: User) -> Escrow:
    return make_escrow(organisation, freelancer_person)


@pytest.fixture
def onboard(sandbox: SandboxProcess, payer_browser: Browser) -> Callable[[User], None]:
    """Complete a person's account on the processor's page."""

    def complete(user: User) -> None:
        url = start_onboarding(user=user, return_url=RETURN, refresh_url=RETURN, country="DE")
        payer_browser.post(
            url,
            legal_name="Fay Lancer",
            country="DE",
            payout_account="DE89370400440532013000",
        )
        refresh_own_account(user=user)

    return complete


@pytest.fixture
def count_queries() -> Callable[[], CaptureQueriesContext]:
    return lambda: CaptureQueriesContext(connection)
