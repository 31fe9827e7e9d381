"""Funding a period by hand: the first one, and any that no saved method paid."""

from contracts.retainers.views.loading import OfPeriod
from contracts.units.permissions import can_fund_unit
from contracts.units.views.funding import FundUnit


class FundPeriod(FundUnit, OfPeriod):
    """The fee of the period."""

    permission = can_fund_unit
    steps = "contracts/period_funding_steps.html"
