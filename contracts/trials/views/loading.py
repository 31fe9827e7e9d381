"""What every page of a trial starts with."""

from contracts.trials.models import Trial
from contracts.trials.queries import trials_with_money
from contracts.units.views.loading import OfUnit


class OfTrial(OfUnit):
    among = trials_with_money

    @property
    def trial(self) -> Trial:
        return self.unit.trial
