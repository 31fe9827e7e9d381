from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from accounts.organisations.models.organisations import Organisation
from accounts.profiles.taxonomy import EngagementKind
from marketplace.core.data.edit_versions import editable_facts
from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from marketplace.core.data.states import in_state
from marketplace.core.web.text_fields import LineField, WordsField
from projects.briefs.labels import INDUSTRIES, KINDS, LANGUAGES, SPECIALISMS
from projects.briefs.models.phases import Phase
from projects.briefs.states import ENDED, LISTED, UNPUBLISHED, BriefState


class DataSensitivity(models.TextChoices):
    NONE = "none", "No personal or regulated data"
    PERSONAL = "personal", "Personal data"
    HEALTH = "health", "Health data"
    FINANCIAL = "financial", "Payment or credit data"
    OTHER = "other", "Other regulated data"


# The data of a regulated domain.
REGULATED = (DataSensitivity.HEALTH, DataSensitivity.FINANCIAL, DataSensitivity.OTHER)


class Priority(models.TextChoices):
    SPEED = "speed", "Speed"
    ACCURACY = "accuracy", "Accuracy"
    EXPLAINABILITY = "explainability", "Explainability"


class Rhythm(models.TextChoices):
    TWICE_WEEKLY = "twice_weekly", "Twice a week"
    WEEKLY = "weekly", "Every week"
    FORTNIGHTLY = "fortnightly", "Every two weeks"
    AT_MILESTONES = "at_milestones", "At each milestone"


class Visibility(models.TextChoices):
    LISTED = "listed", "Everyone: it appears in Find work"
    LINK = "link", "Only people who have the link"


def words(help_text: str = "") -> WordsField:
    """Free text that a draft may still leave empty."""
    return WordsField(blank=True, max_length=4000, help_text=help_text)


def line(length: int = 160) -> LineField:
    return LineField(max_length=length, blank=True)


class Brief(models.Model):
    """A business problem that an organisation wants solved. Amounts are in minor units.

    Codes of the taxonomy are stored without `choices`, so that a new specialism is no
    change of the table; the forms and the API validate them.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="briefs")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(
        max_length=16, choices=BriefState, default=BriefState.DRAFT, editable=False
    )

    # The problem
    title = LineField(max_length=120)
    summary = line(200)
    problem = words()
    why_it_matters = words()

    # The business goal
    goal_kpi = line()
    goal_baseline = line()
    goal_target = line()
    goal_due = models.DateField(null=True, blank=True)
    goal_worth = line()

    # The model
    success_metrics = words()
    guardrails = words()

    # Data readiness
    data_sources = words()
    data_volume = line()
    data_labels = line(300)
    data_quality = words()
    data_location = line()
    data_access = line()
    data_sensitivity = models.CharField(max_length=16, blank=True, choices=DataSensitivity)
    data_rules = words()

    # Constraints
    deployment = line(300)
    stack = line(300)
    residency = line()
    hard_deadline = models.DateField(null=True, blank=True)
    priority = models.CharField(max_length=16, blank=True, choices=Priority)

    # The work
    phases = ArrayField(models.CharField(max_length=16), default=list, blank=True)
    deliverables = words()
    overlap = line()
    language = line(16)
    check_ins = models.CharField(max_length=16, blank=True, choices=Rhythm)
    specialisms = ArrayField(models.CharField(max_length=32), default=list, blank=True)
    tools = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    industry = line(32)

    # Engagement and budget
    engagement_kind = models.CharField(max_length=16, blank=True)
    budget_min = models.BigIntegerField(null=True, blank=True, help_text="minor units")
    budget_max = models.BigIntegerField(null=True, blank=True, help_text="minor units")
    currency = models.CharField(max_length=3, default="USD")
    starts_on = models.DateField(null=True, blank=True)
    weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    screening_questions = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    visibility = models.CharField(max_length=8, choices=Visibility, default=Visibility.LISTED)

    created_at = models.DateTimeField(default=timezone.now, editable=False)
    saved_at = models.DateTimeField(default=timezone.now, editable=False)
    queued_at = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    is_first_published = models.BooleanField(
        default=False, editable=False, help_text="its organisation had published none before"
    )
    appealed_at = models.DateTimeField(
        null=True, editable=False, help_text="when its removal was appealed, while it is removed"
    )
    last_active_at = models.DateTimeField(default=timezone.now, editable=False)
    warned_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["-published_at", "-id"], name="brief_open", condition=Q(state="open")
            ),
            models.Index(
                fields=["queued_at", "id"], name="brief_queue", condition=Q(state="in_review")
            ),
            models.Index(fields=["organisation", "-id"], name="brief_organisation"),
            models.Index(
                fields=["-published_at", "-id"],
                name="brief_first",
                condition=Q(state="open", is_first_published=True),
            ),
            models.Index(
                fields=["appealed_at", "id"],
                name="brief_appealed",
                condition=Q(state="removed", appealed_at__isnull=False),
            ),
            models.Index(
                fields=["last_active_at"],
                name="brief_idle",
                condition=Q(state__in=("open", "paused")),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="brief_budget_positive",
                condition=(Q(budget_min__isnull=True) | Q(budget_min__gt=0))
                & (Q(budget_max__isnull=True) | Q(budget_max__gt=0)),
            ),
            models.CheckConstraint(
                name="brief_budget_ordered",
                condition=Q(state=BriefState.DRAFT)
                | Q(budget_min__isnull=False, budget_max__gte=F("budget_min")),
            ),
            models.CheckConstraint(
                name="brief_published_when_shown",
                condition=Q(state__in=UNPUBLISHED) | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="brief_queued_when_in_review",
                condition=~Q(state=BriefState.IN_REVIEW) | Q(queued_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("projects:brief", args=[self.public_id])

    @property
    def written(self) -> dict[str, Any]:
        """All that can be edited, by the names of its fields."""
        return editable_facts(self)

    is_draft = in_state(BriefState.DRAFT)
    is_open = in_state(BriefState.OPEN)
    is_in_review = in_state(BriefState.IN_REVIEW)
    is_paused = in_state(BriefState.PAUSED)
    is_filled = in_state(BriefState.FILLED)
    is_closed = in_state(BriefState.CLOSED)
    is_expired = in_state(BriefState.EXPIRED)
    is_removed = in_state(BriefState.REMOVED)

    @property
    def is_published(self) -> bool:
        """It is, or was, to be seen by everyone."""
        return self.state not in UNPUBLISHED

    @property
    def is_by_link(self) -> bool:
        """It is not in Find work: its link is given to whom the client wants."""
        return self.visibility == Visibility.LINK

    @property
    def invitation(self) -> str:
        """Who can propose while it is open, as a sentence."""
        if self.is_by_link:
            return "It is not in Find work: only people who have its link can read it and propose."
        return "Freelancers can find it and propose."

    is_ended = in_state(*ENDED)
    is_editable = in_state(*UNPUBLISHED, *LISTED)

    @property
    def is_regulated(self) -> bool:
        return self.data_sensitivity in REGULATED

    @property
    def budget(self) -> tuple[Money, Money] | None:
        """The least and the most that the client means to pay for all of the work, whichever way
        it is paid, once both are known; of a retainer, for one month.
        """
        if self.budget_min is None or self.budget_max is None:
            return None
        return Money(self.budget_min, self.currency), Money(self.budget_max, self.currency)

    @property
    def teaser(self) -> str:
        """One line for lists: the summary, else how the problem begins."""
        return self.summary or Truncator(self.problem).chars(180)

    @property
    def is_warned(self) -> bool:
        """It was said that it expires, and nothing has happened since."""
        return (
            self.state in LISTED
            and self.warned_at is not None
            and self.warned_at > self.last_active_at
        )

    @property
    def phase_labels(self) -> list[str]:
        return [phase.label for phase in Phase if phase in self.phases]

    @property
    def specialism_labels(self) -> list[str]:
        return [SPECIALISMS.get(code, code) for code in self.specialisms]

    @property
    def industry_label(self) -> str:
        return INDUSTRIES.get(self.industry, self.industry)

    @property
    def kind_label(self) -> str:
        return KINDS.get(self.engagement_kind, self.engagement_kind)

    @property
    def is_hourly(self) -> bool:
        return self.engagement_kind == EngagementKind.HOURLY

    @property
    def is_retainer(self) -> bool:
        return self.engagement_kind == EngagementKind.RETAINER

    @property
    def language_label(self) -> str:
        return LANGUAGES.get(self.language, self.language)
