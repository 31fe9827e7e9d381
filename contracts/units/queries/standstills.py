"""Contracts of which a side cannot act: whose they are, and what waits in them.

For a client what counts is whether anybody is left who may decide: review and sign, or pay
where nothing but the payment is missing.
"""

from django.db.models import QuerySet

from contracts.units.models.units import Unit
from contracts.units.states import UnitState


def standing_reviews() -> QuerySet[Unit]:
    """Delivered units whose review stands still, the longest first: a moderator decides."""
    rows = Unit.objects.filter(
        state=UnitState.SUBMITTED, contract__stands_still_since__isnull=False
    )
    related = rows.select_related("contract__organisation", "contract__freelancer", "escrow")
    return related.order_by("contract__stands_still_since", "id")
