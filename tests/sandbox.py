"""The Stripe sandbox as a process of its own, for tests of any folder."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import psutil
import stripe

SECRET_KEY = "sk_test_holdout"
WEBHOOK_SECRET = "whsec_sandbox"
PROJECT = Path(__file__).resolve().parent.parent


class SandboxProcess:
    """One running sandbox with a storage file; `url` is what StripeClient is pointed at."""

    def __init__(self, storage: Path, *, webhook_url: str | None = None) -> None:
        self._storage = storage
        self._webhook_url = webhook_url
        self._port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start the process and wait until it answers."""
        command = [
            sys.executable, "-m", "local.stripe_sandbox", "--quiet", "--port", str(self._port),
            "--storage", str(self._storage), "--webhook-secret", WEBHOOK_SECRET,
        ]  # fmt: skip
        if self._webhook_url:
            command += ["--webhook-url", self._webhook_url]
        environment = {name: value for name, value in os.environ.items() if "STRIPE" not in name}
        self._process = subprocess.Popen(
            command, cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL
        )
        wait_for(self._answers, seconds=10)

    def stop(self, number: int = signal.SIGTERM) -> int:
        """End the process by a signal and return its exit status."""
        if self._process is None:
            return 0
        self._process.send_signal(number)
        status = self._process.wait(timeout=10)
        self._process = None
        return status

    def restart(self, number: int = signal.SIGTERM) -> None:
        """Stop and start again on the same storage."""
        self.stop(number)
        self.start()

    def work(self) -> float:
        """Seconds of processor time used so far: what a busy machine does not lengthen."""
        assert self._process is not None
        times = psutil.Process(self._process.pid).cpu_times()
        used: float = times.user + times.system
        return used

    def control(self, path: str, /, **particulars: Any) -> dict[str, Any]:
        """Order something of the control surface, such as `clock/advance`."""
        return self._call("POST", path, json.dumps(particulars).encode())

    def read(self, path: str) -> dict[str, Any]:
        """Read something of the control surface, such as `deliveries`."""
        return self._call("GET", path, None)

    def reset(self) -> None:
        """Forget everything that earlier tests did."""
        self.control("reset")

    def client(self, **options: Any) -> stripe.StripeClient:
        """Return a client of the real library that talks to this sandbox."""
        options = {"max_network_retries": 0, **options}
        return stripe.StripeClient(
            SECRET_KEY, base_addresses={"api": self.url, "files": self.url}, **options
        )

    def _call(self, method: str, path: str, body: bytes | None) -> dict[str, Any]:
        request = urllib.request.Request(f"{self.url}/_sandbox/{path}", body, method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            told: dict[str, Any] = json.load(answer)
        return told

    def _answers(self) -> bool:
        try:
            self.read("clock")
        except (urllib.error.URLError, ConnectionError):
            return False
        return True


def free_port() -> int:
    """Return a port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def wait_for(condition: Any, *, seconds: float = 5) -> None:
    """Wait until a condition holds, or fail saying that it never did."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "what was waited for did not happen"
        time.sleep(0.02)
