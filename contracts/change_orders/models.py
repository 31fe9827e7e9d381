"""A change of signed terms, which one side proposes and the other answers."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.agreements.models.terms import Side, TermsVersion
from contracts.change_orders.states import ChangeOrderState
from marketplace.core.data.identifiers import new_id
from marketplace.core.data.states import in_state


class ChangeOrder(models.Model):
    """The text that holds, the text that is proposed, and what became of it.

    Who proposes signs the text with that; the other side's signature makes it the terms.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="change_orders")
    base = models.ForeignKey(
        TermsVersion,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="which both had signed when it was proposed",
    )
    proposed = models.OneToOneField(
        TermsVersion, on_delete=models.PROTECT, related_name="change_order"
    )
    side = models.CharField(max_length=10, choices=Side, help_text="of who proposed it")
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(default=timezone.now, editable=False)
    reason = models.TextField(max_length=2000)
    lapses_at = models.DateTimeField(help_text="unless the other side answers")
    state = models.CharField(
        max_length=10,
        choices=ChangeOrderState,
        default=ChangeOrderState.PROPOSED,
        editable=False,
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    takes_effect_at = models.DateTimeField(
        null=True, blank=True, help_text="from when on the signed text holds"
    )

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["contract"],
                condition=models.Q(state=ChangeOrderState.PROPOSED),
                name="change_order_one_open",
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(state=ChangeOrderState.SIGNED)
                    & models.Q(takes_effect_at__isnull=False)
                )
                | (~models.Q(state=ChangeOrderState.SIGNED) & models.Q(takes_effect_at=None)),
                name="change_order_signed_takes_effect",
            ),
        ]
        indexes = [
            models.Index(
                fields=["lapses_at"],
                name="change_order_lapsing",
                condition=models.Q(state=ChangeOrderState.PROPOSED),
            )
        ]

    def __str__(self) -> str:
        return f"change order to version {self.proposed.number}"

    def get_absolute_url(self) -> str:
        return reverse("contracts:change_order", args=[self.public_id])

    is_open = in_state(ChangeOrderState.PROPOSED)
    is_signed = in_state(ChangeOrderState.SIGNED)

    def has_lapsed(self, now: datetime) -> bool:
        """Whether the time to answer is over, though the schedule may not have come by."""
        return self.is_open and not self.contract.stands_still and self.lapses_at <= now
