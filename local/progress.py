"""What the terminal shows while the stack works."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def step(name: str) -> Iterator[None]:
    """Show that `name` is under way, then that it is done or failed, with its seconds."""
    again = "\r\033[K" if sys.stdout.isatty() else ""
    print(f"· {name} …", end="" if again else "\n", flush=True)
    started = time.monotonic()
    try:
        yield
    except BaseException:
        print(f"{again}✗ {name}", flush=True)
        raise
    print(f"{again}✓ {name} {time.monotonic() - started:.1f} s", flush=True)


def tell(line: str) -> None:
    """Show what a process said last, on a terminal in place of what it said before."""
    if sys.stdout.isatty():
        print(f"\r\033[K· {line.strip()[:78]}", end="", flush=True)
    else:
        print(f"  {line.strip()}", flush=True)


def say(line: str) -> None:
    print(line, flush=True)
