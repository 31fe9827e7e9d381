from django.db import models

from contracts.units.models.units import Unit


class AcceptanceCriterion(models.Model):
    """One checkable sentence that what is delivered must meet."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="criteria")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["unit_id", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "position"], name="contract_criterion_position_once"
            )
        ]

    def __str__(self) -> str:
        return self.text
