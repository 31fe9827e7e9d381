from django.db import models

from contracts.units.models.units import Unit

# Product rule: at most two rounds of changes unless both agree to more.
ROUNDS_ALLOWED = 2


class Milestone(models.Model):
    """What only a milestone knows of its unit: the work as agreed, and the rounds of changes."""

    unit = models.OneToOneField(
        Unit, primary_key=True, on_delete=models.PROTECT, related_name="milestone"
    )
    phase = models.CharField(max_length=16)
    deliverables = models.TextField()
    due_on = models.DateField(null=True, blank=True)
    rounds_used = models.PositiveSmallIntegerField(default=0)
    rounds_allowed = models.PositiveSmallIntegerField(default=ROUNDS_ALLOWED)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rounds_used__lte=models.F("rounds_allowed")),
                name="contract_milestone_rounds_within_agreed",
            )
        ]

    def __str__(self) -> str:
        return str(self.unit)

    @property
    def rounds_left(self) -> int:
        return self.rounds_allowed - self.rounds_used
