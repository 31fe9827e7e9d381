from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.taxonomy import EngagementKind
from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from marketplace.core.web.text_fields import LineField
from projects.briefs.models.briefs import words
from projects.briefs.models.phases import Phase
from projects.proposals.models.hourly import MOST_WEEKLY_HOURS, HourlyPrice
from projects.proposals.models.proposals import Proposal
from projects.proposals.models.retainers import MOST_PERIOD_HOURS, RetainerPrice

# The written parts of a version, in the order that they are read.
PARTS = {
    "understanding": "Understanding of the problem",
    "approach": "Approach",
    "data_preparation": "Data preparation",
    "validation_plan": "Validation plan",
    "risks": "Risks",
    "assumptions": "Assumptions and questions",
    "engagement_advice": "Advice on the kind of engagement",
}

# How the work is paid. A draft keeps its milestones beside what it says of hours and of months:
# one of them is offered, by `engagement_kind`.
HOURLY_FIELDS = ("rate", "weekly_hours", "waiting_rate")
RETAINER_FIELDS = ("period_fee", "included_hours", "period_outcomes")
STATED = ("screening_answers", "engagement_kind", *HOURLY_FIELDS, *RETAINER_FIELDS)

# The parts of a milestone that its author writes.
WRITTEN = (
    *("title", "phase", "deliverables", "acceptance_criteria", "amount"),
    *("effort_hours", "due_on"),
)


class ProposalVersion(models.Model):
    """What a proposal says at one time. Once sent it never changes; at most one is unsent."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    understanding = words()
    approach = words()
    data_preparation = words()
    validation_plan = words()
    risks = words()
    assumptions = words()
    engagement_kind = models.CharField(max_length=16, blank=True)
    engagement_advice = words()
    case_studies = models.ManyToManyField(CaseStudy, blank=True, related_name="+")
    screening_answers = ArrayField(models.TextField(max_length=2000), default=list, blank=True)
    currency = models.CharField(max_length=3)
    amount = models.BigIntegerField(
        default=0, help_text="the milestones' sum, a full week or one month; minor units"
    )
    # Of work by the hour.
    rate = models.BigIntegerField(null=True, blank=True, help_text="minor units for an hour")
    weekly_hours = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="at most, of one calendar week"
    )
    waiting_rate = models.BigIntegerField(
        null=True, blank=True, help_text="minor units for an hour in which a machine works"
    )
    # Of a retainer.
    period_fee = models.BigIntegerField(null=True, blank=True, help_text="minor units a month")
    included_hours = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="in each month"
    )
    period_outcomes = models.TextField(max_length=2000, blank=True, help_text="one per line")
    saved_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["proposal"], name="version_unsent_once", condition=Q(sent_at__isnull=True)
            ),
            models.CheckConstraint(
                name="version_sent_has_price", condition=Q(sent_at__isnull=True) | Q(amount__gt=0)
            ),
            models.CheckConstraint(
                name="version_rates_positive",
                condition=(Q(rate__isnull=True) | Q(rate__gt=0))
                & (Q(waiting_rate__isnull=True) | Q(waiting_rate__gt=0)),
            ),
            models.CheckConstraint(
                name="version_hours_of_a_week",
                condition=Q(weekly_hours__isnull=True)
                | Q(weekly_hours__range=(1, MOST_WEEKLY_HOURS)),
            ),
            models.CheckConstraint(
                name="version_period_fee_positive",
                condition=Q(period_fee__isnull=True) | Q(period_fee__gt=0),
            ),
            models.CheckConstraint(
                name="version_hours_of_a_period",
                condition=Q(included_hours__isnull=True)
                | Q(included_hours__range=(1, MOST_PERIOD_HOURS)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal}, version {self.number}"

    @property
    def parts(self) -> list[tuple[str, str]]:
        """What is written, by headings."""
        return [(label, getattr(self, field)) for field, label in PARTS.items()]

    @property
    def written(self) -> dict[str, Any]:
        """All that can be edited, as `save_proposal` takes it."""
        words = {name: getattr(self, name) for name in (*PARTS, *STATED)}
        milestones = [milestone.written for milestone in self.milestones.all()]
        return words | {"case_studies": self.case_studies.all(), "milestones": milestones}

    @property
    def is_hourly(self) -> bool:
        return self.engagement_kind == EngagementKind.HOURLY

    @property
    def hourly(self) -> HourlyPrice | None:
        """What an hour costs, if work by the hour is offered."""
        if not self.is_hourly:
            return None
        return HourlyPrice.of(self.currency, {name: getattr(self, name) for name in HOURLY_FIELDS})

    @property
    def is_retainer(self) -> bool:
        return self.engagement_kind == EngagementKind.RETAINER

    @property
    def retainer(self) -> RetainerPrice | None:
        """What a month costs, if a retainer is offered."""
        if not self.is_retainer:
            return None
        stated = {name: getattr(self, name) for name in RETAINER_FIELDS}
        return RetainerPrice.of(self.currency, stated)

    @property
    def recurring(self) -> HourlyPrice | RetainerPrice | None:
        """What is paid again and again, if that is offered in place of milestones."""
        return self.hourly or self.retainer

    @property
    def offered_milestones(self) -> list["ProposalMilestone"]:
        """The milestones, if a fixed price is offered."""
        return [] if self.recurring else list(self.milestones.all())

    @property
    def price(self) -> Money:
        """Of all milestones, of a full week by the hour, or of one month of a retainer."""
        return Money(self.amount, self.currency)

    @property
    def unit_price(self) -> Money:
        """What is compared with others of its kind: the price of `unit`, or of everything."""
        return (self.recurring and self.recurring.each) or self.price

    @property
    def unit(self) -> str:
        return self.recurring.unit if self.recurring else ""

    @property
    def price_words(self) -> str:
        """What is asked for, with its unit, as pages and letters say it."""
        return str(self.recurring or self.price)

    @property
    def payments(self) -> list[int]:
        """What is paid at once, in minor units: each milestone, one full week or month."""
        if self.recurring:
            return [self.amount]
        return [milestone.amount or 0 for milestone in self.offered_milestones]


class ProposalMilestone(models.Model):
    """One payable step of a version: what is delivered, and when it counts as done."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    version = models.ForeignKey(
        ProposalVersion, on_delete=models.CASCADE, related_name="milestones"
    )
    position = models.PositiveSmallIntegerField()
    title = LineField(max_length=120, blank=True)
    phase = models.CharField(max_length=16, choices=Phase, blank=True)
    deliverables = words()
    acceptance_criteria = words(help_text="one per line")
    amount = models.BigIntegerField(null=True, blank=True, help_text="minor units")
    effort_hours = models.PositiveIntegerField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "position"],
                name="milestone_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                name="milestone_amount_positive",
                condition=Q(amount__isnull=True) | Q(amount__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def written(self) -> dict[str, Any]:
        """All that can be edited, by the names of its fields."""
        return {name: getattr(self, name) for name in WRITTEN}

    @property
    def price(self) -> Money | None:
        return None if self.amount is None else Money(self.amount, self.version.currency)

    @property
    def criteria(self) -> list[str]:
        """The acceptance criteria, one string each."""
        return [line.strip() for line in self.acceptance_criteria.splitlines() if line.strip()]
