"""What every page of a milestone starts with."""

from contracts.milestones.models import Milestone
from contracts.milestones.queries import milestones_with_money
from contracts.units.views.loading import OfUnit


class OfMilestone(OfUnit):
    among = milestones_with_money

    @property
    def milestone(self) -> Milestone:
        return self.unit.milestone
