"""Faults that tests order: lost answers, refused calls, slow calls."""

import threading
from dataclasses import dataclass
from fnmatch import fnmatch


@dataclass
class Fault:
    """One ordered misbehaviour for calls whose path matches a pattern."""

    kind: str
    path: str
    method: str = "POST"
    times: int = 1
    status: int = 500
    code: str | None = None
    message: str = "An error ordered from the sandbox's control surface."
    stored: bool = False
    seconds: float = 0.0


class Faults:
    """The faults that wait for their call; kept in memory only."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._lock = threading.Lock()

    def order(self, fault: Fault) -> None:
        """Let a fault happen to the next matching calls."""
        with self._lock:
            self._waiting.append(fault)

    def take(self, kind: str, method: str, path: str) -> Fault | None:
        """Return the fault of a kind that this call meets, using it up."""
        with self._lock:
            for fault in self._waiting:
                if fault.kind == kind and fault.method == method and fnmatch(path, fault.path):
                    fault.times -= 1
                    if fault.times <= 0:
                        self._waiting.remove(fault)
                    return fault
        return None

    def waiting(self) -> list[dict[str, object]]:
        """Return what is still to happen."""
        with self._lock:
            return [vars(fault).copy() for fault in self._waiting]

    def clear(self) -> None:
        """Forget every ordered fault."""
        with self._lock:
            self._waiting.clear()
