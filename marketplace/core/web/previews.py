"""The beginning of a delivered file, to be looked at before it is downloaded.

Only text and tables: they are shown as words, so that nothing in them runs.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import PurePath

from marketplace.core.web.files import PrivateFile

READ_BYTES = 16_384
MOST_LINES, MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 40, 10, 8, 80
TABLES = {"csv": ",", "tsv": "\t"}
TEXTS = frozenset({"txt", "md", "log", "json", "jsonl", "py", "r", "sql", "toml", "yaml", "yml"})


@dataclass(frozen=True, kw_only=True)
class Preview:
    """Either rows of a table, its head first, or text; `is_cut` if the file goes on."""

    rows: tuple[tuple[str, ...], ...] = ()
    text: str = ""
    is_markdown: bool = False
    is_cut: bool = False


def preview_of(file: PrivateFile) -> Preview | None:
    """None for what is no readable text, for kinds that are not shown, and for a lost file."""
    kind = PurePath(file.name).suffix.lower().lstrip(".")
    if kind not in TABLES and kind not in TEXTS:
        return None
    try:
        words, is_cut = _beginning(file)
    except FileNotFoundError:
        # What is decided on the page can be decided without it.
        return None
    if "\0" in words or not words.strip():
        return None
    if kind in TABLES:
        return _table(words, delimiter=_delimiter(words, TABLES[kind]), is_cut=is_cut)
    lines = words.splitlines()
    text = "\n".join(lines[:MOST_LINES])
    is_long = is_cut or len(lines) > MOST_LINES
    return Preview(text=text, is_markdown=kind == "md", is_cut=is_long)


def _beginning(file: PrivateFile) -> tuple[str, bool]:
    with file.file.open("rb") as stream:
        read = stream.read(READ_BYTES)
    return read.decode("utf-8-sig", errors="replace"), file.size > len(read)


def _delimiter(words: str, usual: str) -> str:
    """Half of Europe separates by semicolons what is called comma-separated."""
    head = words.splitlines()[0]
    return ";" if head.count(";") > head.count(usual) else usual


def _table(words: str, *, delimiter: str, is_cut: bool) -> Preview:
    try:
        rows = list(csv.reader(io.StringIO(words), delimiter=delimiter))
    except csv.Error:
        return Preview(text=words[:2000], is_cut=True)
    shown = tuple(
        tuple(cell[:LONGEST_CELL] for cell in row[:MOST_COLUMNS]) for row in rows[: MOST_ROWS + 1]
    )
    is_wide = any(len(row) > MOST_COLUMNS for row in rows[: MOST_ROWS + 1])
    return Preview(rows=shown, is_cut=is_cut or is_wide or len(rows) > len(shown))
