from django.db import models
from django.utils import timezone

from marketplace.core.data.identifiers import new_id


class ProcessorCustomer(models.Model):
    """An organisation as the payment processor knows it."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    organisation = models.OneToOneField(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="processor_customer"
    )
    customer_id = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["customer_id"],
                condition=~models.Q(customer_id=""),
                name="processor_customer_id",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.customer_id or 'not opened'}"
