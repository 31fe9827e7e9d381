"""What every page of a retainer period starts with."""

from contracts.retainers.models.periods import Period
from contracts.retainers.queries.periods import periods_with_money
from contracts.units.views.loading import OfUnit


class OfPeriod(OfUnit):
    among = periods_with_money

    @property
    def period(self) -> Period:
        return self.unit.period
