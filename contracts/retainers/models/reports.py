import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone

from contracts.agreements.clauses.document import fingerprint
from contracts.retainers.models.periods import Period
from contracts.retainers.states import Choice, Trend
from marketplace.core.data.append_only import never_emptied
from marketplace.core.data.identifiers import new_id
from marketplace.core.web.text_fields import LineField, WordsField

# What its author writes, under which heading, in the order in which it is read and signed.
HEADINGS = {
    "done": "What was done",
    "versions": "Versions of the model",
    "metric": "Metric",
    "baseline": "Baseline",
    "measured": "Measured now",
    "trend": "Trend",
    "volume": "Volume",
    "cost": "Cost of a prediction",
    "latency": "Latency",
    "incidents": "Incidents",
    "next_steps": "What comes next",
    "choice": "Choice",
    "because": "Because",
}


class Report(models.Model):
    """What was done for a period, how the model does, and the one choice that is signed."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    period = models.OneToOneField(Period, on_delete=models.PROTECT, related_name="report")
    done = WordsField(max_length=5000)
    versions = WordsField(max_length=1000)
    metric = LineField(max_length=120)
    baseline = LineField(max_length=80)
    measured = LineField(max_length=80)
    trend = models.CharField(max_length=10, choices=Trend)
    volume = LineField(max_length=120, blank=True)
    cost = LineField(max_length=120, blank=True)
    latency = LineField(max_length=120, blank=True)
    incidents = WordsField(max_length=2000)
    next_steps = WordsField(max_length=2000)
    choice = models.CharField(max_length=10, choices=Choice)
    because = WordsField(max_length=2000)
    signed_name = LineField(max_length=120)
    sha256 = models.CharField(max_length=64, editable=False, help_text="of the text as signed")
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    signed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        triggers = [
            pgtrigger.Protect(name="report_frozen", operation=pgtrigger.Update | pgtrigger.Delete),
            never_emptied("report"),
        ]

    def __str__(self) -> str:
        return f"Report of {self.period}"

    @property
    def text(self) -> str:
        """What is signed: each heading with what was written under it, in their order."""
        told = [f"{heading}: {self._said(name)}" for name, heading in HEADINGS.items()]
        return "\n\n".join([str(self.period.unit.contract), self.period.unit.title, *told]) + "\n"

    @property
    def is_intact(self) -> bool:
        """Recomputes the SHA-256 of what it says."""
        return fingerprint(self.text) == self.sha256

    def _said(self, name: str) -> str:
        words = {"trend": self.get_trend_display, "choice": self.get_choice_display}
        return words[name]() if name in words else getattr(self, name)
