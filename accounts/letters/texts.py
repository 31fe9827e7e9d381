"""The shapes of what is told: subjects that always fit, and bodies in which words stay words.

Nothing in a body is markup. A builder may therefore write names and titles straight into a
sentence; longer words of people stand apart as a `Quotation`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NewType

from marketplace.core.text.words import sentence

LONGEST_SUBJECT = 200
# Mail programs make links of what looks like an address, wherever it stands. A space without
# width after the dot or before the slashes keeps somebody's name from leading anywhere.
ADDRESS_LIKE = re.compile(r"(?<=\w)\.(?=[^\W\d_]{2})|(?=://)|(?<=[^\s@])(?=@)")
NO_WIDTH = "\u200b"

Subject = NewType("Subject", str)


@dataclass(frozen=True)
class Quotation:
    """What a person wrote, set off from our own sentences."""

    words: str


@dataclass(frozen=True)
class Points:
    """A list, one line each."""

    lines: Sequence[str]


Paragraph = str | Quotation | Points
Body = Paragraph | Sequence[Paragraph]


def subject_line(template: str, *words: object) -> Subject:
    """`template` with each `{}` filled by what people typed, such as a name or a title.

    It fits into the subject of a notice however long they are: they are shortened, the
    sentence is not.
    """
    return Subject(sentence(template, *words, most=LONGEST_SUBJECT))


def stored(body: Body) -> list[dict[str, Any]]:
    """The parts of `body` as they are kept with a notification; empty ones are left out."""
    parts = [body] if isinstance(body, str | Quotation | Points) else body
    return [kept for part in parts if (kept := _stored(part))]


def _stored(part: Paragraph) -> dict[str, Any]:
    if isinstance(part, Quotation):
        return _if_any("quotation", part.words)
    if isinstance(part, Points):
        return {"kind": "points", "lines": list(part.lines)} if part.lines else {}
    return _if_any("paragraph", part)


def _if_any(kind: str, words: str) -> dict[str, Any]:
    return {"kind": kind, "text": words.strip()} if words.strip() else {}


def as_plain_text(parts: Iterable[dict[str, Any]]) -> str:
    """The text part of an email: quotations behind `>`, points behind a dash."""
    return "\n\n".join(_plain(part) for part in parts)


def _plain(part: dict[str, Any]) -> str:
    if part["kind"] == "points":
        return "\n".join(f"– {line}" for line in part["lines"])
    if part["kind"] == "quotation":
        return "\n".join(f"> {line}".rstrip() for line in part["text"].splitlines())
    return str(part["text"])


def without_links(parts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The parts with nothing in them that a mail program would make a link of."""
    return [
        part | {name: _unlinked(part[name]) for name in ("text", "lines") if name in part}
        for part in parts
    ]


def _unlinked(value: Any) -> Any:
    if isinstance(value, list):
        return [unlinked(line) for line in value]
    return unlinked(value)


def unlinked(words: str) -> str:
    return ADDRESS_LIKE.sub(lambda found: f"{found[0]}{NO_WIDTH}", words)
