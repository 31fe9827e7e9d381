"""Milestones with what every page of them shows."""

from typing import Any

from django.db.models import QuerySet

from contracts.units.queries.units import units_with_money


def milestones_with_money() -> QuerySet[Any]:
    """Units that are milestones, as `units_with_money`, each with its row of a milestone."""
    return units_with_money().filter(kind="milestone").select_related("milestone")
