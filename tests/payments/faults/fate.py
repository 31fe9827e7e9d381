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
class Fate:
    """Which point, and the words of three statements.

    `row` writes the intent down, `lost` notes that no answer came, `result` records what came.
    """

    point: str
    row: Words
    lost: Words
    result: Words


class Doom:
    """Watches the database connection of this process, and kills it at the point of its fate."""

    def __init__(self, fate: Fate) -> None:
        self._fate = fate
        self._seen: set[str] = set()

    def statement(self, execute: Callable[..., Any], sql: str, params: Any, *rest: Any) -> Any:
        written = f"{sql} {params}"
        if _says(written, self._fate.row):
            self._is_at(BEFORE_ROW)
            self._seen.add("row")
        if _says(written, self._fate.lost) and "row" in self._seen:
            self._is_at(ANSWER_LOST)
        if _says(written, self._fate.result) and "row" in self._seen:
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
        if point == self._fate.point:
            os.kill(os.getpid(), signal.SIGKILL)


def _says(written: str, words: Words) -> bool:
    return all(word in written for word in words)


def meet(fate: Fate) -> None:
    """From now on this process dies at its point. It is not connected yet."""
    doom = Doom(fate)

    class MortalConnection(psycopg2.extensions.connection):
        def commit(self) -> None:
            doom.commit(super().commit)

    connection.settings_dict["OPTIONS"] = {"connection_factory": MortalConnection}
    connection.execute_wrappers.append(doom.statement)
