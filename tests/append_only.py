"""Lets a test database be emptied between tests although its books refuse to be."""

import pytest
from django.core.management import CommandError
from django.db import connection
from django.test import TransactionTestCase

from tests.factories.payments import set_first_fee


@pytest.fixture(autouse=True, scope="session")
def emptied_between_tests():
    """Flush with the triggers off (only a superuser may), and keep what migrations filled in."""
    teardown = TransactionTestCase._fixture_teardown

    def teardown_without_triggers(self):
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
        try:
            past_deadlocks(lambda: teardown(self))
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SET session_replication_role = DEFAULT")
        set_first_fee()

    TransactionTestCase._fixture_teardown = teardown_without_triggers
    yield
    TransactionTestCase._fixture_teardown = teardown


def past_deadlocks(empty, tries=5):
    """A process of the test that is just ending may hold a row; whoever loses tries again."""
    for left in reversed(range(tries)):
        try:
            empty()
            return
        except CommandError as error:
            if not left or "deadlock" not in str(error.__cause__):
                raise
