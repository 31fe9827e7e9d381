from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from marketplace.core.data.states import in_state
from projects.briefs.models.briefs import Brief
from projects.proposals.states import LIVE, UNDECIDED, ProposalState


class Proposal(models.Model):
    """One freelancer's answer to one brief. What it says is in its versions."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    brief = models.ForeignKey(Brief, on_delete=models.PROTECT, related_name="proposals")
    freelancer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="proposals"
    )
    state = models.CharField(
        max_length=16, choices=ProposalState, default=ProposalState.DRAFT, editable=False
    )
    # The version that the client reads: the newest one sent, none before the first.
    current = models.ForeignKey(
        "ProposalVersion", null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField(blank=True, max_length=2000, help_text="why declined or withdrawn")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(null=True, editable=False)
    lapses_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        indexes = [
            models.Index(fields=["freelancer", "-id"], name="proposal_freelancer"),
            models.Index(
                fields=["lapses_at"],
                name="proposal_lapsing",
                condition=Q(state__in=("submitted", "shortlisted")),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["brief", "freelancer"],
                name="proposal_live_once",
                condition=Q(state__in=LIVE),
            ),
            models.UniqueConstraint(
                fields=["brief"],
                name="proposal_accepted_once",
                condition=Q(state=ProposalState.ACCEPTED),
            ),
            models.CheckConstraint(
                name="proposal_sent_has_version",
                condition=Q(state=ProposalState.DRAFT)
                | Q(current__isnull=False, submitted_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.freelancer} for “{self.brief}”"

    def get_absolute_url(self) -> str:
        return reverse("projects:proposal", args=[self.public_id])

    is_draft = in_state(ProposalState.DRAFT)
    is_submitted = in_state(ProposalState.SUBMITTED)
    is_shortlisted = in_state(ProposalState.SHORTLISTED)
    is_accepted = in_state(ProposalState.ACCEPTED)
    is_undecided = in_state(*UNDECIDED)

    @property
    def is_editable(self) -> bool:
        return self.is_draft or self.is_undecided

    @property
    def price(self) -> Money | None:
        return self.current.price if self.current else None

    @property
    def price_words(self) -> str:
        """What the version last sent asks for, with its unit; nothing before it."""
        return self.current.price_words if self.current else ""
