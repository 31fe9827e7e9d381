"""A plan may have moments of its own, as the money of a week is asked for before it begins."""

from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from django.db import IntegrityError, connection

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.models import Event
from payments.charges.models import Charge, ChargePlan
from payments.charges.services.plans import enqueue_due_plans, start_charge_plan
from payments.charges.signals import charge_given_up, charge_postponed
from tests.factories.payments import make_escrow, make_method
from tests.jobs import run_jobs
from tests.payments.flows import DECLINED_WHEN_CHARGED, checkout, save_method

pytestmark = [pytest.mark.django_db]

WORK = ("payments.try_charge_plan", "payments.perform_operation", "payments.close_charge")
FRIDAY, SATURDAY, SUNDAY = (datetime(2026, 12, day, 12, tzinfo=UTC) for day in (4, 5, 6))
THREE_DAYS = (FRIDAY, SATURDAY, SUNDAY)


@pytest.fixture
def heard():
    """What those who asked for a charge hear of its attempts."""
    told: list[tuple[object, ...]] = []

    def postponed(escrow, sentence, next_try_at, **_):
        told.append((escrow.pk, sentence, next_try_at))

    def given_up(escrow, sentence, **_):
        told.append((escrow.pk, sentence, None))

    charge_postponed.connect(postponed)
    charge_given_up.connect(given_up)
    yield told
    charge_postponed.disconnect(postponed)
    charge_given_up.disconnect(given_up)


@pytest.fixture
def declined(sandbox, organisation, client_person, payer_browser):
    return save_method(organisation, client_person, payer_browser, DECLINED_WHEN_CHARGED)


def at(time_machine, moment: datetime) -> tuple[str, int]:
    time_machine.move_to(moment, tick=False)
    enqueue_due_plans()
    run_jobs(*WORK)
    plan = ChargePlan.objects.get()
    return plan.state, plan.attempts


def test_the_system_charges_on_friday_saturday_and_sunday_then_no_more(
    declined, escrow, time_machine, heard
):
    time_machine.move_to(datetime(2026, 12, 3, 9, tzinfo=UTC), tick=False)
    plan = start_charge_plan(escrow=escrow, by=SYSTEM, tries=THREE_DAYS)
    assert (plan.next_try_at, plan.moments) == (FRIDAY, list(THREE_DAYS))
    found = [at(time_machine, moment) for moment in (FRIDAY.replace(hour=11), *THREE_DAYS)]
    assert found == [("under_way", 0), ("under_way", 1), ("under_way", 2), ("given_up", 3)]
    assert heard == [
        (escrow.pk, "Your card was declined.", SATURDAY),
        (escrow.pk, "Your card was declined.", SUNDAY),
        (escrow.pk, "Your card was declined.", None),
    ]
    assert Event.objects.get(verb="charge_plan.started").actor is None


def test_moments_that_have_passed_are_one_attempt_now(declined, escrow, time_machine):
    start = SATURDAY.replace(hour=15)
    time_machine.move_to(start, tick=False)
    plan = start_charge_plan(escrow=escrow, by=SYSTEM, tries=THREE_DAYS)
    run_jobs(*WORK)
    plan.refresh_from_db()
    assert (plan.moments, plan.attempts, plan.next_try_at) == ([start, SUNDAY], 1, SUNDAY)
    assert at(time_machine, SUNDAY) == ("given_up", 2)


def test_whoever_is_at_a_checkout_before_the_first_moment_is_left_there(
    declined, escrow, client_person, time_machine
):
    time_machine.move_to(datetime(2026, 12, 3, 9, tzinfo=UTC), tick=False)
    checkout(escrow, client_person)
    start_charge_plan(escrow=escrow, by=SYSTEM, tries=THREE_DAYS)
    run_jobs(*WORK)
    assert [charge.state for charge in Charge.objects.all()] == ["open"]


def test_the_database_refuses_a_plan_without_a_moment(organisation):
    make_method(organisation)
    plan = start_charge_plan(escrow=make_escrow(organisation), by=SYSTEM)
    with pytest.raises(IntegrityError, match="charge_plan_some_moment"):
        _run("UPDATE payments_chargeplan SET moments = '{}' WHERE id = %s", plan.pk)


def test_plans_of_before_have_the_moments_of_their_days(organisation):
    make_method(organisation)
    plan = start_charge_plan(escrow=make_escrow(organisation), by=SYSTEM, tries=[SUNDAY])
    _run(import_module("payments.migrations.0042_charge_moments").OF_EARLIER_PLANS)
    plan.refresh_from_db()
    assert plan.moments == [plan.started_at + timedelta(days=day) for day in (0, 1, 3, 5)]


def _run(sql: str, *parameters: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
