"""The end of a review that was interrupted, moved for the unit and for its submission alike."""

from datetime import datetime

from contracts.units.models.units import Unit


def move_review_end(unit: Unit, ends_at: datetime) -> None:
    """Let the review of a locked unit end then; its last day is reminded of anew."""
    unit.review_ends_at = ends_at
    unit.save(update_fields=["review_ends_at"])
    submission = unit.submissions.order_by("-round").first()
    if submission is not None:
        submission.review_ends_at = ends_at
        submission.last_day_reminded_at = None
        submission.save(update_fields=["review_ends_at", "last_day_reminded_at"])
