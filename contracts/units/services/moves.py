"""What happens to a unit, told under the name of its kind: `milestone.approved`."""

from collections.abc import Mapping
from typing import Any

from contracts.units.models.units import Unit
from marketplace.core.data.actors import Actor
from marketplace.core.data.events import record
from marketplace.core.data.models import Event


def move_unit(
    unit: Unit,
    verb: str,
    *,
    by: Actor,
    why: str = "",
    changes: Mapping[str, Any] | None = None,
    **particulars: Any,
) -> Event:
    """Make a move with a locked unit, as its one state table allows."""
    return unit.of_kind.states.move(
        unit,
        verb,
        actor=by,
        why=why,
        changes=changes,
        particulars={"position": unit.position, **particulars},
        is_locked=True,
    )


def record_of_unit(unit: Unit, verb: str, *, by: Actor, **particulars: Any) -> Event:
    """Append what happened to a unit without a change of its state."""
    return record(
        f"{unit.of_kind.noun}.{verb}",
        subject=unit,
        actor=by,
        particulars={"position": unit.position, **particulars},
    )
