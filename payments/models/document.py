import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone

from marketplace.core.append_only import never_emptied
from marketplace.core.identifiers import new_id
from payments.models.charge import Charge
from payments.models.payout import Payout


class DocumentKind(models.TextChoices):
    RECEIPT = "receipt", "Receipt"
    FEE_INVOICE = "fee_invoice", "Fee invoice"
    PAYOUT_STATEMENT = "payout_statement", "Payout statement"


PREFIXES = {
    DocumentKind.RECEIPT: "R",
    DocumentKind.FEE_INVOICE: "F",
    DocumentKind.PAYOUT_STATEMENT: "P",
}


class DocumentSeries(models.Model):
    """The last number given in a kind of document; its row is locked to give the next."""

    kind = models.CharField(max_length=20, choices=DocumentKind, unique=True)
    last_number = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name_plural = "document series"

    def __str__(self) -> str:
        return f"{self.kind}: {self.last_number}"


class Document(models.Model):
    """A numbered paper about one charge or payout. What it says is frozen when it is issued."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=DocumentKind)
    number = models.PositiveBigIntegerField()
    charge = models.ForeignKey(
        Charge, on_delete=models.PROTECT, related_name="documents", null=True, blank=True
    )
    payout = models.ForeignKey(
        Payout, on_delete=models.PROTECT, related_name="documents", null=True, blank=True
    )
    facts = models.JSONField(help_text="what is printed")
    issued_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="document_number_once"),
            models.UniqueConstraint(
                fields=["kind", "charge"], condition=~Q(charge=None), name="document_charge_once"
            ),
            models.UniqueConstraint(
                fields=["kind", "payout"], condition=~Q(payout=None), name="document_payout_once"
            ),
            models.CheckConstraint(
                name="document_of_one",
                condition=Q(kind="receipt", charge__isnull=False, payout=None)
                | Q(~Q(kind="receipt"), charge=None, payout__isnull=False),
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="document_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            ),
            never_emptied("document"),
        ]

    def __str__(self) -> str:
        return f"{PREFIXES[DocumentKind(self.kind)]}-{self.number:06d}"
