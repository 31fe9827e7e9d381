"""Empties the database after a test whose changes other connections saw, though books refuse it."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError, connection, transaction
from django.test import TransactionTestCase

from tests.factories.payments import set_first_fee

# Migrations fill these, and no test changes them.
KEPT = {ContentType._meta.db_table, Permission._meta.db_table}


@pytest.fixture(autouse=True, scope="session")
def emptied_between_tests() -> Iterator[None]:
    """In the place of Django's flush, which rewrites every table, filled or not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", teardown)
        yield


def teardown(_test: TransactionTestCase) -> None:
    past_deadlocks()
    set_first_fee()


def past_deadlocks(tries: int = 5) -> None:
    """A process of the test that is just ending may hold a row; whoever loses tries again."""
    for left in reversed(range(tries)):
        try:
            return empty()
        except OperationalError as error:
            if not left or "deadlock" not in str(error):
                raise
    return None


@transaction.atomic
def empty() -> None:
    """Delete every row with the triggers off, which only a superuser may."""
    tables = [quoted(table) for table in sorted(set(all_tables()) - KEPT)]
    filled = " UNION ALL ".join(
        f"SELECT {number} WHERE EXISTS (SELECT FROM {table})" for number, table in enumerate(tables)
    )
    with connection.cursor() as cursor:
        # Whoever is still writing comes to an end first.
        cursor.execute(f"LOCK TABLE {', '.join(tables)} IN EXCLUSIVE MODE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(filled)
        for (number,) in cursor.fetchall():
            cursor.execute(f"DELETE FROM {tables[number]}")


def all_tables() -> list[str]:
    return connection.introspection.django_table_names(include_views=False)


def quoted(table: str) -> str:
    return connection.ops.quote_name(table)
