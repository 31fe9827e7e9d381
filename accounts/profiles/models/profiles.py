import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone

from accounts.people.places import country_name
from accounts.profiles.payout_reach import OutOfReach, payouts_out_of_reach
from accounts.profiles.taxonomy import (
    EngagementKind,
    Industry,
    Language,
    LifecycleStage,
    Specialism,
    offered_kinds,
)
from marketplace.core.data.alphabet import letters
from marketplace.core.data.edit_versions import editable_facts
from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from marketplace.core.web.text_fields import LineField, NameField, WordsField


class Rate(NamedTuple):
    """What a freelancer asks for one kind of engagement, in words of `unit`."""

    kind: EngagementKind
    amount: Money
    unit: str


class FreelancerProfile(models.Model):
    """What a freelancer shows to clients."""

    class Availability(models.TextChoices):
        NOW = "now", "Available now"
        LATER = "later", "Available from a date"
        UNAVAILABLE = "unavailable", "Not available"

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="freelancer_profile"
    )
    headline = LineField(max_length=120)
    story = WordsField(max_length=4000, blank=True)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166-1 alpha-2")
    knows_out_of_reach = models.CharField(
        max_length=2,
        blank=True,
        editable=False,
        help_text="the country without payouts that the person said they know of",
    )
    specialisms = ArrayField(models.CharField(max_length=32, choices=Specialism), default=list)
    industries = ArrayField(
        models.CharField(max_length=32, choices=Industry), default=list, blank=True
    )
    stages = ArrayField(
        models.CharField(max_length=32, choices=LifecycleStage), default=list, blank=True
    )
    languages = ArrayField(
        models.CharField(max_length=8, choices=Language), default=list, blank=True
    )
    currency = models.CharField(max_length=3, default="USD")
    hourly_rate = models.PositiveBigIntegerField(null=True, blank=True, help_text="minor units")
    fixed_from = models.PositiveBigIntegerField(null=True, blank=True, help_text="minor units")
    retainer_rate = models.PositiveBigIntegerField(null=True, blank=True, help_text="minor units")
    trial_rate = models.PositiveBigIntegerField(null=True, blank=True, help_text="minor units")
    availability = models.CharField(max_length=16, choices=Availability, default=Availability.NOW)
    available_from = models.DateField(null=True, blank=True)
    hours_per_week = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(80)]
    )
    day_starts = models.TimeField(default=datetime.time(9), help_text="in the person's zone")
    day_ends = models.TimeField(default=datetime.time(17), help_text="in the person's zone")
    is_listed = models.BooleanField(default=True)
    is_hidden = models.BooleanField(default=False, editable=False, help_text="by a moderator")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="profile_later_has_date",
                condition=~models.Q(availability="later") | models.Q(available_from__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.headline}"

    def get_absolute_url(self) -> str:
        return reverse("accounts:profile", args=[self.public_id])

    @property
    def written(self) -> dict[str, Any]:
        """All that its owner edits: the facts, the tools, and the zone that the person is in."""
        tools = self.tools.values("name", "years", "last_used")
        return editable_facts(self) | {
            "tools": sorted(tools, key=lambda tool: letters(tool["name"])),
            "time_zone": self.user.time_zone,
        }

    @property
    def is_free_now(self) -> bool:
        """Whoever said from which day is free from that day on."""
        day = self.available_from
        is_from_now = day is not None and day <= timezone.localdate()
        is_later = self.availability == self.Availability.LATER
        return self.availability == self.Availability.NOW or (is_later and is_from_now)

    @property
    def country_name(self) -> str:
        return country_name(self.country)

    @property
    def out_of_reach(self) -> OutOfReach | None:
        """Set where payouts do not reach the person."""
        return payouts_out_of_reach(self.user, self.country)

    @property
    def must_learn_of_payouts(self) -> bool:
        """Whether the person has not said yet that they know so."""
        return self.out_of_reach is not None and self.knows_out_of_reach != self.country

    @property
    def specialism_pairs(self) -> list[tuple[str, str]]:
        return [(value, Specialism(value).label) for value in self.specialisms]

    @property
    def specialism_labels(self) -> list[str]:
        return [label for _, label in self.specialism_pairs]

    @property
    def industry_labels(self) -> list[str]:
        return [Industry(value).label for value in self.industries]

    @property
    def stage_labels(self) -> list[str]:
        return [LifecycleStage(value).label for value in self.stages]

    @property
    def language_labels(self) -> list[str]:
        return [Language(value).label for value in self.languages]

    @property
    def projects_from(self) -> Money | None:
        """The smallest project at a fixed price, if that is offered and stated."""
        return next((rate.amount for rate in self.rates if rate.kind == EngagementKind.FIXED), None)

    @property
    def rates(self) -> list[Rate]:
        """What is asked for each kind that is offered; the other rates are kept, and not shown."""
        stated = (
            (EngagementKind.HOURLY, self.hourly_rate, "an hour"),
            (EngagementKind.FIXED, self.fixed_from, "a project, at least"),
            (EngagementKind.RETAINER, self.retainer_rate, "a month"),
            (EngagementKind.TRIAL, self.trial_rate, "a trial"),
        )
        return [
            Rate(kind, Money(minor, self.currency), unit)
            for kind, minor, unit in stated
            if minor is not None and kind in offered_kinds()
        ]


class ToolExperience(models.Model):
    """A tool that a freelancer works with: for how long, and when last."""

    profile = models.ForeignKey(FreelancerProfile, on_delete=models.CASCADE, related_name="tools")
    name = NameField(max_length=60)
    years = models.PositiveSmallIntegerField(validators=[MaxValueValidator(50)])
    last_used = models.PositiveSmallIntegerField(help_text="calendar year")

    class Meta:
        ordering = ["-years", "id"]
        constraints = [
            models.UniqueConstraint("profile", Lower("name"), name="tool_experience_once")
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.years} years"
