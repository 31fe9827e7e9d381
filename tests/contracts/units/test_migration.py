"""Milestones of a database of before become units with the same ids, and nothing is lost."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from contracts.agreements.models.contracts import Contract
from contracts.units.models.units import Unit
from contracts.units.notices.people import unit_of
from contracts.units.queries.events import events_of_contract, events_of_unit, own_events_of
from contracts.units.services.cancellations import ask_cancellation
from contracts.units.states import UnitState
from marketplace.core.data.models import Event
from marketplace.core.staff.entries import named_rows
from tests.factories.contracts import deliver, fresh, make_active, send_back

BEFORE, AFTER = [("contracts", "0005_never_emptied")], [("contracts", "0006_units")]
MOMENTS = ("funded_at", "submitted_at", "review_ends_at", "approved_at", "settled_at")
SHARED = (
    *("public_id", "contract_id", "position", "title", "amount", "currency", "state"),
    *("escrow_id", *MOMENTS),
)
FUNDED = ("funded", "submitted", "changes_requested", "approved", "released", "refunded")
UNFUNDED = ("planned", "awaiting_funds", "cancelled")
OWN = ("phase", "deliverables", "due_on", "rounds_used", "rounds_allowed")
# Tables that point at a milestone, and what they say beside that.
POINTING = {
    "contracts_acceptancecriterion": ("id", "position", "text"),
    "contracts_submission": ("id", "public_id", "round", "note", "review_ends_at"),
    "contracts_cancellation": ("id", "public_id", "side", "reason", "state"),
}


def migrate(to: list[tuple[str, str]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    MigrationExecutor(connection).migrate(to)


def rows(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else []


def columns(table: str, *names: str, order: str = "id") -> list[tuple[Any, ...]]:
    return rows(f"SELECT {', '.join(names)} FROM {table} ORDER BY {order}")  # noqa: S608


def pointers(name: str) -> dict[str, list[tuple[Any, ...]]]:
    return {table: columns(table, *facts, name) for table, facts in POINTING.items()}


@pytest.fixture
def contract(people, as_client, as_freelancer) -> Contract:
    """One of six contracts: delivered twice, sent back once, and asked to be cancelled."""
    first, *_ = [make_active(*people) for _ in FUNDED]
    submission = deliver(first.units.get(position=1))
    send_back(fresh(submission.unit), as_client)
    deliver(fresh(submission.unit))
    ask_cancellation(unit=first.units.get(position=2), by=as_freelancer, why="Not needed.")
    return first


def fill_milestones() -> None:
    """Give the milestones of before every state, and in each field a value of its own."""
    start = datetime(2026, 3, 1, 9, tzinfo=UTC)
    for number, (pk, escrow) in enumerate(columns("contracts_milestone", "id", "escrow_id")):
        state = FUNDED[number // 2] if escrow else UNFUNDED[number // 2 % len(UNFUNDED)]
        moments = [start + timedelta(days=number, hours=hour) for hour in range(len(MOMENTS))]
        own = (f"phase {number}", f"Part {number}.", date(2027, 1, number + 1), number, number + 2)
        changes = dict(zip((*MOMENTS, *OWN), (*moments, *own), strict=True)) | {"state": state}
        assigned = ", ".join(f"{name} = %s" for name in changes)
        sql = f"UPDATE contracts_milestone SET {assigned} WHERE id = %s"  # noqa: S608
        rows(sql, *changes.values(), pk)


def test_each_milestone_becomes_a_unit_with_its_id_and_values_and_back(contract):
    """One test for all of it: every migration of the project is gone through each way."""
    units, pointing = columns("contracts_unit", "id", *SHARED), pointers("unit_id")
    migrate(BEFORE)
    assert columns("contracts_milestone", "id", *SHARED) == units
    assert pointers("milestone_id") == pointing
    fill_milestones()
    shared, own = (columns("contracts_milestone", "id", *names) for names in (SHARED, OWN))
    event = event_of_before(shared[0][0])
    migrate(AFTER)
    assert {row[SHARED.index("state") + 1] for row in shared} == set(UnitState.values) - {
        UnitState.PARTLY_APPROVED
    }
    assert columns("contracts_unit", "id", *SHARED) == shared
    assert columns("contracts_milestone", "unit_id", *OWN, order="unit_id") == own
    spans = columns("contracts_unit", "kind", "starts_at", "ends_at")
    assert set(spans) == {("milestone", None, None)}
    assert pointers("unit_id") == pointing
    assert [len(found) for found in pointing.values()] == [24, 2, 1]
    check_rules_are_kept()
    # Reading a contract takes every table of today.
    migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())
    check_event_is_known(event, contract)


def check_rules_are_kept() -> None:
    unit = Unit.objects.get(state=UnitState.FUNDED)
    wrong = {
        "unit_position_once": {"position": 2},
        "unit_amount_positive": {"amount": 0},
        "unit_funded_has_escrow": {"escrow": None},
        "contracts_unit_escrow_id_key": {"escrow": Unit.objects.get(state="released").escrow},
        "contracts_unit_public_id_key": {"public_id": Unit.objects.last().public_id},
    }
    for name, change in wrong.items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Unit.objects.filter(pk=unit.pk).update(**change)
    with pytest.raises(IntegrityError, match="unit_id_fk"), transaction.atomic():
        rows("UPDATE contracts_milestone SET unit_id = unit_id + 1000")
        rows("SET CONSTRAINTS ALL IMMEDIATE")
    last = Unit.objects.order_by("id").last()
    facts = {"kind": "milestone", "position": 9, "amount": 1, "currency": "USD"}
    assert Unit.objects.create(contract=last.contract, **facts).pk == last.pk + 1


def event_of_before(pk: int) -> Event:
    event = Event(verb="milestone.funded", subject_type="contracts.milestone", subject_id=pk)
    event.save()
    return event


def check_event_is_known(event: Event, contract: Contract) -> None:
    unit = Unit.objects.get(pk=event.subject_id)
    assert events_of_unit(unit).last() == event
    assert events_of_contract(contract).last() == event
    assert own_events_of(unit, "funded").last() == event
    assert unit_of(event) == unit
    label = ("contracts.milestone", unit.pk)
    assert named_rows([label]) == {
        label: (str(unit), f"/staff/contracts/{contract.public_id}/"),
    }
