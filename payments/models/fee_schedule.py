from django.db import models
from django.utils import timezone

ANY_KIND = ""


class FeeSchedule(models.Model):
    """The fee on what is released, from a day on; the newest row for a kind counts."""

    engagement_kind = models.CharField(max_length=16, blank=True, help_text="empty: every kind")
    basis_points = models.PositiveIntegerField(help_text="hundredths of a percent")
    valid_from = models.DateField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["engagement_kind", "valid_from"], name="fee_schedule_once_a_day"
            ),
            models.CheckConstraint(
                name="fee_schedule_at_most_whole", condition=models.Q(basis_points__lte=10_000)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.basis_points / 100:g} % from {self.valid_from}"
