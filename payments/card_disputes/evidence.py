"""What apps above know of an escrow, for a bank that doubts its payment.

register_evidence(builder) — each builder is asked for the sections it can write about an escrow.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from payments.escrows.models.escrows import Escrow


@dataclass(frozen=True, kw_only=True)
class EvidenceEntry:
    """One thing that happened, or one text, with its heading."""

    heading: str
    text: str = ""
    is_markdown: bool = False


@dataclass(frozen=True, kw_only=True)
class Section:
    """A titled part of the document. An appendix is left out where it would grow too long."""

    title: str
    facts: Sequence[tuple[str, str]] = ()
    entries: Sequence[EvidenceEntry] = ()
    is_appendix: bool = False


@dataclass(frozen=True, kw_only=True)
class Testimony:
    """Sections in reading order, and short answers to the processor's own questions."""

    sections: Sequence[Section]
    answers: Mapping[str, str] = field(default_factory=dict)


Builder = Callable[[Escrow], Testimony | None]
_builders: list[Builder] = []


def register_evidence(builder: Builder) -> Builder:
    _builders.append(builder)
    return builder


def evidence_about(escrow: Escrow) -> list[Testimony]:
    built = (builder(escrow) for builder in _builders)
    return [testimony for testimony in built if testimony]
