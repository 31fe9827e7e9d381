"""The double-entry ledger. Written by the SQL function `ledger_post` alone, never changed.

The SQL functions and the triggers `entry_keeps_the_books` and `roll_up_equals_entries` are
kept in migrations/sql.
"""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone

from marketplace.core.data.append_only import never_emptied
from payments.ledger.chart import MOVEMENTS, OWED_TO_US, OWNED, AccountKind

_KINDS = [(kind.value, kind.value.replace("_", " ")) for kind in AccountKind]
_OWNED = sorted(kind.value for kind in OWNED)
_OWED_TO_US = sorted(kind.value for kind in OWED_TO_US)


class Account(models.Model):
    """One account of one owner in one currency.

    `balance` (minor units) is stored for owned kinds only, and moved by the entry trigger.
    """

    kind = models.CharField(max_length=24, choices=_KINDS)
    owner_id = models.BigIntegerField(help_text="escrow or payee by kind; 0 for the platform")
    currency = models.CharField(max_length=3)
    balance = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "owner_id", "currency"], name="account_once"),
            models.CheckConstraint(
                name="account_never_overdrawn",
                condition=Q(kind__in=_OWED_TO_US, balance__lte=0)
                | (~Q(kind__in=_OWED_TO_US) & Q(balance__gte=0)),
            ),
            models.CheckConstraint(
                name="account_owned_or_platform",
                condition=Q(kind__in=_OWNED, owner_id__gt=0)
                | (~Q(kind__in=_OWNED) & Q(owner_id=0)),
            ),
        ]
        triggers = [
            # The entry trigger runs one level down; a hand-written UPDATE runs at the top.
            pgtrigger.Protect(
                name="account_balance_by_entries_only",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition("pg_trigger_depth() < 1"),
            ),
            pgtrigger.Protect(
                name="account_opens_empty",
                operation=pgtrigger.Insert,
                condition=~pgtrigger.Q(new__balance=0),
            ),
            pgtrigger.Protect(name="account_kept", operation=pgtrigger.Delete),
            never_emptied("account"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.owner_id or ''} {self.currency}"


class AccountRollUp(models.Model):
    """What an account of the platform stood at after one entry: the sum of all until then.

    The database refuses one that does not equal its entries, so that it may be believed.
    """

    account = models.OneToOneField(
        Account, on_delete=models.PROTECT, primary_key=True, related_name="roll_up"
    )
    up_to = models.BigIntegerField(help_text="id of the last entry that it covers")
    balance = models.BigIntegerField(help_text="minor units")
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.account_id} at {self.balance} up to {self.up_to}"


class Transfer(models.Model):
    """One posted movement: entries that sum to zero, under a key that can be used once."""

    key = models.CharField(max_length=160)
    code = models.CharField(max_length=24, choices=[(code, code) for code in MOVEMENTS])
    currency = models.CharField(max_length=3)
    legs = models.JSONField(help_text="what was posted, as given to ledger_post")
    posted_at = models.DateTimeField()

    # Set by payments.ledger.post: False when the key had been posted before.
    is_new: bool

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key"], name="transfer_key_once")]
        indexes = [models.Index(fields=["code", "-id"], name="transfer_code")]
        triggers = [
            pgtrigger.Protect(
                name="transfer_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.key}"


class Entry(models.Model):
    """One side of a transfer, in minor units: credit above zero, debit below."""

    transfer = models.ForeignKey(Transfer, on_delete=models.PROTECT, related_name="entries")
    # The index entry_account begins with it.
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="entries", db_index=False
    )
    amount = models.BigIntegerField()

    class Meta:
        verbose_name_plural = "entries"
        constraints = [
            models.CheckConstraint(name="entry_not_zero", condition=~Q(amount=0)),
        ]
        indexes = [models.Index(fields=["account", "id"], name="entry_account")]
        triggers = [
            pgtrigger.Protect(
                name="entry_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} on {self.account_id}"
