"""One SQLite file: objects as JSON documents, and the few tables around them."""

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

Doc = dict[str, Any]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS objects (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    type TEXT NOT NULL, id TEXT NOT NULL UNIQUE, doc TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS objects_by_type ON objects (type, seq);
CREATE TABLE IF NOT EXISTS idempotency_keys (
    key TEXT PRIMARY KEY, endpoint TEXT NOT NULL, fingerprint TEXT NOT NULL,
    status INTEGER NOT NULL, body TEXT NOT NULL, request_id TEXT NOT NULL,
    created INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS deliveries (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL, type TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0, next_attempt REAL NOT NULL DEFAULT 0,
    delivered INTEGER NOT NULL DEFAULT 0, answer TEXT);
CREATE INDEX IF NOT EXISTS deliveries_waiting ON deliveries (delivered, next_attempt);
CREATE TABLE IF NOT EXISTS timers (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    due INTEGER NOT NULL, name TEXT NOT NULL, subject TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS timers_by_due ON timers (due, seq);
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT);
"""
_TABLES = ("objects", "idempotency_keys", "deliveries", "timers", "settings")


def public(doc: Doc) -> Doc:
    """Return an object without what only the sandbox knows (names that begin with _)."""
    return {name: value for name, value in doc.items() if not name.startswith("_")}


class Storage:
    """The sandbox's memory; one connection behind one lock, so that calls never interleave."""

    def __init__(self, path: str) -> None:
        self._lock = threading.RLock()
        self._depth = 0
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=NORMAL")
        self._connection.executescript(_SCHEMA)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run a block that is kept whole or not at all; nests as savepoints."""
        with self._lock:
            name = f"level{self._depth}"
            self.execute("BEGIN IMMEDIATE" if self._depth == 0 else f"SAVEPOINT {name}")
            self._depth += 1
            try:
                yield
            except BaseException:
                self._depth -= 1
                self._undo(name)
                raise
            self._depth -= 1
            self.execute("COMMIT" if self._depth == 0 else f"RELEASE {name}")

    def _undo(self, name: str) -> None:
        if self._depth == 0:
            self.execute("ROLLBACK")
        else:
            self.execute(f"ROLLBACK TO {name}")
            self.execute(f"RELEASE {name}")

    def execute(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """Run one statement and return its rows."""
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    def insert(self, doc: Doc) -> Doc:
        """Keep a new object under its `object` and `id`."""
        self.execute(
            "INSERT INTO objects (type, id, doc) VALUES (?, ?, ?)",
            doc["object"], doc["id"], json.dumps(doc),
        )  # fmt: skip
        return doc

    def save(self, doc: Doc) -> Doc:
        """Replace the stored state of an object."""
        self.execute("UPDATE objects SET doc = ? WHERE id = ?", json.dumps(doc), doc["id"])
        return doc

    def retype(self, id: str, type: str) -> None:
        """File an object under another type, so that lists of its old type leave it out."""
        self.execute("UPDATE objects SET type = ? WHERE id = ?", type, id)

    def get(self, id: str, type: str | None = None) -> Doc | None:
        """Return an object by its id, if it is there and of that type."""
        rows = self.execute("SELECT type, doc FROM objects WHERE id = ?", id)
        if not rows or (type and rows[0]["type"] != type):
            return None
        doc: Doc = json.loads(rows[0]["doc"])
        return doc

    def find(self, type: str, **fields: Any) -> list[Doc]:
        """Return the objects of a type whose fields equal these, oldest first."""
        where = "".join(f" AND json_extract(doc, '$.{name}') = ?" for name in fields)
        rows = self.execute(
            f"SELECT doc FROM objects WHERE type = ?{where} ORDER BY seq", type, *fields.values()
        )
        return [json.loads(row["doc"]) for row in rows]

    def setting(self, name: str, default: str | None = None) -> str | None:
        """Return a stored setting."""
        rows = self.execute("SELECT value FROM settings WHERE name = ?", name)
        return rows[0]["value"] if rows else default

    def set_setting(self, name: str, value: str | None) -> None:
        """Store a setting."""
        self.execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", name, value)

    def clear(self) -> None:
        """Forget everything."""
        with self.transaction():
            for table in _TABLES:
                self.execute(f"DELETE FROM {table}")

    def close(self) -> None:
        """Write everything out and let the file go."""
        with self._lock:
            self._connection.close()
