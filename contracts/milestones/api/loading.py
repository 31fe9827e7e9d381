"""What every endpoint of a milestone starts with."""

from typing import Any

from django.db.models import QuerySet

from contracts.milestones.queries import milestones_with_money
from contracts.units.api.loading import OfUnit


class OfMilestone(OfUnit):
    """A unit that is a milestone."""

    tag = "milestones"

    def units(self) -> QuerySet[Any]:
        return milestones_with_money()
