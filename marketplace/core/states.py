"""The one way in which a state changes: check actor and state, lock, write, record.

Each noun declares its legal moves as a table (`<app>/states.py`); nothing else assigns
a `state` field after creation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from marketplace.core.actors import Actor
from marketplace.core.errors import ActorNotAllowed, IllegalMove
from marketplace.core.events import record
from marketplace.core.models import Event


@dataclass(frozen=True, kw_only=True)
class Move:
    """One legal move: `verb` is a past participle and names the event `<noun>.<verb>`."""

    verb: str
    sources: tuple[str, ...]
    target: str
    actors: tuple[str, ...]


class StateTable:
    """All legal moves of one noun."""

    def __init__(self, noun: str, moves: Iterable[Move]) -> None:
        self.noun = noun
        self.moves = {(move.verb, source): move for move in moves for source in move.sources}

    def allows(self, subject: Any, verb: str) -> bool:
        return (verb, subject.state) in self.moves

    def refuse(self, subject: Any, verb: str) -> None:
        """Raise IllegalMove unless the table allows `verb` from the subject's state."""
        if not self.allows(subject, verb):
            state = str(subject.state).replace("_", " ")
            raise IllegalMove(noun=self.noun, state=state, verb=verb)

    def move(
        self,
        subject: Any,
        verb: str,
        *,
        actor: Actor,
        why: str = "",
        changes: Mapping[str, Any] | None = None,
        particulars: Mapping[str, Any] | None = None,
    ) -> Event:
        """Lock `subject`, make the move with `changes` to its other fields, write the event.

        Must run inside a transaction. Raises IllegalMove or ActorNotAllowed and then has
        changed nothing.
        """
        lock(subject)
        self.refuse(subject, verb)
        source = str(subject.state)
        move = self.moves[verb, source]
        if actor.role not in move.actors:
            raise ActorNotAllowed(role=actor.role, noun=self.noun, verb=verb)
        for field, value in (changes or {}).items():
            setattr(subject, field, value)
        subject.state = move.target
        subject.save(update_fields=["state", *(changes or {})])
        return record(
            f"{self.noun}.{verb}",
            subject=subject,
            actor=actor,
            from_state=source,
            to_state=move.target,
            why=why,
            particulars=particulars,
        )


def lock(subject: models.Model) -> None:
    """Lock the row of `subject` until the transaction ends, and read it afresh in place."""
    rows = type(subject)._base_manager.select_for_update(of=("self",))
    subject.refresh_from_db(from_queryset=rows)
