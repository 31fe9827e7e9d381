"""Asking to cancel a week."""

from contracts.timesheets.views.loading import OfWeek
from contracts.units.permissions import can_cancel_unit
from contracts.units.views.cancellations import AskToCancel


class AskCancellation(AskToCancel, OfWeek):
    """Ask the other side whether a week ends, and all of its money goes back."""

    permission = can_cancel_unit
