"""A sandbox for the whole run, emptied before each test, and the people around it."""

from collections.abc import Iterator

import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.browser import Browser
from tests.stripe.receiver import Receiver


@pytest.fixture(scope="session")
def sandbox_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxProcess]:
    process = SandboxProcess(tmp_path_factory.mktemp("sandbox") / "sandbox.sqlite3")
    process.start()
    yield process
    process.stop()


@pytest.fixture
def sandbox(sandbox_process: SandboxProcess) -> SandboxProcess:
    sandbox_process.reset()
    return sandbox_process


@pytest.fixture
def client(sandbox: SandboxProcess) -> stripe.StripeClient:
    return sandbox.client()


@pytest.fixture
def visitor() -> Browser:
    return Browser()


@pytest.fixture
def receiver(sandbox: SandboxProcess) -> Iterator[Receiver]:
    receiver = Receiver()
    sandbox.control("webhook", url=receiver.url)
    yield receiver
    receiver.close()
