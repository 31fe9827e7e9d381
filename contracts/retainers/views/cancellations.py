"""Asking to cancel a period."""

from contracts.retainers.views.loading import OfPeriod
from contracts.units.permissions import can_cancel_unit
from contracts.units.views.cancellations import AskToCancel


class AskCancellation(AskToCancel, OfPeriod):
    """Ask the other side whether a period ends, and all of its money goes back."""

    permission = can_cancel_unit
