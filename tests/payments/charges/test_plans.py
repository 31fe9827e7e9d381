"""A saved method is charged while nobody is there: on days 0, 1, 3 and 5, then no more."""

from datetime import timedelta

import pytest
from django.utils import timezone

from marketplace.core.data.actors import client
from marketplace.core.data.models import Event
from payments.charges.errors import ChargePlanUnderWay, EscrowNotAwaitingFunds
from payments.charges.models import Charge, ChargePlan
from payments.charges.services.cancellations import cancel_escrow
from payments.charges.services.plans import enqueue_due_plans, start_charge_plan, try_charge_plan
from payments.charges.services.saved_charges import confirm_charge
from payments.charges.signals import charge_given_up
from payments.escrows.states import CancelReason
from payments.operations.models import Operation
from payments.operations.services.kinds import sweep_operations
from payments.payment_methods.errors import NoMethodSaved
from payments.payment_methods.services.methods import remove_method
from payments.stripe.gateway import gateway_for_worker
from tests.factories.payments import make_escrow, make_held_escrow, make_method
from tests.jobs import run_jobs
from tests.payments.books import books
from tests.payments.flows import (
    ALWAYS_ASKS,
    DECLINED_WHEN_CHARGED,
    RETURN,
    THREE_D_SECURE,
    checkout,
    fund,
    look_again,
    save_bank_account,
    save_method,
)

pytestmark = [pytest.mark.django_db]

WORK = ("payments.try_charge_plan", "payments.perform_operation", "payments.close_charge")


@pytest.fixture
def start(sandbox, escrow, organisation, client_person, payer_browser):
    """Save a card by its number, and charge it while nobody is there."""

    def begin(number: str = "4242 4242 4242 4242") -> ChargePlan:
        save_method(organisation, client_person, payer_browser, number)
        plan = start_charge_plan(escrow=escrow, by=client(client_person))
        run_jobs(*WORK)
        return plan

    return begin


@pytest.fixture
def given_up():
    """What those who asked for a charge hear."""
    heard: list[tuple[object, str]] = []

    def hear(escrow, sentence, **_):
        heard.append((escrow.pk, sentence))

    charge_given_up.connect(hear)
    yield heard
    charge_given_up.disconnect(hear)


def days_later(time_machine, days: float) -> int:
    time_machine.move_to(timezone.now() + timedelta(days=days))
    due = enqueue_due_plans()
    run_jobs(*WORK)
    return due


def told(plan) -> list[str]:
    rows = Event.objects.filter(subject_type="payments.chargeplan", subject_id=plan.pk)
    return [verb.removeprefix("charge_plan.") for verb in rows.values_list("verb", flat=True)]


def state_of(plan) -> tuple[str, int]:
    plan.refresh_from_db()
    return plan.state, plan.attempts


def charges() -> list[str]:
    return list(Charge.objects.order_by("id").values_list("state", flat=True))


def intents(sandbox) -> list[str]:
    return [intent.status for intent in sandbox.client().v1.payment_intents.list({}).data]


def test_the_default_method_pays_at_once(start, escrow):
    plan = start()
    escrow.refresh_from_db()
    assert (state_of(plan), charges(), escrow.state) == (("paid", 1), ["succeeded"], "held")
    assert (books(escrow)["held"], told(plan)) == (420_000, ["started", "paid"])


def test_a_card_that_was_confirmed_when_it_was_saved_is_not_asked_again(start, escrow):
    assert state_of(start(THREE_D_SECURE)) == ("paid", 1)


def test_a_declined_card_is_tried_on_days_0_1_3_and_5_and_given_up(
    start, sandbox, escrow, time_machine, given_up
):
    plan = start(DECLINED_WHEN_CHARGED)
    found = [state_of(plan)]
    for wait in (0.9, 0.2, 1.8, 0.2, 1.8, 0.2):
        days_later(time_machine, wait)
        found.append(state_of(plan))
    assert found == [
        ("under_way", 1),
        ("under_way", 1), ("under_way", 2),
        ("under_way", 2), ("under_way", 3),
        ("under_way", 3), ("given_up", 4),
    ]  # fmt: skip
    assert (charges(), len(intents(sandbox)), books(escrow)) == (["failed"] * 4, 4, {})
    assert told(plan) == ["started", "postponed", "postponed", "postponed", "given_up"]
    assert given_up == [(escrow.pk, "Your card was declined.")]
    assert days_later(time_machine, 30) == 0


def test_what_was_given_up_can_be_paid_at_the_checkout(
    start, escrow, client_person, payer_browser, time_machine
):
    plan = start(DECLINED_WHEN_CHARGED)
    for wait in (1.1, 2, 2):
        days_later(time_machine, wait)
    fund(escrow, client_person, payer_browser)
    assert (state_of(plan), escrow.state) == (("given_up", 4), "held")


def test_the_payer_pays_another_way_meanwhile(
    start, escrow, client_person, payer_browser, time_machine
):
    plan = start(DECLINED_WHEN_CHARGED)
    fund(escrow, client_person, payer_browser)
    assert (state_of(plan), charges()) == (("stopped", 1), ["failed", "succeeded"])
    assert (days_later(time_machine, 2), charges()) == (0, ["failed", "succeeded"])


def test_a_payer_at_the_checkout_is_not_overtaken(
    start, escrow, client_person, payer_browser, time_machine
):
    plan = start(DECLINED_WHEN_CHARGED)
    time_machine.move_to(timezone.now() + timedelta(days=1.1))
    url = checkout(escrow, client_person)
    days_later(time_machine, 0)
    assert (state_of(plan), charges()) == (("under_way", 1), ["failed", "open"])
    payer_browser.pay(url)
    days_later(time_machine, 0.1)
    escrow.refresh_from_db()
    assert (state_of(plan), charges(), escrow.state) == (
        ("stopped", 1), ["failed", "succeeded"], "held",
    )  # fmt: skip


def test_a_checkout_that_was_left_gives_way_when_it_has_expired(
    start, sandbox, escrow, client_person, time_machine
):
    plan = start(DECLINED_WHEN_CHARGED)
    checkout(escrow, client_person)
    sandbox.control("clock/advance", days=2)
    days_later(time_machine, 1.1)
    assert (state_of(plan), charges()) == (("under_way", 2), ["failed", "expired", "failed"])


def test_a_plan_that_starts_takes_the_place_of_an_open_checkout(
    sandbox, escrow, organisation, client_person, payer_browser
):
    save_method(organisation, client_person, payer_browser)
    checkout(escrow, client_person)
    plan = start_charge_plan(escrow=escrow, by=client(client_person))
    run_jobs(*WORK)
    assert (state_of(plan), charges()) == (("paid", 1), ["expired", "succeeded"])


def test_what_the_bank_asks_is_confirmed_as_the_same_payment(
    start, sandbox, escrow, payer_browser, time_machine
):
    plan = start(ALWAYS_ASKS)
    assert (state_of(plan), charges(), intents(sandbox)) == (
        ("under_way", 1), ["challenged"], ["requires_payment_method"],
    )  # fmt: skip
    assert Event.objects.get(verb="charge.challenged").particulars == {"is_payer_absent": True}
    days_later(time_machine, 1.1)
    assert (state_of(plan), told(plan)) == (("under_way", 2), ["started", "reminded"])
    url = confirm_charge(charge=escrow.charges.get(), return_url=RETURN)
    payer_browser.post(url, decision="complete")
    assert (look_again(escrow).state, intents(sandbox)) == ("succeeded", ["succeeded"])
    assert (state_of(plan), escrow.state) == (("paid", 2), "held")


def test_a_question_that_nobody_answers_is_given_up_and_cancelled(
    start, sandbox, escrow, client_person, payer_browser, time_machine, given_up
):
    plan = start(ALWAYS_ASKS)
    for wait in (1.1, 2, 2):
        days_later(time_machine, wait)
    assert (state_of(plan), given_up) == (("under_way", 4), [])
    days_later(time_machine, 1)
    assert (state_of(plan), charges(), intents(sandbox)) == (
        ("given_up", 4), ["expired"], ["canceled"],
    )  # fmt: skip
    assert given_up == [(escrow.pk, "The bank’s question was not answered in time.")]
    assert told(plan) == ["started", "reminded", "reminded", "reminded", "given_up"]
    fund(escrow, client_person, payer_browser)
    assert escrow.state == "held"


def test_a_refused_confirmation_is_followed_by_the_next_day(
    start, escrow, payer_browser, time_machine
):
    plan = start(ALWAYS_ASKS)
    url = confirm_charge(charge=escrow.charges.get(), return_url=RETURN)
    payer_browser.post(url, decision="fail")
    look_again(escrow)
    assert (state_of(plan), charges()) == (("under_way", 1), ["failed"])
    days_later(time_machine, 1.1)
    assert (state_of(plan), charges()) == (("under_way", 2), ["failed", "challenged"])


def test_a_debit_that_fails_days_later_is_tried_again_after_a_rest(
    sandbox, escrow, organisation, client_person, payer_browser, time_machine
):
    save_bank_account(organisation, client_person, payer_browser, "000222222227")
    plan = start_charge_plan(escrow=escrow, by=client(client_person))
    run_jobs(*WORK)
    days_later(time_machine, 2)
    assert (state_of(plan), charges()) == (("under_way", 1), ["processing"])
    sandbox.control("clock/advance", days=5)
    days_later(time_machine, 3)
    assert (state_of(plan), charges()) == (("under_way", 1), ["failed"])
    days_later(time_machine, 0.6)
    assert (state_of(plan), charges()) == (("under_way", 2), ["failed", "processing"])


def test_a_lost_answer_uses_one_day_and_charges_once(
    sandbox, escrow, organisation, client_person, payer_browser
):
    save_method(organisation, client_person, payer_browser)
    sandbox.control("faults", kind="drop_answer", path="/v1/payment_intents")
    plan = start_charge_plan(escrow=escrow, by=client(client_person))
    run_jobs(*WORK)
    assert (state_of(plan), charges(), intents(sandbox)) == (
        ("under_way", 1), ["open"], ["succeeded"],
    )  # fmt: skip
    Operation.objects.update(next_try_at=timezone.now())
    sweep_operations()
    run_jobs(*WORK)
    assert (state_of(plan), charges(), intents(sandbox)) == (
        ("paid", 1), ["succeeded"], ["succeeded"],
    )  # fmt: skip


def test_a_removed_method_ends_its_plan(start, escrow, client_person, time_machine, given_up):
    plan = start(DECLINED_WHEN_CHARGED)
    remove_method(method=plan.method, by=client(client_person))
    days_later(time_machine, 1.1)
    assert (state_of(plan), charges()) == (("given_up", 1), ["failed"])
    assert given_up[0][1].startswith("Visa •• 0341 was removed.")


def test_cancelled_work_is_not_charged_any_more(start, escrow, client_person, time_machine):
    plan = start(DECLINED_WHEN_CHARGED)
    cancel_escrow(escrow=escrow, by=client(client_person), because=CancelReason.CANCELLED)
    assert (days_later(time_machine, 2), state_of(plan)) == (0, ("stopped", 1))


def test_performed_twice_one_attempt_is_made(start, escrow, time_machine):
    plan = start(DECLINED_WHEN_CHARGED)
    for _ in range(3):
        try_charge_plan(plan=ChargePlan.objects.get(), gateway=gateway_for_worker())
    assert (state_of(plan), charges()) == (("under_way", 1), ["failed"])


def test_a_plan_is_refused_where_it_has_no_place(organisation, client_person):
    by = client(client_person)
    unpaid = make_escrow(organisation)
    with pytest.raises(NoMethodSaved):
        start_charge_plan(escrow=unpaid, by=by)
    make_method(organisation)
    start_charge_plan(escrow=unpaid, by=by)
    with pytest.raises(ChargePlanUnderWay):
        start_charge_plan(escrow=unpaid, by=by)
    with pytest.raises(EscrowNotAwaitingFunds):
        start_charge_plan(escrow=make_held_escrow(organisation), by=by)
    assert ChargePlan.objects.count() == 1
