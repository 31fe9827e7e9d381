"""A text of terms taken apart for reading: its head, its clauses, and which of them carry money.

Nothing is left out and nothing moved: the head and the clauses together are the signed text.
"""

import re
from dataclasses import dataclass

from contracts.agreements.clauses.comparison import HEADING
from contracts.agreements.clauses.plain import PLAIN

# Clauses that say what is paid, when, and when it comes back; special terms may overrule them.
ABOUT_MONEY = frozenset(
    {
        "Milestones and acceptance criteria",
        "Price, fee and payment",
        "Delivery, review and approval",
        "Cancellation, notice and termination",
        "Time, rate and weekly limit",
        "Payment, fee and held funds",
        "Task, time and acceptance criteria",
        "Weekly review and approval",
        "Pause, notice and termination",
        "Periods, hours and response",
        "Report and approval",
        "Fee, grace and held funds",
        "Notice, pause and termination",
        "Special terms",
    }
)
NUMBER = re.compile(r"^## (\d+)\.")


@dataclass(frozen=True)
class Clause:
    """One clause with its heading, as it stands in the text."""

    number: str
    title: str
    text: str

    @property
    def is_about_money(self) -> bool:
        return self.title in ABOUT_MONEY

    @property
    def in_plain_words(self) -> str:
        """Empty for a clause of which nothing was written."""
        return PLAIN.get(self.title, "")

    @property
    def anchor(self) -> str:
        return f"clause-{self.number}"


@dataclass(frozen=True)
class Contents:
    """What stands before the first clause, and the clauses in their order."""

    head: str
    clauses: tuple[Clause, ...]

    @property
    def about_money(self) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if clause.is_about_money)

    @property
    def others(self) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if not clause.is_about_money)


def contents_of(text: str) -> Contents:
    """The parties' own words are quoted in the text, so no line of theirs begins a clause."""
    headings = list(HEADING.finditer(text))
    starts = [heading.start() for heading in headings]
    parts = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    clauses = (
        _clause(part, heading.group(1), position)
        for position, (part, heading) in enumerate(zip(parts, headings, strict=True), start=1)
    )
    return Contents(head=text[: starts[0]] if starts else text, clauses=tuple(clauses))


def _clause(part: str, title: str, position: int) -> Clause:
    number = NUMBER.match(part)
    return Clause(number=number[1] if number else str(position), title=title.strip(), text=part)
