import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sandbox import PROJECT, SandboxProcess, free_port, wait_for
from tests.stripe.browser import Browser
from tests.stripe.orders import amounts, onboarded_account, open_session, pay_intent
from tests.stripe.receiver import Receiver


@pytest.fixture
def own(tmp_path: Path) -> Iterator[SandboxProcess]:
    process = SandboxProcess(tmp_path / "own.sqlite3")
    process.start()
    yield process
    process.stop()


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "local.stripe_sandbox", *arguments],
        cwd=PROJECT, env={**os.environ, **environment}, capture_output=True, text=True, timeout=10,
    )  # fmt: skip


def test_it_starts_with_less_than_half_a_second_of_work(own: SandboxProcess) -> None:
    assert own.work() < 0.5


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly(own: SandboxProcess, number: int) -> None:
    assert own.stop(number) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_everything_survives_a_restart(own: SandboxProcess, number: int) -> None:
    client, visitor, key = own.client(), Browser(), {"idempotency_key": "transfer-1"}
    account = onboarded_account(client, visitor)
    charge = pay_intent(client).latest_charge
    params = {"amount": 9_000, "currency": "usd", "destination": account,
              "source_transaction": charge.id}  # fmt: skip
    transfer = client.v1.transfers.create(params, key)
    session = open_session(client)
    own.restart(number)
    client = own.client()
    assert client.v1.transfers.create(params, key).id == transfer.id
    assert amounts(client.v1.balance.retrieve().pending) == {"usd": 680}
    assert visitor.pay(session.url).status == 303
    own.control("clock/advance", days=2)
    assert amounts(client.v1.balance.retrieve().pending) == {"usd": 0}


def test_waiting_webhooks_survive_a_restart(own: SandboxProcess) -> None:
    receiver = Receiver()
    own.control("webhook", url=receiver.url)
    own.control("deliveries/hold")
    pay_intent(own.client())
    own.restart(signal.SIGKILL)
    assert (own.read("deliveries")["waiting"], receiver.received) == (4, [])
    own.control("deliveries/resume")
    receiver.wait_for(4)
    receiver.close()


def test_webhooks_wait_for_a_receiver_that_is_down(own: SandboxProcess) -> None:
    own.control("webhook", url=f"http://127.0.0.1:{free_port()}/")
    own.client().v1.customers.create({"name": "Cleo"})
    wait_for(lambda: own.read("deliveries")["deliveries"][0]["attempts"] > 0)
    assert own.read("deliveries")["waiting"] == 1
    receiver = Receiver()
    own.control("webhook", url=receiver.url)
    receiver.wait_for(1)
    receiver.close()


def test_it_refuses_to_run_beside_a_live_key() -> None:
    refused = run(STRIPE_SECRET_KEY="sk_live_123")
    assert (refused.returncode, "live key" in refused.stderr) == (2, True)


def test_it_refuses_to_listen_beyond_the_machine() -> None:
    refused = run("--host", "0.0.0.0", STRIPE_SECRET_KEY="")
    assert (refused.returncode, "this machine only" in refused.stderr) == (2, True)


def test_it_needs_a_secret_for_its_webhooks() -> None:
    refused = run("--webhook-url", "http://127.0.0.1:1/", STRIPE_SECRET_KEY="",
                  STRIPE_WEBHOOK_SECRET="")  # fmt: skip
    assert (refused.returncode, "whsec_" in refused.stderr) == (2, True)


def test_a_taken_port_is_told_in_a_line(own: SandboxProcess) -> None:
    refused = run("--port", own.url.rpartition(":")[2], STRIPE_SECRET_KEY="")
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)


def test_it_imports_no_django() -> None:
    program = "import sys, local.stripe_sandbox.__main__; sys.exit('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=PROJECT, timeout=10)
    assert done.returncode == 0
