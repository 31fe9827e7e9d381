"""What moved on somebody's money in a time, line by line, read from the ledger.

An organisation's money is what is held for it; a person's is what they earned and were not
sent yet, less what they owe. Periods are of UTC.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Min, Q, QuerySet, Sum

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from marketplace.core.data.arrays import AnyOf
from marketplace.core.data.money import Money
from payments.documents.queries.documents import numbers_of
from payments.escrows.models.escrows import Escrow
from payments.ledger.chart import OWNED, AccountKind
from payments.ledger.models import Account, Entry, Transfer
from payments.payouts.models.payouts import Payout
from payments.payouts.models.reversals import Reversal

Party = Organisation | User
FIRST_YEAR, LAST_YEAR = 2020, 2100

OF_ORGANISATION = {
    "charge_succeeded": "Paid, held",
    "release": "Released to the freelancer",
    "carried_over": "Pays for other work",
    "refund_decided": "On its way back to you",
    "refund_failed": "A refund failed, held again",
    "refund_returned": "A refund came back, held again",
    "release_recalled": "A release taken back",
    "dispute_lost": "Taken by the bank in a card dispute",
    "dispute_overturned": "Given back by the bank",
}
OF_PERSON = {
    "release": "Released to you",
    "payout_requested": "Sent to your account",
    "payout_failed": "Not sent, yours again",
    "release_recalled": "A release taken back",
    "transfer_reversed": "Got back from your account",
    "receivable_written_off": "Borne by Holdout",
    "loss_recovered": "A lost card dispute",
    "loss_returned": "A card dispute won after all",
}


@dataclass(frozen=True, kw_only=True)
class StatementLine:
    """One movement; `money` is signed, `balance` is what stands after it."""

    when: datetime
    code: str
    what: str
    work: str
    party: str
    money: Money
    fee: Money
    balance: Money
    reference: str
    # The number of the paper that belongs to it; empty for none.
    document: str = ""


@dataclass(kw_only=True)
class StatementPart:
    """One currency: it opens, moves and closes."""

    currency: str
    opening: Money
    lines: list[StatementLine] = field(default_factory=list)

    @property
    def closing(self) -> Money:
        return self.lines[-1].balance if self.lines else self.opening


def month_start(year: int, month: int) -> date | None:
    """Its first day; None where there is no such month, or no statement of it."""
    if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12:
        return date(year, month, 1)
    return None


def day_start(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def statement_parts(of: Party, first: date, after: date) -> list[StatementPart]:
    """From the start of `first` to the start of `after`, by currency."""
    start, end = day_start(first), day_start(after)
    accounts = _accounts_of(of)
    own = Entry.objects.filter(AnyOf("account", accounts.values("pk")))
    opening = own.filter(transfer__posted_at__lt=start).order_by().values("transfer__currency")
    parts = {
        row["transfer__currency"]: StatementPart(
            currency=row["transfer__currency"],
            opening=Money(row["total"], row["transfer__currency"]),
        )
        for row in opening.annotate(total=Sum("amount"))
    }
    within = own.filter(transfer__posted_at__gte=start, transfer__posted_at__lt=end)
    found = _moved(within)
    papers = numbers_of((row["transfer"] for row in found), of=of)
    for moved in found:
        moved["document"] = papers.get(moved["transfer__id"], "")
        currency = moved["transfer__currency"]
        nothing = StatementPart(currency=currency, opening=Money(0, currency))
        part = parts.setdefault(currency, nothing)
        part.lines.append(_line(of, moved, part.closing))
    kept = (part for part in parts.values() if part.lines or part.opening)
    return sorted(kept, key=lambda part: part.currency)


def months_with_statements(of: Party, today: date) -> list[date]:
    """First days of the months from the first movement to today's, oldest first."""
    own = Entry.objects.filter(AnyOf("account", _accounts_of(of).values("pk")))
    begun = own.aggregate(first=Min("transfer__posted_at"))["first"]
    if begun is None:
        return []
    day = begun.astimezone(UTC).date()
    months = range(day.year * 12 + day.month - 1, today.year * 12 + today.month)
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def _accounts_of(of: Party) -> QuerySet[Account]:
    if isinstance(of, User):
        kinds = OWNED - {AccountKind.HELD}
        return Account.objects.filter(kind__in=kinds, owner_id=of.pk)
    escrows = Escrow.objects.filter(payer=of).values("pk")
    return Account.objects.filter(AnyOf("owner_id", escrows), kind=AccountKind.HELD)


def _moved(entries: QuerySet[Entry]) -> list[dict[str, Any]]:
    """Each transfer that changed what is theirs, with its fee and its unit, in order."""
    names = ("id", "code", "key", "currency", "posted_at")
    rows = entries.order_by("transfer_id").values(*(f"transfer__{name}" for name in names))
    moved: list[dict[str, Any]] = list(rows.annotate(net=Sum("amount")).exclude(net=0))
    ids = [row["transfer__id"] for row in moved]
    fees = _sums(ids, AccountKind.PLATFORM_FEES)
    units = _units(moved, ids)
    for row in moved:
        row["transfer"] = Transfer(
            pk=row["transfer__id"], code=row["transfer__code"], key=row["transfer__key"]
        )
        row["fee"] = fees.get(row["transfer__id"], 0)
        row["escrow"] = units.get(row["transfer__id"])
    return moved


def _sums(transfers: Iterable[int], kind: AccountKind) -> dict[int, int]:
    entries = Entry.objects.filter(transfer__in=transfers).order_by()
    totals = entries.values_list("transfer").annotate(
        # Not in WHERE: there it would lead through all entries of an account of the platform.
        total=Sum("amount", filter=Q(account__kind=kind), default=0)
    )
    return dict(totals)


def _units(moved: list[dict[str, Any]], ids: list[int]) -> dict[int, Escrow]:
    """The escrow of each transfer: named by an entry, or behind the payout that its key names."""
    entries = Entry.objects.filter(transfer__in=ids)
    named = entries.values_list("transfer", "account__kind", "account__owner_id")
    by_transfer = {transfer: owner for transfer, kind, owner in named if kind == AccountKind.HELD}
    payouts = _payout_escrows(row["transfer__key"] for row in moved)
    for row in moved:
        paid_out = payouts.get(row["transfer__key"].split(":")[1])
        if paid_out and row["transfer__id"] not in by_transfer:
            by_transfer[row["transfer__id"]] = paid_out
    related = Escrow.objects.select_related("payer", "payee")
    escrows = related.in_bulk(set(by_transfer.values()))
    return {transfer: escrows[escrow] for transfer, escrow in by_transfer.items()}


def _payout_escrows(keys: Iterable[str]) -> dict[str, int]:
    """By the second word of a key, a payout's id or the processor's id of a reversal."""
    words = {key.split(":")[1] for key in keys}
    ids = {word for word in words if _is_uuid(word)}
    payouts = Payout.objects.filter(public_id__in=ids).values_list("public_id", "escrow")
    reversals = Reversal.objects.filter(processor_id__in=words - ids)
    return {str(public_id): escrow for public_id, escrow in payouts} | dict(
        reversals.values_list("processor_id", "payout__escrow")
    )


def _is_uuid(word: str) -> bool:
    try:
        return str(UUID(word)) == word
    except ValueError:
        return False


def _line(of: Party, moved: dict[str, Any], before: Money) -> StatementLine:
    is_person, escrow = isinstance(of, User), moved["escrow"]
    code, currency = moved["transfer__code"], moved["transfer__currency"]
    money = Money(moved["net"], currency)
    other = (escrow.payer if is_person else escrow.payee) if escrow else ""
    return StatementLine(
        when=moved["transfer__posted_at"],
        code=code,
        what=(OF_PERSON if is_person else OF_ORGANISATION)[code],
        work=escrow.title if escrow else "",
        party=str(other),
        money=money,
        fee=Money(moved["fee"] if is_person else 0, currency),
        balance=before + money,
        reference=moved["transfer__key"],
        document=moved["document"],
    )
