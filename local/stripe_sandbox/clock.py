"""The sandbox's own time: the machine's, plus what tests have moved it forward."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from local.stripe_sandbox.storage import Storage

DAY = 86_400


class Clock:
    """Seconds since 1970, kept ahead of the machine's by a stored offset."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._moment: int | None = None

    def now(self) -> int:
        """Return the present second, or the past one that is lived again."""
        return self._present() if self._moment is None else self._moment

    @contextmanager
    def at(self, moment: int) -> Iterator[None]:
        """Let something happen as of a moment that has gone by, in the sandbox's transaction."""
        self._moment = min(moment, self._present())
        try:
            yield
        finally:
            self._moment = None

    def _present(self) -> int:
        return int(time.time()) + self.offset()

    def offset(self) -> int:
        """Return how many seconds the sandbox is ahead."""
        return int(self._storage.setting("clock_offset", "0") or 0)

    def advance(self, seconds: int) -> None:
        """Move time forward; it never goes back."""
        self._storage.set_setting("clock_offset", str(self.offset() + max(0, seconds)))

    def stamp(self) -> str:
        """Return the present as the v2 API writes it, in milliseconds."""
        return stamp(time.time() + self.offset() if self._moment is None else self._moment)


def stamp(seconds: float) -> str:
    """Return seconds since 1970 as the v2 API writes them."""
    written = datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
    return written.replace("+00:00", "Z")
