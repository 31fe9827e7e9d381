"""Writing the terms: the clauses in `text/` for all kinds and for this one, by their numbers.

The parties' own words are quoted (`>`), so that nobody's sentence can pass for a clause.
"""

import hashlib
import re
from datetime import date
from pathlib import Path
from typing import Any

from django.template import Context, Engine

from accounts.people.places import country_name
from contracts.agreements.clauses.draft import TermsDraft
from marketplace.core.data.money import Money
from marketplace.core.text.moments import day_of

TEXT = Path(__file__).parent / "text"
ENGINE = Engine(dirs=[str(TEXT)], autoescape=False)
SPECIAL = re.compile(r"[\\`*_\[\]<>#|~]|^[-+]|&(?=#?\w+;)")
# What would begin a list within a list: “1. FC Datenheim is named on the cover.”
NUMBERED = re.compile(r"^(\d{1,9})([.)])")
# Kinds of data that need more than the ordinary clause.
PERSONAL = ("personal", "health", "financial", "other")


def write_terms(draft: TermsDraft, *, reference: str, number: int, on: date) -> str:
    """The whole document as markdown; the same arguments give the same text, byte by byte."""
    facts = _facts(draft) | {"reference": reference, "number": number, "on": day_of(on)}
    context = Context(facts, autoescape=False, use_l10n=False)
    clauses = (ENGINE.get_template(name).render(context) for name in _clauses_of(draft.kind))
    return "\n\n".join(_tidy(clause) for clause in clauses if clause.strip()) + "\n"


def _clauses_of(kind: str) -> list[str]:
    """The files of a kind's clauses, those that all kinds share among them, by number."""
    files = (path for room in ("all", kind) for path in (TEXT / room).iterdir())
    return [str(path.relative_to(TEXT)) for path in sorted(files, key=lambda path: path.name)]


def fingerprint(text: str) -> str:
    """The SHA-256 of the text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _facts(draft: TermsDraft) -> dict[str, Any]:
    quoted = (
        *("purpose", "success_metrics", "guardrails", "approach", "data_preparation"),
        *("validation_plan", "assumptions", "data_rules", "special_terms"),
    )
    return {
        **{name: _quoted(getattr(draft, name)) for name in quoted},
        # One sentence of what was typed in lines: no character of it is a mark.
        "goal": _quoted(_inline(draft.goal)),
        **{name: _inline(getattr(draft, name)) for name in ("title", "client", "freelancer")},
        "residency": _inline(draft.residency),
        "has_personal_data": draft.sensitivity in PERSONAL,
        "has_health_data": draft.sensitivity == "health",
        "kind": draft.kind,
        "milestones": [_milestone(number, draft) for number in draft.by_number],
        **(_time(draft) if draft.is_hourly else {}),
        **(_trial(draft) if draft.is_trial else {}),
        **(_retainer(draft) if draft.is_retainer else {}),
        "price": str(draft.price),
        "fee": str(draft.fee),
        "receives": str(draft.price - draft.fee),
        "fee_percent": f"{draft.fee_basis_points / 100:g} %",
        "review_days": draft.review_days,
    }


def _time(draft: TermsDraft) -> dict[str, Any]:
    return {
        "rate": str(draft.rate),
        "weekly_hours": draft.hours.weekly_hours,
        "waiting_rate": str(draft.waiting_rate) if draft.waiting_rate else "",
    }


def _trial(draft: TermsDraft) -> dict[str, Any]:
    return {
        "task": _quoted(draft.trial.task),
        "criteria": [_inline(text) for text in draft.trial.criteria],
        "hours": draft.trial.hours,
        "due_days": draft.trial.due_days,
    }


def _retainer(draft: TermsDraft) -> dict[str, Any]:
    promised = draft.retainer
    critical, major, minor = promised.response
    return {
        "hours": promised.hours,
        "outcomes": [_inline(text) for text in promised.outcomes],
        "response_critical": critical,
        "response_major": major,
        "response_minor": minor,
        "zone": _inline(promised.zone),
        "holidays": country_name(promised.holidays) if promised.holidays else "",
        "notice_days": promised.notice_days,
    }


def _milestone(number: int, draft: TermsDraft) -> dict[str, Any]:
    item = draft.by_number[number]
    return {
        "number": number,
        "title": _inline(item.title),
        "deliverables": _quoted(item.deliverables),
        "criteria": [_inline(text) for text in item.criteria],
        "amount": str(Money(item.amount, draft.currency)),
        "due_on": day_of(item.due_on) if item.due_on else "no fixed date",
    }


def _quoted(text: str) -> str:
    lines = text.strip().splitlines()
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _inline(text: str) -> str:
    """One line in which no character has a meaning in markdown."""
    line = SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    return NUMBERED.sub(r"\1\\\2", line)


def _tidy(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text.strip())
