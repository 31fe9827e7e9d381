"""Funding a milestone."""

from contracts.milestones.views.loading import OfMilestone
from contracts.units.permissions import can_fund_unit
from contracts.units.views.funding import FundUnit


class FundMilestone(FundUnit, OfMilestone):
    """As any unit: the price, once, before the work."""

    permission = can_fund_unit
