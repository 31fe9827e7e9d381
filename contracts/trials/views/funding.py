"""Funding a trial."""

from contracts.trials.views.loading import OfTrial
from contracts.units.views.funding import FundUnit


class FundTrial(FundUnit, OfTrial):
    """As any unit: the price, once, before the work."""
