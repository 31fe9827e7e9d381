from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.people.places import country_name
from marketplace.core.data.identifiers import new_id
from payments.payouts.states import PayeeState


class Payee(models.Model):
    """A person's account at the payment processor, which payouts go to."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="payee"
    )
    country = models.CharField(max_length=2, help_text="ISO 3166-1 alpha-2")
    account_id = models.CharField(max_length=255, blank=True)
    state = models.CharField(
        max_length=16, choices=PayeeState, default=PayeeState.NOT_STARTED, editable=False
    )
    requirements = models.JSONField(
        default=list, blank=True, editable=False, help_text="what the processor still asks for"
    )
    looked_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="when the account was last taken over"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account_id"], condition=~models.Q(account_id=""), name="payee_account"
            ),
            models.CheckConstraint(
                name="payee_ready_has_account",
                condition=models.Q(state="not_started") | ~models.Q(account_id=""),
            ),
            models.CheckConstraint(
                name="payee_state_known", condition=models.Q(state__in=PayeeState.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.state}"

    @property
    def country_name(self) -> str:
        return country_name(self.country)

    @property
    def asks(self) -> str:
        """What the processor still asks for, in words; the query `asked_of` knows the rest."""
        return "; ".join(each["what"] for each in self.requirements)
