"""Who runs the stack of a folder, and which processes it started.

A lock that dies with its holder tells whether somebody runs it; the list of processes lets
the next run end what a killed one left behind.
"""

import contextlib
import fcntl
import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil

from local.process import GRACE_SECONDS, Child
from local.stack import Stack


class Running(Exception):
    """Somebody else holds this folder's stack."""

    def __init__(self, home: Path) -> None:
        facts = recorded(home)
        self.pid: int = facts["pid"]
        self.address: str = facts["address"]
        super().__init__(self.address)


@contextlib.contextmanager
def held(home: Path) -> Iterator[None]:
    """Hold the stack of `home`; raises Running if another process does."""
    with (home / "lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Running(home) from None
        end_leftovers(home)
        try:
            yield
        finally:
            (home / "running.json").unlink(missing_ok=True)


def record(stack: Stack, children: list[Child]) -> None:
    processes = [process for child in children if (process := identified(child.pid))]
    facts = {"pid": os.getpid(), "address": stack.env["SITE_URL"], "children": processes}
    (stack.home / "running.json").write_text(json.dumps(facts, indent=2) + "\n")


def recorded(home: Path) -> dict:
    path = home / "running.json"
    return json.loads(path.read_text()) if path.exists() else {}


def identified(pid: int) -> dict[str, float] | None:
    """A process with its start time, because numbers are used again."""
    try:
        return {"pid": pid, "created": psutil.Process(pid).create_time()}
    except psutil.NoSuchProcess:
        return None


def end_leftovers(home: Path) -> None:
    """End what a killed run left behind, newest first."""
    for known in reversed(recorded(home).get("children", [])):
        if identified(known["pid"]) == known:
            end(psutil.Process(known["pid"]))


def end(process: psutil.Process) -> None:
    family = [process, *process.children(recursive=True)]
    # Postgres understands "interrupt" as: end now and tidily. The others do too.
    process.send_signal(signal.SIGINT)
    _, remaining = psutil.wait_procs(family, timeout=GRACE_SECONDS)
    for member in remaining:
        member.kill()
    psutil.wait_procs(remaining, timeout=GRACE_SECONDS)
