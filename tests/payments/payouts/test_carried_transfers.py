"""Of a week that two charges paid, each transfer names its own charge at the processor."""

import pytest
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM, client
from payments.charges.services.plans import start_charge_plan
from payments.payouts.models.payouts import Payout
from payments.payouts.services.payouts import clear_due_payouts, pay_out
from payments.refunds.services.refunds import refund_part
from payments.releases.services.recalls import recall_release
from payments.releases.services.releases import release_escrow
from tests.jobs import run_jobs
from tests.payments.faults.invariants import IN_THE_END
from tests.payments.flows import DECLINED_WHEN_CHARGED, fund, look_again, save_method
from tests.payments.weeks import Weeks, carry, fresh, usd

pytestmark = [pytest.mark.django_db]
BY = client(None)


@pytest.fixture
def weeks(sandbox, organisation, freelancer_person) -> Weeks:
    return Weeks(organisation, freelancer_person)


@pytest.fixture
def second(weeks, client_person, payer_browser):
    """The first week left 400.00 for it; a saved card paid the rest by itself."""
    first, second = weeks.open(), weeks.open()
    fund(first, client_person, payer_browser)
    carry(first, second, 40_000)
    save_method(weeks.payer, client_person, payer_browser)
    start_charge_plan(escrow=second, by=SYSTEM)
    run_jobs()
    return fresh(second)


def test_each_transfer_is_of_its_charge_and_both_books_agree(
    sandbox, weeks, second, freelancer_person, onboard
):
    assert (second.state, second.charges.get().amount) == ("held", 60_000)
    onboard(freelancer_person)
    refund_part(escrow=second, part=usd(10_000), by=BY, why="It took less time.")
    release_escrow(escrow=second, by=BY, why="approved")
    Payout.objects.update(clears_at=timezone.now())
    clear_due_payouts()
    pay_out(payee=freelancer_person, by=SYSTEM)
    run_jobs()
    old, new = (escrow.charges.get() for escrow in weeks.all)
    sent = sandbox.client().v1.transfers.list({}).data
    assert {(each.source_transaction, each.amount, each.transfer_group) for each in sent} == {
        (old.charge_id, 27_600, str(weeks.all[0].public_id)),
        (new.charge_id, 55_200, str(second.public_id)),
    }
    recall_release(escrow=second, part=usd(90_000), by=BY, why="All of it goes back.")
    run_jobs()
    given = {(each.charge, each.amount) for each in sandbox.client().v1.refunds.list({}).data}
    assert given == {
        (old.charge_id, 10_000), (old.charge_id, 30_000), (new.charge_id, 60_000),
    }  # fmt: skip
    for holds in IN_THE_END:
        holds()


def test_without_clearing_days_both_are_sent_at_once(
    sandbox, second, freelancer_person, onboard, settings
):
    settings.CLEARING_DAYS = 0
    onboard(freelancer_person)
    release_escrow(escrow=second, by=BY, why="approved")
    run_jobs()
    assert [payout.state for payout in Payout.objects.all()] == ["sent", "sent"]


def test_a_plan_charges_what_is_missing_by_then(weeks, client_person, payer_browser, time_machine):
    first, second = weeks.open(), weeks.open()
    fund(first, client_person, payer_browser)
    save_method(weeks.payer, client_person, payer_browser, DECLINED_WHEN_CHARGED)
    plan = start_charge_plan(escrow=second, by=SYSTEM)
    run_jobs()
    carry(first, second, 40_000)
    assert look_again(second).amount == 100_000
    fund(second, client_person, payer_browser)
    assert (second.state, second.charges.get(state="succeeded").amount) == ("held", 60_000)
    plan.refresh_from_db()
    assert plan.state == "stopped"


def test_a_plan_stops_when_what_was_left_pays_for_the_whole(weeks, client_person, payer_browser):
    first, second = weeks.open(), weeks.open()
    fund(first, client_person, payer_browser)
    save_method(weeks.payer, client_person, payer_browser, DECLINED_WHEN_CHARGED)
    plan = start_charge_plan(escrow=second, by=SYSTEM)
    run_jobs()
    carry(first, second, 100_000)
    plan.refresh_from_db()
    assert (fresh(second).state, plan.state) == ("held", "stopped")
