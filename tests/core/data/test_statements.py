"""What a connection sends often is prepared on it, and answers as it did before."""

import pytest
from django.db import DatabaseError, connection, transaction

from marketplace.core.data import statements
from marketplace.core.data.models import OutboxMessage
from marketplace.core.data.statements import PREPARED_AFTER, Statement, send
from marketplace.core.data.writes import FEW_ROWS, insert, together

pytestmark = pytest.mark.django_db

OFTEN = PREPARED_AFTER + 3


@pytest.fixture(autouse=True)
def kept_connection(db, monkeypatch):
    """A connection that is kept, has prepared nothing, and prepares anew for later tests."""
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", 60)
    forget_prepared()
    yield
    forget_prepared()


def forget_prepared() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")
    statements._by_connection.clear()


def prepared() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [text for (text,) in cursor.fetchall()]


def run(sql: str, *parameters) -> object:
    return send([Statement(sql, parameters)])


def test_a_statement_is_prepared_once_it_came_often_and_answers_the_same():
    answers = [run("SELECT %s::int + %s::int", number, 1) for number in range(OFTEN)]
    assert answers == [(number + 1,) for number in range(OFTEN)]
    assert [text.partition(";")[0].partition(" AS ")[2] for text in prepared()] == [
        "SELECT $1::int + $2::int"
    ]


def test_a_statement_without_parameters_is_prepared_too():
    assert {run("SELECT 7") for _ in range(OFTEN)} == {(7,)}
    assert len(prepared()) == 1


def test_a_statement_that_came_seldom_is_sent_as_it_is():
    for number in range(PREPARED_AFTER):
        run("SELECT %s::int", number)
    assert prepared() == []


def test_a_connection_that_is_not_kept_prepares_nothing(monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", 0)
    assert {run("SELECT %s::int", 3) for _ in range(OFTEN)} == {(3,)}
    assert prepared() == []


def test_a_script_that_failed_after_preparing_is_sent_again_under_another_name():
    for _ in range(PREPARED_AFTER):
        run("SELECT %s::int", 1)
    for _ in range(2):
        with pytest.raises(DatabaseError), transaction.atomic():
            send([Statement("SELECT %s::int", [1]), Statement("SELECT 1 / %s", [0])])
    assert {run("SELECT %s::int", 5) for _ in range(OFTEN)} == {(5,)}


def test_what_was_prepared_outlives_a_transaction_that_was_undone():
    def promise(number: int) -> None:
        insert(OutboxMessage(name="tests.note", ids={"number": number}))

    for number in range(OFTEN):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            promise(number)
            raise ZeroDivisionError
    promise(9)
    assert [message.ids for message in OutboxMessage.objects.all()] == [{"number": 9}]
    assert len(prepared()) == 1


def test_many_rows_at_once_are_not_worth_preparing():
    for _ in range(OFTEN):
        with together():
            for number in range(FEW_ROWS + 1):
                insert(OutboxMessage(name="tests.note", ids={"number": number}))
    assert prepared() == []
    assert OutboxMessage.objects.count() == OFTEN * (FEW_ROWS + 1)
