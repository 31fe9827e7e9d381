"""The only writer of ledger entries: one call of the SQL function `ledger_post`."""

from collections.abc import Mapping

from django.db import IntegrityError, connection, transaction
from django.db.models import Sum
from psycopg2.extras import Json

from marketplace.core.writes import answer
from payments.chart import OWNED, PLATFORM, AccountKind, Movement
from payments.errors import KeyReused, Overdrawn
from payments.models.ledger import Account, Entry, Transfer


def post(
    movement: Movement,
    *,
    key: str,
    currency: str,
    amounts: Mapping[str, int],
    owners: Mapping[AccountKind, int] | None = None,
) -> Transfer:
    """Post `movement` once under `key`; legs whose amount is 0 are left out.

    `amounts` are minor units >= 0 by leg name; `owners` name the escrow or payee of each
    owned account kind that the movement touches. The same key with the same content is no
    error: the earlier transfer comes back with `is_new` False. Raises KeyReused when the
    key stands for something else, and Overdrawn when an owned account would fall below
    zero; the caller's transaction must then roll back. Must run inside a transaction. In a
    `together` block it comes last: it takes along what was written before it.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("ledger.post needs a transaction")
    legs = _legs(movement, amounts, owners or {})
    try:
        transfer_id, is_new, same = answer(
            "SELECT transfer_id, is_new, same FROM ledger_post(%s, %s, %s, %s)",
            [key, movement.code, currency, Json(legs)],
        )
    except IntegrityError as error:
        if "account_never_overdrawn" in str(error):
            raise Overdrawn(movement=movement.code) from error
        raise
    if not same:
        raise KeyReused(key=key)
    transfer = Transfer(id=transfer_id, key=key, code=movement.code, currency=currency, legs=legs)
    transfer.is_new = is_new
    transfer._state.adding = False
    return transfer


def _legs(
    movement: Movement, amounts: Mapping[str, int], owners: Mapping[AccountKind, int]
) -> list[list[str | int]]:
    if set(amounts) != {leg.name for leg in movement.legs}:
        raise ValueError(f"{movement.code} needs the amounts {[leg.name for leg in movement.legs]}")
    if min(amounts.values()) < 0 or not any(amounts.values()):
        raise ValueError(f"{movement.code} needs amounts of at least 0, one of them above")
    return [
        [leg.source, _owner(leg.source, owners), leg.target, _owner(leg.target, owners), amount]
        for leg in movement.legs
        if (amount := amounts[leg.name])
    ]


def _owner(kind: AccountKind, owners: Mapping[AccountKind, int]) -> int:
    return owners[kind] if kind in OWNED else PLATFORM


def balance(kind: AccountKind, owner_id: int, currency: str) -> int:
    """Minor units; stored for owned accounts, summed from the entries for the platform's."""
    if kind in OWNED:
        stored = Account.objects.filter(kind=kind, owner_id=owner_id, currency=currency)
        return stored.values_list("balance", flat=True).first() or 0
    entries = Entry.objects.filter(account__kind=kind, account__currency=currency)
    return entries.aggregate(total=Sum("amount"))["total"] or 0


def lock_balance(kind: AccountKind, owner_id: int, currency: str) -> int:
    """The stored balance of an owned account, which stays locked until the transaction ends."""
    rows = Account.objects.filter(kind=kind, owner_id=owner_id, currency=currency)
    return rows.select_for_update().values_list("balance", flat=True).first() or 0
