import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone

from marketplace.core.data.append_only import never_emptied
from marketplace.core.data.identifiers import new_id
from payments.charges.models import Charge
from payments.escrows.models.escrows import Escrow
from payments.payouts.models.payouts import Payout
from payments.refunds.models import Refund
from payments.releases.models import FeeReturn


class DocumentKind(models.TextChoices):
    RECEIPT = "receipt", "Receipt"
    FEE_INVOICE = "fee_invoice", "Fee invoice"
    CREDIT_NOTE = "credit_note", "Credit note"
    PAYOUT_STATEMENT = "payout_statement", "Payout statement"
    REFUND_NOTE = "refund_note", "Refund note"


PREFIXES = {
    DocumentKind.RECEIPT: "R",
    DocumentKind.FEE_INVOICE: "F",
    DocumentKind.CREDIT_NOTE: "C",
    DocumentKind.PAYOUT_STATEMENT: "P",
    DocumentKind.REFUND_NOTE: "B",
}
# What each kind of paper is about: the one field of a document that is set.
SUBJECTS = {
    DocumentKind.RECEIPT: "charge",
    DocumentKind.FEE_INVOICE: "payout",
    DocumentKind.CREDIT_NOTE: "fee_return",
    DocumentKind.PAYOUT_STATEMENT: "payout",
    DocumentKind.REFUND_NOTE: "refund",
}
_FIELDS = ("charge", "fee_return", "payout", "refund")


def _about_its_subject() -> Q:
    wanted = Q()
    for kind, subject in SUBJECTS.items():
        wanted |= Q(kind=kind, **{f"{field}__isnull": field != subject for field in _FIELDS})
    return wanted


class DocumentSeries(models.Model):
    """The last number given in a kind of document; its row is locked to give the next."""

    kind = models.CharField(max_length=20, choices=DocumentKind, unique=True)
    last_number = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name_plural = "document series"

    def __str__(self) -> str:
        return f"{self.kind}: {self.last_number}"


class Document(models.Model):
    """A numbered paper about one movement of money. What it says is frozen when it is issued."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=DocumentKind)
    number = models.PositiveBigIntegerField()
    charge = models.ForeignKey(
        Charge, on_delete=models.PROTECT, related_name="documents", null=True, blank=True
    )
    payout = models.ForeignKey(
        Payout, on_delete=models.PROTECT, related_name="documents", null=True, blank=True
    )
    fee_return = models.ForeignKey(
        FeeReturn, on_delete=models.PROTECT, related_name="documents", null=True, blank=True
    )
    refund = models.ForeignKey(
        Refund, on_delete=models.PROTECT, related_name="documents", null=True, blank=True
    )
    facts = models.JSONField(help_text="what is printed")
    issued_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="document_number_once"),
            *(
                models.UniqueConstraint(
                    fields=["kind", field],
                    condition=~Q(**{field: None}),
                    name=f"document_{field}_once",
                )
                for field in _FIELDS
            ),
            models.CheckConstraint(name="document_of_one", condition=_about_its_subject()),
        ]
        triggers = [
            pgtrigger.Protect(
                name="document_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            ),
            never_emptied("document"),
        ]

    def __str__(self) -> str:
        return f"{PREFIXES[DocumentKind(self.kind)]}-{self.number:06d}"

    @property
    def escrow(self) -> Escrow:
        """The unit that it is about; of a credit note, by the payout whose fee went back."""
        subject = getattr(self, SUBJECTS[DocumentKind(self.kind)])
        escrow: Escrow = (subject.payout if self.fee_return_id else subject).escrow
        return escrow
