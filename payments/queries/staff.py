"""What staff look at: accounts, transfers, and everything that waits for a person."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.models import User
from payments.chart import AccountKind
from payments.models import (
    Account,
    Charge,
    Entry,
    Escrow,
    Operation,
    Payout,
    Refund,
    StripeEvent,
    Transfer,
)
from payments.states import (
    ChargeState,
    EscrowState,
    OperationState,
    PayeeState,
    PayoutState,
    RefundState,
    StripeEventState,
)

# What takes longer than this is stuck: the sweeper comes every quarter of a minute.
PATIENCE = timedelta(minutes=5)
# Funds that are held for longer, and payouts blocked for longer, are looked at by a person.
HELD_LONG = timedelta(days=60)
BLOCKED_LONG = timedelta(days=7)


def accounts_like(*, kind: str = "", currency: str = "") -> QuerySet[Account]:
    given = {"kind": kind, "currency": currency}
    return Account.objects.filter(**{name: value for name, value in given.items() if value})


def transfers_like(
    *, code: str = "", currency: str = "", key: str = "", kind: str = "", owner: int | None = None
) -> QuerySet[Transfer]:
    """Transfers with their entries, by movement, currency, part of the key, and account."""
    rows = Transfer.objects.prefetch_related("entries__account")
    given: dict[str, Any] = {"code": code, "currency": currency, "key__contains": key}
    rows = rows.filter(**{name: value for name, value in given.items() if value})
    touched: dict[str, Any] = {"account__kind": kind, "account__owner_id": owner}
    touched = {name: value for name, value in touched.items() if value not in ("", None)}
    if touched:
        rows = rows.filter(pk__in=Entry.objects.filter(**touched).values("transfer"))
    return rows


def stuck_operations() -> QuerySet[Operation]:
    """Unknown ones, and those without an answer for too long."""
    late = Q(
        state__in=(OperationState.PREPARED, OperationState.SENT),
        created_at__lt=timezone.now() - PATIENCE,
    )
    return Operation.objects.filter(late | Q(state=OperationState.UNKNOWN)).order_by("-id")


def waiting_events() -> QuerySet[StripeEvent]:
    """Parked ones, and those that could not be processed for too long."""
    late = Q(state=StripeEventState.RECEIVED, received_at__lt=timezone.now() - PATIENCE)
    return StripeEvent.objects.filter(late | Q(state=StripeEventState.PARKED)).order_by("-id")


def failed_refunds() -> QuerySet[Refund]:
    rows = Refund.objects.filter(state=RefundState.FAILED).order_by("-id")
    return rows.select_related("escrow", "escrow__payer")


def mismatched_charges() -> QuerySet[Charge]:
    rows = Charge.objects.filter(state=ChargeState.MISMATCHED).order_by("-id")
    return rows.select_related("escrow", "escrow__payer")


def long_held_escrows() -> QuerySet[Escrow]:
    late = timezone.now() - HELD_LONG
    rows = Escrow.objects.filter(state=EscrowState.HELD, funded_at__lt=late).order_by("funded_at")
    return rows.select_related("payer", "payee")


def blocked_payouts() -> QuerySet[Payout]:
    """Available for long, with nowhere to go: the payee's account is missing or not ready."""
    late = timezone.now() - BLOCKED_LONG
    rows = Payout.objects.filter(state=PayoutState.AVAILABLE, clears_at__lt=late)
    blocked = rows.exclude(payee__payee__state=PayeeState.READY).order_by("clears_at")
    return blocked.select_related("escrow", "payee")


def named_owners(accounts: Iterable[Account]) -> dict[int, Escrow | User]:
    """Whose money lies on each account, by the account's row: an escrow or a payee."""
    owned = [account for account in accounts if account.owner_id]
    escrows = Escrow.objects.in_bulk(
        {account.owner_id for account in owned if account.kind == AccountKind.HELD}
    )
    payees = User.objects.in_bulk(
        {account.owner_id for account in owned if account.kind != AccountKind.HELD}
    )
    return {
        account.pk: (escrows if account.kind == AccountKind.HELD else payees)[account.owner_id]
        for account in owned
    }
