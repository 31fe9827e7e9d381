"""Who sees a card dispute."""

from typing import Any

from marketplace.core.staff.registry import is_of_staff
from payments.card_disputes.models import CardDispute, CardDisputeEvidence


def can_view_card_dispute(user: Any, subject: CardDispute | CardDisputeEvidence) -> bool:
    """Staff: both sides see what it means for them on the page of the money."""
    return is_of_staff(user)
