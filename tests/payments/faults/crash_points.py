"""The point of its work at which a process ends: it sees each statement and each commit."""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import psycopg2.extensions
from django.db import connection

UNDISTURBED = "undisturbed"
BEFORE_ROW = "before the row"
AFTER_ROW = "after the row"
ANSWER_LOST = "answer lost"
NOT_COMMITTED = "not committed"
AFTER = "after"
POINTS = (UNDISTURBED, BEFORE_ROW, AFTER_ROW, ANSWER_LOST, NOT_COMMITTED, AFTER)


Words = tuple[str, ...]


@dataclass(frozen=True)
class CrashPoint:
    """Which point, and the words of three statements.

    `row` writes the intent down, `lost` notes that no answer came, `result` records what came.
    """

    point: str
    row: Words
    lost: Words
    result: Words


class Crasher:
    """Watches the database connection of this process, and kills it at its point."""

    def __init__(self, dies_at: CrashPoint) -> None:
        self._dies_at = dies_at
        self._seen: set[str] = set()

    def statement(self, execute: Callable[..., Any], sql: str, params: Any, *rest: Any) -> Any:
        written = f"{sql} {params}"
        if _says(written, self._dies_at.row):
            self._is_at(BEFORE_ROW)
            self._seen.add("row")
        if _says(written, self._dies_at.lost) and "row" in self._seen:
            self._is_at(ANSWER_LOST)
        if _says(written, self._dies_at.result) and "row" in self._seen:
            self._seen.add("result")
        return execute(sql, params, *rest)

    def commit(self, commit: Callable[[], None]) -> None:
        if "result" in self._seen:
            self._is_at(NOT_COMMITTED)
        commit()
        if "row" in self._seen:
            self._is_at(AFTER_ROW)
        if "result" in self._seen:
            self._is_at(AFTER)

    def _is_at(self, point: str) -> None:
        """Nothing is tidied up, and nobody is told."""
        if point == self._dies_at.point:
            os.kill(os.getpid(), signal.SIGKILL)


def _says(written: str, words: Words) -> bool:
    return all(word in written for word in words)


def crash_at(dies_at: CrashPoint) -> None:
    """From now on this process dies at its point. It is not connected yet."""
    crasher = Crasher(dies_at)

    class CrashingConnection(psycopg2.extensions.connection):
        def commit(self) -> None:
            crasher.commit(super().commit)

    connection.settings_dict["OPTIONS"] = {"connection_factory": CrashingConnection}
    connection.execute_wrappers.append(crasher.statement)
