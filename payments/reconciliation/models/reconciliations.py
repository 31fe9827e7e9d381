from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from marketplace.core.data.states import in_state
from marketplace.core.text.moments import moment
from payments.ledger.models import Transfer
from payments.reconciliation.states import ReconciliationCaseState, ReconciliationState


class Reconciliation(models.Model):
    """One comparison of our books with the processor's: what is new, or everything."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    state = models.CharField(
        max_length=16,
        choices=ReconciliationState,
        default=ReconciliationState.RUNNING,
        editable=False,
    )
    is_full = models.BooleanField(default=False, help_text="reads the processor's whole book")
    started_at = models.DateTimeField(default=timezone.now, editable=False)
    leased_until = models.DateTimeField(default=timezone.now, help_text="a worker is at it")
    lines_read = models.PositiveIntegerField(default=0, help_text="of the processor, so far")
    problem = models.TextField(blank=True, help_text="why it waits to be tried again")
    made_at = models.DateTimeField(null=True, blank=True, help_text="when it ended")
    alarmed_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="when staff heard that it does not end"
    )
    # All of our movements up to this row had been posted a day before it began.
    watermark = models.BigIntegerField(default=0)
    totals = models.JSONField(
        default=list,
        help_text="[currency, ours, theirs by lines, on its way here, their balance], minor units",
    )
    matched = models.PositiveIntegerField(default=0, help_text="lines that met their movement")
    open_cases = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reconciliation_state_known",
                condition=Q(state__in=ReconciliationState.values),
            ),
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="running"), name="reconciliation_one_running"
            ),
        ]

    def __str__(self) -> str:
        return f"Reconciliation of {moment(self.started_at)}"


class BalanceLine(models.Model):
    """One line of the processor's own book of our balance, and the movement that it is here."""

    line_id = models.CharField(max_length=255, unique=True)
    kind = models.CharField(max_length=64)
    source = models.CharField(max_length=255, blank=True)
    net = models.BigIntegerField(help_text="minor units, signed as the processor does")
    fee = models.BigIntegerField(default=0, help_text="minor units that the processor kept of it")
    currency = models.CharField(max_length=3)
    at = models.DateTimeField()
    read_in = models.ForeignKey(Reconciliation, on_delete=models.PROTECT, related_name="lines")
    transfer = models.OneToOneField(
        Transfer, on_delete=models.PROTECT, related_name="balance_line", null=True, blank=True
    )

    class Meta:
        indexes = [
            models.Index(fields=["-at", "-id"], name="balance_line_newest"),
            models.Index(fields=["source"], name="balance_line_source"),
            models.Index(
                fields=["id"], name="balance_line_alone", condition=Q(transfer__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.line_id}: {self.money}"

    @property
    def money(self) -> Money:
        return Money(self.net, self.currency)


class CaseKind(models.TextChoices):
    MISSING_HERE = "missing_here", "Only at the processor"
    MISSING_THERE = "missing_there", "Only in our books"
    OTHER_AMOUNT = "other_amount", "Another amount"
    TWICE = "twice", "Twice at the processor"
    OLD_CLEARING = "old_clearing", "Left in clearing"
    OTHER_TOTAL = "other_total", "Their balance is not the sum of their lines"
    MISSTATED = "misstated", "Our balance is not the sum of its entries"


class ReconciliationCase(models.Model):
    """One difference between both books. While any is open, no payout leaves."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    kind = models.CharField(max_length=16, choices=CaseKind)
    reference = models.CharField(max_length=255, help_text="a line, a key, or an account")
    currency = models.CharField(max_length=3)
    theirs = models.BigIntegerField(null=True, blank=True, help_text="minor units; none there")
    ours = models.BigIntegerField(null=True, blank=True, help_text="minor units; none here")
    line = models.ForeignKey(
        BalanceLine, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    transfer = models.ForeignKey(
        Transfer, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    state = models.CharField(
        max_length=16,
        choices=ReconciliationCaseState,
        default=ReconciliationCaseState.OPEN,
        editable=False,
    )
    opened_in = models.ForeignKey(Reconciliation, on_delete=models.PROTECT, related_name="cases")
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    explanation = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reconciliation_case_state_known",
                condition=Q(state__in=ReconciliationCaseState.values),
            ),
            models.CheckConstraint(
                name="reconciliation_case_explained_by_somebody",
                condition=~Q(state="explained") | (Q(closed_by__isnull=False) & ~Q(explanation="")),
            ),
            models.UniqueConstraint(
                fields=["kind", "reference"],
                condition=Q(state="open"),
                name="reconciliation_case_open_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["opened_at", "id"],
                name="reconciliation_case_opened",
                condition=Q(state="open"),
            ),
            models.Index(
                fields=["-closed_at", "-id"],
                name="reconciliation_case_closed",
                condition=~Q(state="open"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.reference}, {self.difference}"

    is_open = in_state(ReconciliationCaseState.OPEN)

    @property
    def their_money(self) -> Money | None:
        return None if self.theirs is None else Money(self.theirs, self.currency)

    @property
    def our_money(self) -> Money | None:
        return None if self.ours is None else Money(self.ours, self.currency)

    @property
    def difference(self) -> Money:
        """What the processor has more than we do."""
        return Money((self.theirs or 0) - (self.ours or 0), self.currency)
