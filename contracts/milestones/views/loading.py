"""What every page of a milestone starts with."""

from typing import Any

from django.db.models import QuerySet

from contracts.milestones.models import Milestone
from contracts.milestones.queries import milestones_with_money
from contracts.units.views.loading import OfUnit


class OfMilestone(OfUnit):
    """Loads a unit that is a milestone."""

    def units(self) -> QuerySet[Any]:
        return milestones_with_money()

    @property
    def milestone(self) -> Milestone:
        return self.unit.milestone
