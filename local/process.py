"""A child process with its own log: started, waited for, stopped."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

GRACE_SECONDS = 10
PATIENCE_SECONDS = 120


class Died(Exception):
    """A child ended that should have gone on, or ended badly."""


class Child:
    """One process in a session of its own, so that Ctrl-C reaches only its supervisor."""

    def __init__(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        log: Path,
        env: dict[str, str],
        ready: Callable[["Child"], bool] = lambda child: True,
        stop_signal: int = signal.SIGTERM,
        **options: Any,
    ) -> None:
        self.name = name
        self.log = log
        self.ready = ready
        self.stop_signal = stop_signal
        if log.exists():
            log.replace(log.with_suffix(".previous.log"))
        with log.open("ab") as output:
            self.process = subprocess.Popen(
                [str(part) for part in command],
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                **options,
            )

    @property
    def pid(self) -> int:
        return self.process.pid

    def is_alive(self) -> bool:
        return self.process.poll() is None

    def wait_ready(self) -> None:
        """Return once it is ready; raises Died if it ends before or takes too long."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not self.ready(self):
            self.check()
            if time.monotonic() > deadline:
                raise Died(f"not ready after {PATIENCE_SECONDS} s\n{self.tail()}")
            time.sleep(0.05)

    def check(self) -> None:
        """Raise Died, with the last lines of its log, unless it is alive."""
        if not self.is_alive():
            raise Died(f"{self.name} ended with {self.process.returncode}\n{self.tail()}")

    def lines(self) -> Iterator[str]:
        """What it says, line by line, until it ends."""
        started = ""
        with self.log.open(errors="replace") as log:
            while True:
                ended = not self.is_alive()
                *whole, started = (started + log.read()).split("\n")
                yield from whole
                if ended:
                    return
                time.sleep(0.1)

    def finish(self) -> None:
        """Wait for the end of a child that does one thing; raises Died if it failed."""
        if self.process.wait() != 0:
            self.check()

    def says(self, words: str) -> bool:
        return words in self.log.read_text(errors="replace")

    def stop(self) -> None:
        """Ask it to end, and after a while end it with everything that it started."""
        if self.is_alive():
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.send_signal(self.stop_signal)
                self.process.wait(GRACE_SECONDS)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        self.process.wait()

    def tail(self, lines: int = 15) -> str:
        """The last lines of its log, each indented, under the log's path."""
        kept = self.log.read_text(errors="replace").splitlines()[-lines:]
        return "\n".join([f"  {self.log}:", *(f"    {line}" for line in kept)])
