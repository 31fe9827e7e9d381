from django.db import models
from django.utils import timezone

ANY_KIND = ""


class FeeSchedule(models.Model):
    """The fee on what is released, from a day on; the newest row for a kind counts."""

    engagement_kind = models.CharField(max_length=16, blank=True, help_text="empty: every kind")
    basis_points = models.PositiveIntegerField(help_text="hundredths of a percent")
    repeat_basis_points = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="for two who completed a contract together before; empty: the same",
    )
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
            # A longer relation is never the dearer one.
            models.CheckConstraint(
                name="fee_schedule_repeat_at_most_first",
                condition=models.Q(repeat_basis_points__lte=models.F("basis_points")),
                violation_error_message="The fee of repeat pairs can be the usual one at most.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.percent} from {self.valid_from}"

    @property
    def percent(self) -> str:
        return f"{self.basis_points / 100:g} %"

    @property
    def repeat_percent(self) -> str:
        """Empty where repeat pairs pay what all pay."""
        return "" if self.repeat_basis_points is None else f"{self.repeat_basis_points / 100:g} %"

    def rate(self, *, is_repeat: bool) -> int:
        """Hundredths of a percent, for a first contract of two or a later one."""
        if is_repeat and self.repeat_basis_points is not None:
            return self.repeat_basis_points
        return self.basis_points
