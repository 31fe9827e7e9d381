"""Each act locks contract, unit and escrow once, in this order."""

import re

import pytest
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

ROW_LOCK = re.compile(r'FROM "(\w+)"[^;]*? FOR UPDATE')
UNIT = ["contracts_contract", "contracts_unit", "payments_escrow"]


@pytest.fixture(autouse=True)
def unprepared(monkeypatch):
    """Every statement in full: one that was prepared before is sent by its name alone."""
    monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", 0)


def locked(act, **options) -> list[str]:
    """The tables in which an act locks a row, in order, each as often as it does."""
    with CaptureQueriesContext(connection) as sent:
        act(**options)
    return [table for query in sent for table in ROW_LOCK.findall(query["sql"])]


def loaded(unit):
    """As the pages load it."""
    return units_with_money().select_related("contract", "milestone").get(pk=unit.pk)


def test_an_approval_locks_them_once_before_whatever_payments_locks(submitted, as_client):
    unit = loaded(submitted)
    tables = locked(approve_unit, unit=unit, by=as_client)
    assert tables[:3] == UNIT
    assert [tables.count(table) for table in UNIT] == [1, 1, 1]
    assert fresh(unit).state == "released"


def test_a_delivery_and_its_return_lock_three_rows(funded, as_client, as_freelancer):
    milestone = loaded(funded).milestone
    assert locked(submit_milestone, milestone=milestone, by=as_freelancer, note="A.") == UNIT
    milestone = loaded(funded).milestone
    missed = [Finding(funded.criteria.first(), is_met=False, reason="Column 4.")]
    options = {"milestone": milestone, "findings": missed, "by": as_client}
    assert locked(request_changes, **options) == UNIT


def test_a_cancellation_locks_the_question_too(funded, as_client, as_freelancer):
    asked = ask_cancellation(unit=loaded(funded), by=as_client, why="Not needed.")
    asked = type(asked).objects.select_related("unit__contract", "unit__escrow").get(pk=asked.pk)
    tables = locked(agree_cancellation, cancellation=asked, by=as_freelancer)
    assert tables[:4] == [*UNIT, "contracts_cancellation"]
    assert [tables.count(table) for table in UNIT] == [1, 1, 1]
    assert fresh(funded).state == "refunded"


def test_money_that_arrives_locks_the_unit_before_its_escrow(planned, as_client):
    escrow = open_funding(unit=planned, by=as_client)
    tables = locked(pay, escrow=escrow)
    assert tables.index("contracts_unit") < tables.index("payments_escrow")
    assert fresh(planned).state == "funded"
