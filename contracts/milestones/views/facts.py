"""One milestone: its page, and the facts that every page of it shows."""

from typing import Any

from contracts.milestones.models import Milestone
from contracts.units.queries.places import parts_of_milestone, place_of_milestone
from projects.briefs.models.phases import Phase


def facts_of(milestone: Milestone) -> dict[str, Any]:
    """What every page of a milestone shows."""
    return {
        "milestone": milestone,
        "contract": milestone.contract,
        "place": place_of_milestone(milestone),
        "phase": dict(Phase.choices).get(milestone.phase, ""),
        "rail": list(parts_of_milestone(milestone).items()),
    }
