from django.conf import settings
from django.db import models

from marketplace.core.web.text_fields import NameField, WordsField
from payments.documents.tax_numbers.reading import TaxNumber, as_stated


class BillingDetails(models.Model):
    """Who an organisation or a freelancer is on receipts and invoices."""

    organisation = models.OneToOneField(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        related_name="billing_details",
        null=True,
        blank=True,
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="billing_details",
        null=True,
        blank=True,
    )
    legal_name = NameField(max_length=200)
    address = WordsField(max_length=500)
    country = models.CharField(max_length=2, help_text="ISO 3166-1 alpha-2")
    tax_number = models.CharField(max_length=32, blank=True)

    class Meta:
        verbose_name_plural = "billing details"
        constraints = [
            models.CheckConstraint(
                name="billing_details_of_one",
                condition=models.Q(organisation=None, user__isnull=False)
                | models.Q(organisation__isnull=False, user=None),
            )
        ]

    def __str__(self) -> str:
        return self.legal_name

    @property
    def stated_tax_number(self) -> TaxNumber | None:
        """With the name that it has in its country; None when none was stated."""
        return as_stated(self.tax_number, self.country) if self.tax_number else None
