import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models.functions import Cast
from django.db.models.lookups import Exact
from django.utils import timezone

from contracts.agreements.clauses.document import fingerprint
from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.models.contracts import Contract
from marketplace.core.data.actors import CLIENT, FREELANCER
from marketplace.core.data.append_only import never_emptied
from marketplace.core.data.identifiers import new_id


class Side(models.TextChoices):
    CLIENT = CLIENT, "Client"
    FREELANCER = FREELANCER, "Freelancer"


# The database computes the SHA-256 of the text itself and refuses another one.
TEXT_SHA256 = models.Func(
    models.Func(
        models.Func(models.F("text"), models.Value("UTF8"), function="convert_to"),
        function="sha256",
    ),
    models.Value("hex"),
    function="encode",
    output_field=models.CharField(),
)


class TermsVersion(models.Model):
    """One frozen text of the terms, with the structured draft that it was written from."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(help_text="markdown; this exact text is signed")
    sha256 = models.CharField(max_length=64, help_text="of the text in UTF-8, hexadecimal")
    draft_data = models.JSONField()
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    side = models.CharField(max_length=10, choices=Side)
    note = models.TextField(blank=True, max_length=2000, help_text="why it differs from the last")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["contract_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "number"], name="terms_number_once"),
            models.CheckConstraint(
                condition=Exact(Cast("sha256", models.CharField()), TEXT_SHA256),
                name="terms_sha256_of_text",
                violation_error_message="The SHA-256 does not belong to this text.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="terms_frozen", operation=pgtrigger.Update | pgtrigger.Delete),
            never_emptied("terms"),
        ]

    def __str__(self) -> str:
        return f"terms, version {self.number}"

    @property
    def draft(self) -> TermsDraft:
        return TermsDraft.from_json(self.draft_data)

    @property
    def is_intact(self) -> bool:
        """Recomputes the SHA-256 of the stored text."""
        return fingerprint(self.text) == self.sha256


class Signature(models.Model):
    """A person's name under one exact text, for one side. Rows are never changed or deleted."""

    terms = models.ForeignKey(TermsVersion, on_delete=models.PROTECT, related_name="signatures")
    side = models.CharField(max_length=10, choices=Side)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, help_text="as typed by the signer")
    sha256 = models.CharField(max_length=64, help_text="of the text that was signed")
    address = models.GenericIPAddressField(null=True)
    user_agent = models.CharField(max_length=400, blank=True)
    signed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["signed_at"]
        constraints = [
            models.UniqueConstraint(fields=["terms", "side"], name="signature_once_per_side"),
            models.UniqueConstraint(fields=["terms", "user"], name="signature_one_side_per_user"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="signature_frozen", operation=pgtrigger.Update | pgtrigger.Delete
            ),
            never_emptied("signature"),
        ]

    def __str__(self) -> str:
        return f"{self.name} for the {self.side}"
