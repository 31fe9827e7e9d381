"""The one way in which a state changes: check actor and state, lock, write, record.

Each noun declares its legal moves as a table (`<app>/states.py`); nothing else assigns
a `state` field after creation.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from marketplace.core.data.actors import Actor
from marketplace.core.data.batches import batched
from marketplace.core.data.errors import ActorNotAllowed, IllegalMove, NotLocked
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from marketplace.core.data.models import Event


class Badge(NamedTuple):
    """How a page tells a state: in a word or two, with a tone of `core/ui/status.py`."""

    label: str
    tone: str = "neutral"


def in_state(*states: str) -> property:
    """A property of a row: whether it is in one of `states`, as pages and services ask."""

    def is_in_state(row: Any) -> bool:
        return row.state in states

    return property(is_in_state)


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
        is_locked: bool = False,
    ) -> Event:
        """Lock `subject`, make the move with `changes` to its other fields, write the event.

        A caller that has locked the row itself, and knows it as it is, says `is_locked`. Must
        run inside a transaction. Raises IllegalMove or ActorNotAllowed and then has changed
        nothing, or NotLocked.
        """
        if not is_locked:
            lock(subject)
        source = str(subject.state)
        move = self._legal(verb, source, actor)
        _write([subject], source, move, changes or {})
        return record(
            f"{self.noun}.{verb}",
            subject=subject,
            actor=actor,
            from_state=source,
            to_state=move.target,
            why=why,
            particulars=particulars,
        )

    def move_all(
        self,
        subjects: Sequence[Any],
        verb: str,
        *,
        actor: Actor,
        changes: Mapping[str, Any] | None = None,
    ) -> None:
        """Make the same move with many rows of one state, which the caller has locked."""
        (source,) = {str(subject.state) for subject in subjects}
        move = self._legal(verb, source, actor)
        _write(subjects, source, move, changes or {})
        with batched():
            for subject in subjects:
                record(
                    f"{self.noun}.{verb}",
                    subject=subject,
                    actor=actor,
                    from_state=source,
                    to_state=move.target,
                )

    def _legal(self, verb: str, source: str, actor: Actor) -> Move:
        move = self.moves.get((verb, source))
        if move is None:
            raise IllegalMove(noun=self.noun, state=source.replace("_", " "), verb=verb)
        if actor.role not in move.actors:
            raise ActorNotAllowed(role=actor.role, noun=self.noun, verb=verb)
        return move


def _write(subjects: Sequence[Any], source: str, move: Move, changes: Mapping[str, Any]) -> None:
    """Write and set the state, and `changes`, of rows that are still in the state `source`."""
    values = {**changes, "state": move.target}
    keys = [subject.pk for subject in subjects]
    rows = type(subjects[0])._base_manager.filter(pk__in=keys, state=source)
    if rows.update(**values) != len(keys):
        raise NotLocked(f"{source} is not the state of every row to be {move.verb}: {keys}")
    for subject in subjects:
        for name, value in values.items():
            setattr(subject, name, value)
