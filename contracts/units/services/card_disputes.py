"""What a card dispute means for the unit whose money it freezes and thaws.

Each is told of a unit that is locked already, and harmless when the unit has ended.
"""

from datetime import datetime, timedelta

from django.utils import timezone

from contracts.units.models.units import Unit
from contracts.units.services.moves import record_of_unit
from contracts.units.services.review_ends import move_review_end
from contracts.units.states import HOLDING
from marketplace.core.data.actors import SYSTEM

# A review that was interrupted goes on for what was left of it, and never for less: the
# shortest review period that terms may have.
SHORTEST_REST = timedelta(days=3)


def note_dispute(*, unit: Unit) -> None:
    """The bank disputes the payment: nothing moves, and no period runs, until it decides."""
    if unit.state in HOLDING:
        record_of_unit(unit, "payment_disputed", by=SYSTEM)


def resume_after_dispute(*, unit: Unit, since: datetime) -> None:
    """The money is held again: an interrupted review goes on, and silence counts anew.

    `since` is when the freeze began. Side effects: an event, of which both sides are told.
    """
    if unit.state not in HOLDING:
        return
    if unit.is_in_review and unit.review_ends_at is not None:
        left = max(unit.review_ends_at - since, SHORTEST_REST)
        move_review_end(unit, timezone.now() + left)
    record_of_unit(unit, "payment_undisputed", by=SYSTEM)
