"""Processes of the product that die by SIGKILL at one exact point of their work.

`python -m tests.payments.faults.mortals` sets Django up once, and forks a child for each order.
"""

import json
import os
import subprocess
import sys
from importlib import import_module
from typing import Any

import django

from tests.payments.worker import PROJECT, process_environment


class Mortals:
    """Gives birth to processes, one after the other, and tells how each ended."""

    def __init__(self) -> None:
        self._parent = subprocess.Popen(
            [sys.executable, "-m", "tests.payments.faults.mortals"],
            cwd=PROJECT,
            env=process_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def live(self, act: str, escrow: int, words: dict[str, str], fate: dict[str, Any]) -> int:
        """A process acts, does the jobs that follow, and maybe dies; its exit code."""
        assert self._parent.stdin and self._parent.stdout
        self._parent.stdin.write(json.dumps([act, escrow, words, fate]) + "\n")
        self._parent.stdin.flush()
        return int(self._parent.stdout.readline())

    def end(self) -> None:
        assert self._parent.stdin
        self._parent.stdin.close()
        self._parent.wait(timeout=10)


def give_birth() -> None:
    django.setup()
    life = import_module("tests.payments.faults.life")
    for order in sys.stdin:
        child = os.fork()
        if child == 0:
            life.live(*json.loads(order))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    give_birth()
