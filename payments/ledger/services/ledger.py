"""The only writer of ledger entries: one call of a SQL function, for one movement or many."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, connection, transaction
from psycopg2.extras import Json

from payments.ledger.chart import OWNED, PLATFORM, AccountKind, Movement
from payments.ledger.errors import KeyReused, Overdrawn
from payments.ledger.models import Account, Transfer

# What the platform's account stood at when it was last rolled up, and the entries since.
PLATFORM_BALANCE = """
    SELECT coalesce(rolled.balance, 0) + (
        SELECT coalesce(sum(entry.amount), 0) FROM payments_entry entry
        WHERE entry.account_id = account.id AND entry.id > coalesce(rolled.up_to, 0)
    )
    FROM payments_account account
    LEFT JOIN payments_accountrollup rolled ON rolled.account_id = account.id
    WHERE account.kind = %s AND account.owner_id = 0 AND account.currency = %s
"""


@dataclass(frozen=True, kw_only=True)
class Posting:
    """What is to be posted once under `key`; as the arguments of `post`."""

    movement: Movement
    key: str
    currency: str
    amounts: Mapping[str, int]
    owners: Mapping[AccountKind, int] = field(default_factory=dict)


NOBODY: Mapping[AccountKind, int] = {}


def post(
    movement: Movement,
    *,
    key: str,
    currency: str,
    amounts: Mapping[str, int],
    owners: Mapping[AccountKind, int] = NOBODY,
    to: Mapping[AccountKind, int] = NOBODY,
) -> Transfer:
    """Post `movement` once under `key`; legs whose amount is 0 are left out.

    `amounts` are minor units >= 0 by leg name; `owners` name the escrow or payee of each
    owned account kind that the movement touches, and `to` whoever is credited where both
    sides are of one kind. The same key with the same content is no
    error: the earlier transfer comes back with `is_new` False. Raises KeyReused when the
    key stands for something else, and Overdrawn when an owned account would fall below
    zero; the caller's transaction must then roll back. Must run inside a transaction.
    """
    legs = _legs(movement, amounts, owners, {**owners, **to})
    transfer_id, is_new, same = _call(
        "SELECT transfer_id, is_new, same FROM ledger_post(%s, %s, %s, %s)",
        [key, movement.code, currency, Json(legs)],
        movement.code,
    )
    if not same:
        raise KeyReused(key=key)
    transfer = Transfer(id=transfer_id, key=key, code=movement.code, currency=currency, legs=legs)
    transfer.is_new = is_new
    transfer._state.adding = False
    return transfer


def post_all(postings: Iterable[Posting]) -> None:
    """Post many movements in one call, all of them or none; otherwise as `post`."""
    rows: list[dict[str, Any]] = [
        {
            "key": each.key,
            "code": each.movement.code,
            "currency": each.currency,
            "legs": _legs(each.movement, each.amounts, each.owners, each.owners),
        }
        for each in postings
    ]
    (reused,) = _call(
        "SELECT min(posted_key) FILTER (WHERE NOT same) FROM ledger_post_all(%s)",
        [Json(rows)],
        ", ".join(sorted({row["code"] for row in rows})),
    )
    if reused is not None:
        raise KeyReused(key=reused)


def _call(sql: str, parameters: Sequence[Any], movement: str) -> tuple[Any, ...]:
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("the ledger needs a transaction")
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            return cursor.fetchone()
    except IntegrityError as error:
        if "account_never_overdrawn" in str(error):
            raise Overdrawn(movement=movement) from error
        raise


def _legs(
    movement: Movement,
    amounts: Mapping[str, int],
    debited: Mapping[AccountKind, int],
    credited: Mapping[AccountKind, int],
) -> list[list[str | int]]:
    if set(amounts) != {leg.name for leg in movement.legs}:
        raise ValueError(f"{movement.code} needs the amounts {[leg.name for leg in movement.legs]}")
    if min(amounts.values()) < 0 or not any(amounts.values()):
        raise ValueError(f"{movement.code} needs amounts of at least 0, one of them above")
    return [
        [leg.source, _owner(leg.source, debited), leg.target, _owner(leg.target, credited), amount]
        for leg in movement.legs
        if (amount := amounts[leg.name])
    ]


def _owner(kind: AccountKind, owners: Mapping[AccountKind, int]) -> int:
    return owners[kind] if kind in OWNED else PLATFORM


def balance(kind: AccountKind, owner_id: int, currency: str) -> int:
    """Minor units; stored for owned accounts, rolled up from the entries for the platform's."""
    if kind in OWNED:
        stored = Account.objects.filter(kind=kind, owner_id=owner_id, currency=currency)
        return stored.values_list("balance", flat=True).first() or 0
    with connection.cursor() as cursor:
        cursor.execute(PLATFORM_BALANCE, [kind, currency])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def lock_balance(kind: AccountKind, owner_id: int, currency: str) -> int:
    """The stored balance of an owned account, which stays locked until the transaction ends."""
    rows = Account.objects.filter(kind=kind, owner_id=owner_id, currency=currency)
    return rows.select_for_update().values_list("balance", flat=True).first() or 0


def lock_standing(kind: AccountKind, owner_ids: Sequence[int]) -> list[int]:
    """Owners whose stored balance is not zero; the accounts of all of them stay locked."""
    rows = Account.objects.filter(kind=kind, owner_id__in=owner_ids).order_by("id")
    balances = rows.select_for_update().values_list("owner_id", "balance")
    return [owner_id for owner_id, balance in balances if balance]
