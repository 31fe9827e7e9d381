"""Copies of a whole world, made in SQL, each with its own rows and relations between them."""

from collections.abc import Iterator, Set
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.backends.utils import CursorWrapper

# Between the row ids of one copy and of the next; no table of the world has as many rows.
STEP = 10_000
OURS = ("core", "accounts", "projects", "contracts", "payments", "account")
# Row ids that are kept as numbers: what they point to has a table, but no foreign key.
POINTING = ("subject_id", "owner_id", "up_to")
# Of these there is one, however many there are of all else.
SHARED = {"payments_feeschedule", "payments_documentseries", "payments_platformbalance"}
# Who people are and what they are paid by: a copy without them is of more that is theirs.
PEOPLE = SHARED | {
    "account_emailaddress",
    "accounts_freelancerprofile",
    "accounts_membership",
    "accounts_organisation",
    "accounts_toolexperience",
    "accounts_user",
    "payments_account",
    "payments_payee",
    "payments_processorcustomer",
}


class Copies:
    """Of the world as it stands when this is made; triggers sleep while rows are copied."""

    def __init__(self) -> None:
        with connection.cursor() as cursor:
            for model in _models():
                table = model._meta.db_table
                cursor.execute(f'CREATE TEMPORARY TABLE "of_{table}" AS TABLE "{table}"')

    def add(self, numbers: range, *, kept: Set[str] = frozenset(SHARED)) -> None:
        """One copy for each of `numbers`, without the tables of `kept`, to whose rows it points.

        What cannot stand twice is left out.
        """
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            for model in _models():
                if model._meta.db_table not in kept:
                    _copy(cursor, model, numbers, kept)
            cursor.execute("SET LOCAL session_replication_role = origin")
            cursor.execute("ANALYZE")


def _models() -> Iterator[type[models.Model]]:
    """All but known words, of which there are no more than languages have."""
    for model in apps.get_models(include_auto_created=True):
        is_word = isinstance(model._meta.pk, models.CharField)
        if model._meta.app_label in OURS and model._meta.managed and not is_word:
            yield model


def _copy(cursor: CursorWrapper, model: type[models.Model], numbers: range, kept: Set[str]) -> None:
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_value(model, field, kept) for field in fields)
    table = model._meta.db_table
    deferred = any(getattr(rule, "deferrable", None) for rule in model._meta.constraints)
    cursor.execute(
        f'INSERT INTO "{table}" ({columns}) SELECT {values} FROM "of_{table}", '
        f"generate_series({numbers.start}, {numbers.stop - 1}) AS n "
        + ("" if deferred else "ON CONFLICT DO NOTHING")
    )


def _value(model: type[models.Model], field: Any, kept: Set[str]) -> str:
    """What stands in the column `field` of the copy `n`."""
    column = f'"{field.column}"'
    pointed = _pointed(field)
    if pointed == "payments_account" and pointed not in kept:
        platform = "SELECT id FROM of_payments_account WHERE owner_id = 0"
        return f"CASE WHEN {column} IN ({platform}) THEN {column} ELSE {column} + n * {STEP} END"
    if field.column in POINTING:
        return f"CASE WHEN {column} = 0 THEN 0 ELSE {column} + n * {STEP} END"
    if isinstance(field, models.UUIDField) and field.unique:
        return f"md5({column}::text || n)::uuid"
    if isinstance(field, models.EmailField):
        return f"n || '.' || {column}"
    if isinstance(field, models.DateTimeField):
        return f"{column} - n * interval '1 minute'"
    if pointed and pointed not in kept:
        return f"{column} + n * {STEP}"
    if isinstance(field, models.CharField | models.TextField) and _stands_once(model, field):
        fresh = f"left(md5({column} || n) || {column}, {field.max_length or 500})"
        return f"CASE WHEN {column} = '' THEN '' ELSE {fresh} END"
    return column


def _pointed(field: Any) -> str:
    """The table whose row id it holds, its own or another's; empty if it holds none."""
    if field.is_relation:
        return str(field.related_model._meta.db_table)
    is_number = isinstance(field, models.IntegerField)
    return str(field.model._meta.db_table) if field.primary_key and is_number else ""


def _stands_once(model: type[models.Model], field: Any) -> bool:
    """Whether this text may not be repeated; beside a relation it may, for that is another's."""
    rules = [
        set(rule.fields)
        for rule in model._meta.constraints
        if isinstance(rule, models.UniqueConstraint) and field.name in rule.fields
    ]
    beside = {name for rule in rules for name in rule}
    is_of_another = any(
        name in POINTING or _pointed(model._meta.get_field(name)) for name in beside
    )
    return bool(field.unique or (rules and not is_of_another and not field.choices))
