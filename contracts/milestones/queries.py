"""Milestones with what every page of them shows."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from contracts.units.models.submissions import Submission
from contracts.units.queries.criteria import with_answers
from contracts.units.queries.units import units_with_money


def milestones_with_money() -> QuerySet[Any]:
    """Units that are milestones, as `units_with_money`, each with its row of a milestone."""
    return units_with_money().filter(kind="milestone").select_related("milestone")


def milestones_in_full() -> QuerySet[Any]:
    """With their criteria, submissions, and the questions about them."""
    submissions = with_answers(Submission.objects.select_related("submitted_by"))
    return milestones_with_money().prefetch_related(
        "criteria", "cancellations", Prefetch("submissions", submissions)
    )
