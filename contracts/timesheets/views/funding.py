"""Funding a week by hand: the first one, and any that no saved method paid."""

from contracts.timesheets.views.loading import OfWeek
from contracts.units.views.funding import FundUnit


class FundWeek(OfWeek, FundUnit):
    """The week at its limit, less what other weeks left."""

    steps = "contracts/week_funding_steps.html"
