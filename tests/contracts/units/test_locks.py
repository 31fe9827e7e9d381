"""Each act locks contract, unit and escrow once, in this order."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

from contracts.milestones.services.change_requests import request_changes
from contracts.milestones.services.submissions import submit_milestone
from contracts.units.queries.units import units_with_money
from contracts.units.services.cancellations import agree_cancellation, ask_cancellation
from contracts.units.services.criteria import Finding
from contracts.units.services.funding import open_funding
from contracts.units.services.reviews import approve_unit
from tests.factories.contracts import fresh, pay

ROW_LOCK = re.compile(r'^SELECT "(\w+)"\..* FOR UPDATE')
UNIT = ["contracts_contract", "contracts_unit", "payments_escrow"]


def statements(act, **options) -> list[str]:
    """What an act sends, without the savepoints that stand for its transaction in a test."""
    with CaptureQueriesContext(connection) as sent:
        act(**options)
    return [query["sql"] for query in sent if "SAVEPOINT" not in query["sql"]]


def tables_locked(sent: list[str]) -> list[str]:
    """The tables in which rows are locked, in order, each as often as it is."""
    return [table for sql in sent for table in ROW_LOCK.findall(sql)]


def locked(act, **options) -> list[str]:
    return tables_locked(statements(act, **options))


def loaded(unit):
    """As the pages load it."""
    return units_with_money().select_related("contract", "milestone").get(pk=unit.pk)


def test_an_approval_takes_three_row_locks_and_twelve_statements(submitted, as_client, settings):
    settings.CLEARING_DAYS = 5
    unit = loaded(submitted)
    sent = statements(approve_unit, unit=unit, by=as_client)
    assert tables_locked(sent) == UNIT
    assert len(sent) == 12
    assert fresh(unit).state == "released"


def test_a_delivery_and_its_return_lock_three_rows(funded, as_client, as_freelancer):
    milestone = loaded(funded).milestone
    assert locked(submit_milestone, milestone=milestone, by=as_freelancer, note="A.") == UNIT
    milestone = loaded(funded).milestone
    missed = [Finding(funded.criteria.first(), is_met=False, reason="Column 4.")]
    options = {"milestone": milestone, "findings": missed, "by": as_client}
    assert locked(request_changes, **options) == UNIT


def test_a_cancellation_locks_the_question_too_and_takes_sixteen_statements(
    funded, as_client, as_freelancer
):
    asked = ask_cancellation(unit=loaded(funded), by=as_client, why="Not needed.")
    asked = type(asked).objects.select_related("unit__contract", "unit__escrow").get(pk=asked.pk)
    sent = statements(agree_cancellation, cancellation=asked, by=as_freelancer)
    tables = tables_locked(sent)
    assert tables[:4] == [*UNIT, "contracts_cancellation"]
    assert [tables.count(table) for table in UNIT] == [1, 1, 1]
    assert len(sent) == 16
    assert fresh(funded).state == "refunded"


def test_money_that_arrives_locks_the_unit_before_its_escrow(planned, as_client):
    escrow = open_funding(unit=planned, by=as_client)
    tables = locked(pay, escrow=escrow)
    assert tables.index("contracts_unit") < tables.index("payments_escrow")
    assert fresh(planned).state == "funded"
