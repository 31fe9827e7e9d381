"""Funding a week by hand: the first one, and any that no saved method paid."""

from contracts.timesheets.views.loading import OfWeek
from contracts.units.permissions import can_fund_unit
from contracts.units.views.funding import FundUnit


class FundWeek(FundUnit, OfWeek):
    """The week at its limit, less what other weeks left."""

    permission = can_fund_unit
    steps = "contracts/week_funding_steps.html"
