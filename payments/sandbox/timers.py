"""Things that happen later on the sandbox's clock: sessions expire, funds become available."""

from collections.abc import Callable

from payments.sandbox.box import Box

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
    """Let everything that is due happen, in the order in which it became due."""
    with box.storage.transaction():
        due = box.storage.execute(
            "SELECT * FROM timers WHERE due <= ? ORDER BY due, seq", box.clock.now()
        )
        for timer in due:
            box.storage.execute("DELETE FROM timers WHERE seq = ?", timer["seq"])
            _ACTS[timer["name"]](box, timer["subject"])
