"""What the database lets the application's role do, and what it lets nobody do."""

from datetime import timedelta

import pgtrigger
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM, moderator
from marketplace.core.data.database_roles import grant
from marketplace.core.data.events import record
from marketplace.core.data.models import Event
from payments.ledger.services.roll_ups import roll_up_accounts
from payments.staff.models import Adjustment, AdjustmentAct
from payments.staff.services.adjustments import (
    approve_adjustment,
    ask_for_adjustment,
    decline_adjustment,
    expire_adjustments,
    withdraw_adjustment,
)
from tests.factories.accounts import make_user
from tests.factories.contracts import deliver, make_active
from tests.factories.payments import make_held_escrow, set_first_fee

ROLE = "holdout_tried"


def append_only() -> list[str]:
    """The tables of which a trigger lets nobody delete a row."""
    return sorted(
        model._meta.db_table
        for model, trigger in pgtrigger.registered()
        if isinstance(trigger, pgtrigger.Protect) and pgtrigger.Delete in trigger.operation
    )


def refused(statement: str) -> str:
    with (
        pytest.raises(DatabaseError) as refusal,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    return str(refusal.value)


@pytest.fixture
def as_application(db):
    """Everything after this is done by a role with the rights of the application's."""
    grant(ROLE, "secret")
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {ROLE}")


def test_the_owner_empties_no_table_of_rows_that_are_kept(db):
    assert len(append_only()) == 11
    for table in append_only():
        assert "append-only" in refused(f"TRUNCATE {table} CASCADE"), table


def test_the_application_may_not_even_try(as_application):
    ignoring = "SET LOCAL pgtrigger.ignore = '{*}'; "
    for table in append_only():
        for act in (f"TRUNCATE {table} CASCADE", f"DELETE FROM {table}"):
            assert refused(act).startswith("permission denied"), act
            assert refused(ignoring + act).startswith("permission denied"), act


TABLE = "contracts_signature"
CHANGES = {
    f"ALTER TABLE {TABLE} DISABLE TRIGGER ALL": "must be owner",
    f"ALTER TABLE {TABLE} ADD COLUMN forged text": "must be owner",
    f"DROP TABLE {TABLE} CASCADE": "must be owner",
    "DROP TRIGGER entry_never_truncated ON payments_entry": "must be owner",
    f"CREATE TRIGGER mine BEFORE INSERT ON {TABLE} EXECUTE FUNCTION now()": "permission denied",
    "CREATE TABLE mine (id int)": "permission denied",
    "CREATE OR REPLACE FUNCTION ledger_refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RETURN NULL; END $$": "permission denied",
    "SET LOCAL session_replication_role = replica": "permission denied",
    "CREATE ROLE another": "permission denied",
    "COPY accounts_user TO PROGRAM 'true'": "permission denied",
    "INSERT INTO django_migrations (app, name, applied) VALUES ('x', 'y', now())": (
        "permission denied"
    ),
    "TRUNCATE accounts_user CASCADE": "permission denied",
    "UPDATE contracts_signature SET name = 'Mallory'": "permission denied",
}


@pytest.mark.parametrize("act", CHANGES)
def test_the_application_changes_no_table_function_or_trigger(as_application, act):
    assert CHANGES[act] in refused(act)


def test_the_application_is_nobody_in_particular(as_application):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, "
            "(SELECT count(*) FROM pg_class WHERE relowner = pg_roles.oid) "
            "FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False, False, False, False, 0)


def test_the_main_job_is_done_with_these_rights(
    organisation, client_person, freelancer_person, as_application
):
    set_first_fee()
    contract = make_active(organisation, client_person, freelancer_person)
    deliver(contract.units.get(position=1))
    roll_up_accounts()
    record("user.renamed", subject=client_person, actor=SYSTEM)
    assert Event.objects.exists()


def test_staff_decide_on_money_with_these_rights(as_application, time_machine):
    first, second = make_user("Fiona First", is_moderator=True), make_user("Saul Second")
    asked = [
        ask_for_adjustment(
            act=AdjustmentAct.REFUND_HELD,
            subject=make_held_escrow(),
            by=moderator(first),
            why="The client was promised it in writing.",
            parameters={"amount": 420_000},
        )
        for _ in range(4)
    ]
    why = "I have read the promise."
    approve_adjustment(adjustment=asked[0], by=moderator(second), why=why)
    decline_adjustment(adjustment=asked[1], by=moderator(second), why=why)
    withdraw_adjustment(adjustment=asked[2], by=moderator(first), why=why)
    time_machine.move_to(timezone.now() + timedelta(days=7))
    assert expire_adjustments() == 1
    states = Adjustment.objects.order_by("id").values_list("state", flat=True)
    assert list(states) == ["carried_out", "declined", "withdrawn", "expired"]


def test_every_table_of_ours_is_open_to_it(as_application):
    for model in apps.get_models():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT 1 FROM "{model._meta.db_table}" LIMIT 1')
