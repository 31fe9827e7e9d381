"""The books as staff read them: by account, by movement, by transfer, by escrow, by person."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum, When

from accounts.people.models import User
from payments.card_disputes.queries import disputes_about
from payments.escrows.models.escrows import Escrow
from payments.ledger.chart import MOVEMENTS, OWNED, PLATFORM, AccountKind
from payments.ledger.models import Account, Entry, Transfer
from payments.reconciliation.models.reconciliations import BalanceLine

OF_PAYEE = OWNED - {AccountKind.HELD}


def accounts_like(*, kind: str = "", currency: str = "") -> QuerySet[Account]:
    given = {"kind": kind, "currency": currency}
    return Account.objects.filter(**{name: value for name, value in given.items() if value})


def account_at(kind: str, currency: str, owner: UUID | None) -> QuerySet[Account]:
    """The account of an escrow or a payee, by their public identifier, or of the platform."""
    rows = Account.objects.filter(kind=kind, currency=currency)
    if owner is None:
        return rows.filter(owner_id=PLATFORM)
    owners: QuerySet[Any] = (Escrow if kind == AccountKind.HELD else User)._base_manager.all()
    return rows.filter(owner_id__in=owners.filter(public_id=owner).values("pk"))


def accounts_of(user: User) -> QuerySet[Account]:
    """What a person earned, may have, and owes, in each currency."""
    rows = Account.objects.filter(kind__in=OF_PAYEE, owner_id=user.pk)
    return rows.order_by("currency", "kind")


def entries_on(account: Account) -> QuerySet[Entry]:
    return Entry.objects.filter(account=account).select_related("transfer")


def add_standing(account: Account, entries: Sequence[Entry]) -> None:
    """Note on each entry of a page, newest first, what stood on the account after it."""
    if not entries:
        return
    until = Entry.objects.filter(account=account, pk__lte=entries[0].pk)
    standing = until.aggregate(total=Sum("amount"))["total"]
    for entry in entries:
        entry.standing = standing  # type: ignore[attr-defined]
        standing -= entry.amount


def transfers_like(
    *, code: str = "", currency: str = "", key: str = "", kind: str = ""
) -> QuerySet[Transfer]:
    """Transfers with their entries, by movement, currency, kind of account, and key or its id."""
    rows = _with_entries(Transfer.objects.all())
    given: dict[str, Any] = {"code": code, "currency": currency}
    rows = rows.filter(**{name: value for name, value in given.items() if value})
    if key:
        rows = rows.filter(key__in=[key, *(f"{movement}:{key}" for movement in MOVEMENTS)])
    if kind:
        on_kind = Entry.objects.filter(account__kind=kind, transfer=OuterRef("pk"))
        rows = rows.filter(Exists(on_kind))
    return rows


def transfers_of_escrow(escrow: Escrow) -> QuerySet[Transfer]:
    """Everything that was posted for one unit, with its entries."""
    ids = set(_touching(Q(kind=AccountKind.HELD, owner_id=escrow.pk)))
    payouts = list(escrow.payouts.all())
    for payout in payouts:
        of_payee = Q(kind__in=OF_PAYEE, owner_id=escrow.payee_id)
        ids |= set(_touching(of_payee).filter(transfer__key__contains=str(payout.public_id)))
    theirs = [
        *(charge.charge_id for charge in escrow.charges.all()),
        *(dispute.processor_id for dispute in disputes_about(escrow)),
    ]
    lines = BalanceLine.objects.filter(source__in=[one for one in theirs if one])
    ids |= set(lines.exclude(transfer=None).values_list("transfer_id", flat=True))
    keys = [
        *(f"payout_sent:{payout.processor_id}" for payout in payouts),
        *(
            f"transfer_reversed:{reversal.processor_id}"
            for payout in payouts
            for reversal in payout.reversals.all()
        ),
        *(
            f"{code}:{refund.processor_id}"
            for refund in escrow.refunds.all()
            for code in ("refund_settled", "refund_returned")
        ),
    ]
    rows = Transfer.objects.filter(Q(pk__in=ids) | Q(key__in=keys))
    return _with_entries(rows)


def _touching(accounts: Q) -> QuerySet[Entry, int]:
    found = Account.objects.filter(accounts)
    return Entry.objects.filter(account__in=found).values_list("transfer_id", flat=True)


def name_owners(accounts: Iterable[Account]) -> None:
    """Note on each account whose it is: an escrow, a payee, or None for the platform."""
    listed = list(accounts)
    of_escrows = [account for account in listed if account.kind == AccountKind.HELD]
    of_payees = [account for account in listed if account.kind in OF_PAYEE]
    escrows = Escrow.objects.in_bulk({account.owner_id for account in of_escrows})
    payees = User.objects.in_bulk({account.owner_id for account in of_payees})
    for account in listed:
        owners: dict[int, Any] = escrows if account.kind == AccountKind.HELD else payees
        account.owner = owners.get(account.owner_id)  # type: ignore[attr-defined]


def _with_entries(transfers: QuerySet[Transfer]) -> QuerySet[Transfer]:
    """Each with its entries, their accounts, and whose these are by public identifier."""
    of_account = {"pk": OuterRef("account__owner_id")}
    owner = Case(
        When(
            account__kind=AccountKind.HELD,
            then=Subquery(Escrow.objects.filter(**of_account).values("public_id")),
        ),
        default=Subquery(User.objects.filter(**of_account).values("public_id")),
    )
    entries = Entry.objects.select_related("account").annotate(owner=owner)
    return transfers.prefetch_related(Prefetch("entries", entries.order_by("id")))
