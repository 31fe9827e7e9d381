"""What differs between two versions of the terms, clause by clause."""

import re
from dataclasses import dataclass

HEADING = re.compile(r"^## (?:\d+\. )?(.+)$", re.MULTILINE)
# Marks that matter to the renderer, not to the reader of a comparison.
MARKS = re.compile(r"\*\*|^#{1,6} |^> ?|^\| | \|$|\\(?=[^\w\s])", re.MULTILINE)
TABLE_RULE = re.compile(r"^\|[ :|-]+\|\n", re.MULTILINE)
CELL_EDGE = re.compile(r"(?<!\\) \| ")


@dataclass(frozen=True)
class ChangedClause:
    """One clause in both versions; empty where a version does not have it."""

    title: str
    before: str
    after: str


def changed_clauses(before: str, after: str) -> list[ChangedClause]:
    """The clauses that are not the same, in the order of the newer text."""
    old, new = _clauses(before), _clauses(after)
    titles = [*new, *(title for title in old if title not in new)]
    pairs = (ChangedClause(title, old.get(title, ""), new.get(title, "")) for title in titles)
    return [pair for pair in pairs if pair.before != pair.after]


def _clauses(text: str) -> dict[str, str]:
    """Clause by title, without numbers, which shift; the head of the document is left out."""
    parts = HEADING.split(text)
    return {title: _plain(body) for title, body in zip(parts[1::2], parts[2::2], strict=True)}


def _plain(body: str) -> str:
    """Words without marks; the cells of a table stand beside each other."""
    cells = CELL_EDGE.sub(" · ", TABLE_RULE.sub("", body))
    return re.sub(r"\n{2,}", "\n", MARKS.sub("", cells)).strip()
