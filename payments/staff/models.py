from typing import Any

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from marketplace.core.data.append_only import never_emptied
from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from marketplace.core.data.states import Badge, in_state
from payments.staff.states import ADJUSTMENT_BADGES, AdjustmentState


class AdjustmentAct(models.TextChoices):
    """Everything that staff can do to money. What is not named here, nobody can do."""

    REFUND_HELD = "refund_held", "Refund held money"
    APPROVE_WORK = "approve_work", "Approve work whose review stands still"
    RESEND_REFUND = "resend_refund", "Send a failed refund again"
    RECALL_RELEASE = "recall_release", "Take a release back"
    WRITE_OFF = "write_off", "Write off what is owed"
    ACCEPT_DISPUTE = "accept_dispute", "Accept a card dispute as lost"
    DECIDE_LOSS = "decide_loss", "Decide who bears a lost card dispute"
    SETTLE_OVERTURNED = "settle_overturned", "Settle a card dispute won after all"


S = AdjustmentState
# Above the set amount somebody else decides; below it nobody does.
_TWO_PEOPLE = (
    Q(state=S.WAITING, decided_by=None, expires_at__isnull=False)
    | Q(state=S.CARRIED_OUT, decided_by=None, expires_at=None)
    | (
        Q(state__in=(S.CARRIED_OUT, S.DECLINED), decided_by__isnull=False, expires_at__isnull=False)
        & ~Q(decided_by=F("asked_by"))
    )
    | Q(state=S.WITHDRAWN, decided_by=F("asked_by"))
    | Q(state=S.EXPIRED, decided_by=None)
)


class Adjustment(models.Model):
    """One act of staff on money: carried out at once, or once a second person has approved it.

    What it was asked for is frozen; `rests_on` are the figures it was asked about, and other
    ones make it stale. All amounts in minor units.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    act = models.CharField(max_length=32, choices=AdjustmentAct)
    subject_type = models.CharField(max_length=64, help_text="app_label.model")
    subject_id = models.BigIntegerField()
    currency = models.CharField(max_length=3)
    amount = models.PositiveBigIntegerField(help_text="minor units that it is about")
    parameters = models.JSONField(default=dict)
    rests_on = models.JSONField(default=dict, help_text="figures that it was asked about")
    reason = models.TextField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(
        null=True, blank=True, help_text="empty where no second person was needed"
    )
    state = models.CharField(max_length=16, choices=AdjustmentState, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decision = models.TextField(blank=True, help_text="why it was approved, declined or withdrawn")

    class Meta:
        constraints = [
            models.CheckConstraint(name="adjustment_amount_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="adjustment_state_known", condition=Q(state__in=AdjustmentState.values)
            ),
            models.CheckConstraint(name="adjustment_two_people", condition=_TWO_PEOPLE),
            models.UniqueConstraint(
                fields=["act", "subject_type", "subject_id", "currency"],
                condition=Q(state="waiting"),
                name="adjustment_one_waiting",
            ),
        ]
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "-id"], name="adjustment_subject"),
            models.Index(
                fields=["expires_at"], name="adjustment_waiting", condition=Q(state="waiting")
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="adjustment_frozen",
                exclude=["state", "decided_by", "decided_at", "decision"],
            ),
            pgtrigger.Protect(name="adjustment_kept", operation=pgtrigger.Delete),
            never_emptied("adjustment"),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}, {self.money}"

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)

    @property
    def subject(self) -> Any:
        return apps.get_model(self.subject_type)._base_manager.get(pk=self.subject_id)

    @property
    def badge(self) -> Badge:
        return ADJUSTMENT_BADGES[AdjustmentState(self.state)]

    is_waiting = in_state(AdjustmentState.WAITING)
