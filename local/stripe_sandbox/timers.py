"""Things that happen later on the sandbox's clock: sessions expire, funds become available."""

from collections.abc import Callable
from typing import Any

from local.stripe_sandbox.box import Box

Act = Callable[[Box, str], None]
_ACTS: dict[str, Act] = {}


def on(name: str) -> Callable[[Act], Act]:
    """Name the function that a kind of timer calls with its subject's id."""

    def register(act: Act) -> Act:
        _ACTS[name] = act
        return act

    return register


def start(box: Box, *, due: int, name: str, subject: str) -> None:
    """Set a timer; it survives a restart."""
    box.storage.execute(
        "INSERT INTO timers (due, name, subject) VALUES (?, ?, ?)", due, name, subject
    )


def run_due(box: Box) -> None:
    """Let everything that is due happen, each as of its time, and so what follows from it."""
    with box.storage.transaction():
        while timer := _next_due(box):
            box.storage.execute("DELETE FROM timers WHERE seq = ?", timer["seq"])
            with box.clock.at(timer["due"]):
                _ACTS[timer["name"]](box, timer["subject"])


def _next_due(box: Box) -> dict[str, Any] | None:
    rows = box.storage.execute(
        "SELECT * FROM timers WHERE due <= ? ORDER BY due, seq LIMIT 1", box.clock.now()
    )
    return dict(rows[0]) if rows else None
