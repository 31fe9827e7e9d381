from datetime import datetime

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.states import (
    CLOSED,
    FALLEN_THROUGH,
    NEGOTIATING,
    RUNNING,
    WAITING,
    ContractState,
)
from marketplace.core.data.actors import CLIENT, FREELANCER
from marketplace.core.data.identifiers import new_id
from marketplace.core.data.states import in_state


class Contract(models.Model):
    """What one client and one freelancer agree on; `terms` is the version on the table."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    kind = models.CharField(max_length=16, choices=EngagementKind)
    state = models.CharField(
        max_length=16, choices=ContractState, default=ContractState.OFFERED, editable=False
    )
    title = models.CharField(max_length=160)
    brief = models.ForeignKey("projects.Brief", on_delete=models.PROTECT, related_name="contracts")
    proposal = models.ForeignKey(
        "projects.Proposal", on_delete=models.PROTECT, related_name="contracts"
    )
    organisation = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="contracts"
    )
    freelancer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="contracts"
    )
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    terms = models.ForeignKey(
        "contracts.TermsVersion",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="the newest version; once agreed, the one that both signed",
    )
    currency = models.CharField(max_length=3)
    fee_basis_points = models.PositiveIntegerField(help_text="of what is released; 800 is 8 %")
    review_days = models.PositiveSmallIntegerField()
    offered_at = models.DateTimeField(default=timezone.now, editable=False)
    lapses_at = models.DateTimeField(help_text="unless both signed and the first unit is funded")
    agreed_at = models.DateTimeField(null=True, blank=True)
    resumed_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    kept_out = models.CharField(
        max_length=16,
        choices=[(CLIENT, "Client"), (FREELANCER, "Freelancer")],
        blank=True,
        editable=False,
        help_text="the side that cannot act, because staff suspended its people",
    )
    stands_still_since = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="since when no period of it runs"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proposal"],
                condition=~models.Q(state__in=FALLEN_THROUGH)
                & ~models.Q(kind=EngagementKind.TRIAL),
                name="contract_one_per_proposal",
            ),
            models.UniqueConstraint(
                fields=["proposal"],
                condition=~models.Q(state__in=FALLEN_THROUGH) & models.Q(kind=EngagementKind.TRIAL),
                name="contract_one_trial_per_proposal",
            ),
            models.CheckConstraint(
                condition=models.Q(review_days__range=(3, 14)), name="contract_review_days"
            ),
            models.CheckConstraint(
                condition=models.Q(fee_basis_points__lte=10_000), name="contract_fee_at_most_whole"
            ),
            models.CheckConstraint(
                condition=models.Q(kept_out="", stands_still_since=None)
                | (~models.Q(kept_out="") & models.Q(stands_still_since__isnull=False)),
                name="contract_stands_still_for_a_side",
            ),
        ]
        indexes = [
            models.Index(
                fields=["lapses_at"],
                name="contract_lapsing",
                condition=models.Q(state__in=WAITING),
            ),
            models.Index(
                fields=["stands_still_since"],
                name="contract_standing_still",
                condition=models.Q(stands_still_since__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("contracts:room", args=[self.public_id])

    is_negotiating = in_state(*NEGOTIATING)
    is_countered = in_state(ContractState.COUNTERED)
    is_active = in_state(ContractState.ACTIVE)
    is_paused = in_state(ContractState.PAUSED)
    is_ending = in_state(ContractState.ENDING)
    is_completed = in_state(ContractState.COMPLETED)
    is_terminated = in_state(ContractState.TERMINATED)
    is_lapsed = in_state(ContractState.LAPSED)
    is_withdrawn = in_state(ContractState.WITHDRAWN)
    is_declined = in_state(ContractState.DECLINED)
    is_running = in_state(*RUNNING)
    is_closed = in_state(*CLOSED)

    @property
    def is_trial(self) -> bool:
        """Stands beside its proposal, which is decided on by itself."""
        return self.kind == EngagementKind.TRIAL

    def has_lapsed(self, now: datetime) -> bool:
        """Whether the time to sign and fund is over, though the schedule may not have come by."""
        return self.state in WAITING and not self.stands_still and self.lapses_at <= now

    @property
    def stands_still(self) -> bool:
        """Whether no period runs, because one side cannot act; decision 18."""
        return self.stands_still_since is not None and not self.is_closed

    @property
    def kept_out_name(self) -> str:
        """Whom staff keep out at the moment; empty for nobody."""
        names = {CLIENT: str(self.organisation), FREELANCER: str(self.freelancer)}
        return names.get(self.kept_out, "")
