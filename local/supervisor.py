"""Starts processes together, watches them, and stops them in reverse order."""

import signal
import time
from collections.abc import Callable

from local import postgres, redis, register, sandbox
from local.process import Child
from local.progress import step, tell
from local.stack import Stack

WATCH_SECONDS = 0.5
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SERVERS = {"postgres": postgres.start, "redis": redis.start, "stripe": sandbox.start}


class Supervisor:
    """The processes of one stack; leaving its context stops them all.

    Within it Ctrl-C, SIGTERM and SIGHUP raise KeyboardInterrupt, once.
    """

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.children: list[Child] = []

    def __enter__(self) -> "Supervisor":
        for number in ENDINGS:
            signal.signal(number, signal.default_int_handler)
        return self

    def __exit__(self, *error: object) -> None:
        for number in ENDINGS:
            signal.signal(number, signal.SIG_IGN)
        for child in reversed(self.children):
            child.stop()

    def start(self, *starters: Callable[[Stack], Child]) -> None:
        """Start them at once, then wait for each; raises Died when one does not get ready."""
        for starter in starters:
            self.children.append(starter(self.stack))
            register.record(self.stack, self.children)
        for child in self.children[-len(starters) :]:
            with step(child.name):
                child.wait_ready()

    def start_servers(self, *names: str) -> None:
        """Start those of the named servers that the stack brings itself."""
        wanted = [SERVERS[name] for name in names if name in self.stack.embedded]
        if wanted:
            self.start(*wanted)

    def run_once(self, name: str, child: Child, *, aloud: bool = False) -> None:
        """Wait for a process that does one thing, `aloud` telling what it says meanwhile."""
        self.children.append(child)
        with step(name):
            for line in child.lines():
                if aloud:
                    tell(line)
            child.finish()
        self.children.remove(child)

    def watch(self) -> None:
        """Return never; raises Died when a child ends."""
        while True:
            for child in self.children:
                child.check()
            time.sleep(WATCH_SECONDS)
