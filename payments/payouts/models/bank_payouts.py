from django.conf import settings
from django.db import models
from django.db.models import Q

from marketplace.core.data.identifiers import new_id
from marketplace.core.data.money import Money
from marketplace.core.data.states import Badge, in_state
from payments.payouts.models.payouts import Payout
from payments.payouts.states import BANK_PAYOUT_BADGES, BankPayoutState


class BankPayout(models.Model):
    """What the processor sends from a person's account to their bank, as it tells us.

    The money is the person's own by then, so nothing of it stands in our ledger.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    payee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="bank_payouts"
    )
    processor_id = models.CharField(max_length=255)
    currency = models.CharField(max_length=3)
    amount = models.PositiveBigIntegerField(help_text="minor units")
    state = models.CharField(
        max_length=16, choices=BankPayoutState, default=BankPayoutState.PENDING, editable=False
    )
    bank_name = models.CharField(max_length=255, blank=True)
    bank_last4 = models.CharField(max_length=4, blank=True)
    arrives_on = models.DateField()
    payouts = models.ManyToManyField(Payout, related_name="bank_payouts", blank=True)
    is_itemised = models.BooleanField(
        default=False, help_text="whether the processor has told which payouts it carries"
    )
    problem = models.TextField(blank=True, help_text="why the bank did not take it")
    remedy = models.TextField(blank=True, help_text="what the person can do")
    created_at = models.DateTimeField(help_text="when the processor made it")
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["processor_id"], name="bank_payout_processor_id"),
            models.CheckConstraint(name="bank_payout_amount_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="bank_payout_state_known", condition=Q(state__in=BankPayoutState.values)
            ),
            models.CheckConstraint(
                name="bank_payout_failed_says_why", condition=~Q(state="failed") | ~Q(problem="")
            ),
        ]
        indexes = [models.Index(fields=["payee", "-id"], name="bank_payout_payee")]

    def __str__(self) -> str:
        return f"{self.money} to {self.bank}: {self.state}"

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)

    @property
    def bank(self) -> str:
        """Where it goes, as the person knows it; the processor keeps the rest of the number."""
        name = self.bank_name.title() or "your bank account"
        return f"{name} •••• {self.bank_last4}" if self.bank_last4 else name

    @property
    def badge(self) -> Badge:
        return BANK_PAYOUT_BADGES[BankPayoutState(self.state)]

    is_on_its_way = in_state(BankPayoutState.PENDING, BankPayoutState.IN_TRANSIT)
    is_paid = in_state(BankPayoutState.PAID)
    is_failed = in_state(BankPayoutState.FAILED)
