import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from marketplace.core.data.append_only import never_emptied
from marketplace.core.data.identifiers import new_id


class Statement(models.Model):
    """What moved in a month or a year that is over, as it was first printed.

    The figures could be read from the ledger again; names and addresses could not.
    """

    class Kind(models.TextChoices):
        MONTH = "month", "Monthly statement"
        YEAR = "year", "Yearly summary"

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    kind = models.CharField(max_length=8, choices=Kind)
    organisation = models.ForeignKey(
        "accounts.Organisation",
        on_delete=models.PROTECT,
        related_name="statements",
        null=True,
        blank=True,
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="statements",
        null=True,
        blank=True,
    )
    starts_on = models.DateField(help_text="the first day of the month or year, of UTC")
    facts = models.JSONField(help_text="what is printed")
    issued_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "organisation", "starts_on"],
                condition=~Q(organisation=None),
                name="statement_organisation_once",
            ),
            models.UniqueConstraint(
                fields=["kind", "user", "starts_on"],
                condition=~Q(user=None),
                name="statement_user_once",
            ),
            models.CheckConstraint(
                name="statement_of_one",
                condition=Q(organisation=None, user__isnull=False)
                | Q(organisation__isnull=False, user=None),
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="statement_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            ),
            never_emptied("statement"),
        ]

    def __str__(self) -> str:
        period = f"{self.starts_on:%Y-%m}" if self.kind == self.Kind.MONTH else self.starts_on.year
        return f"{self.get_kind_display()} {period}"
