"""The sandbox's own time: the machine's, plus what tests have moved it forward."""

import time
from datetime import UTC, datetime

from payments.sandbox.storage import Storage

DAY = 86_400


class Clock:
    """Seconds since 1970, kept ahead of the machine's by a stored offset."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def now(self) -> int:
        """Return the present second."""
        return int(time.time()) + self.offset()

    def offset(self) -> int:
        """Return how many seconds the sandbox is ahead."""
        return int(self._storage.setting("clock_offset", "0") or 0)

    def advance(self, seconds: int) -> None:
        """Move time forward; it never goes back."""
        self._storage.set_setting("clock_offset", str(self.offset() + max(0, seconds)))

    def stamp(self) -> str:
        """Return the present as the v2 API writes it, in milliseconds."""
        return stamp(time.time() + self.offset())


def stamp(seconds: float) -> str:
    """Return seconds since 1970 as the v2 API writes them."""
    written = datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
    return written.replace("+00:00", "Z")
