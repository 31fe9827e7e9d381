"""Processes of the product that die by SIGKILL at one exact point of their work.

`python -m tests.payments.faults.processes` sets Django up once, and forks a child for each order.
"""

import json
import os
import subprocess
import sys
from importlib import import_module
from typing import Any

import django

from tests.payments.worker import PROJECT, process_environment


class Processes:
    """Starts processes, one after the other, and tells how each ended."""

    def __init__(self) -> None:
        self._parent = subprocess.Popen(
            [sys.executable, "-m", "tests.payments.faults.processes"],
            cwd=PROJECT,
            env=process_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, act: str, escrow: int, words: dict[str, str], dies_at: dict[str, Any]) -> int:
        """A process acts, does the jobs that follow, and maybe dies; its exit code."""
        assert self._parent.stdin and self._parent.stdout
        self._parent.stdin.write(json.dumps([act, escrow, words, dies_at]) + "\n")
        self._parent.stdin.flush()
        return int(self._parent.stdout.readline())

    def close(self) -> None:
        assert self._parent.stdin
        self._parent.stdin.close()
        self._parent.wait(timeout=10)


def serve() -> None:
    django.setup()
    crashing = import_module("tests.payments.faults.crashing")
    for order in sys.stdin:
        child = os.fork()
        if child == 0:
            crashing.run(*json.loads(order))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve()
