import pytest

from marketplace.core.data.actors import client
from marketplace.core.data.actors import moderator as staff
from payments.escrows.errors import EscrowNotHeld
from payments.escrows.models.escrows import Escrow
from payments.ledger.models import Transfer
from payments.refunds.models import Refund
from payments.refunds.services.refunds import refresh_refund, refund_escrow, retry_refund
from payments.releases.services.releases import release_escrow
from payments.staff.queries.attention import failed_refunds, waiting_events
from payments.stripe.gateway import gateway_for_worker
from payments.webhooks.services.events import receive_event
from tests.factories.payments import make_escrow, make_held_escrow
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.flows import checkout, look_again
from tests.payments.messages import told

pytestmark = [pytest.mark.django_db]

WAITS = "4000 0000 0000 7726"
FAILS = "4000 0000 0000 5126"


def refunded(escrow: Escrow, by, browser, card: str) -> Refund:
    browser.pay(checkout(escrow, by), card)
    look_again(escrow)
    refund = refund_escrow(escrow=escrow, by=client(by), why="Both sides agreed.")
    assert books(escrow)["refund_clearing"] == 420_000
    run_jobs("payments.perform_operation")
    refund.refresh_from_db()
    return refund


def follow(refund: Refund) -> None:
    refresh_refund(refund=refund, processor_id=refund.processor_id, gateway=gateway_for_worker())
    refund.refresh_from_db()


def test_unreleased_money_goes_back_whole(sandbox, escrow, client_person, payer_browser):
    refund = refunded(escrow, client_person, payer_browser, "4242 4242 4242 4242")
    assert (escrow.state, refund.state, refund.amount) == ("refunded", "succeeded", 420_000)
    left = books(escrow)
    assert set(left) == {"processor_balance", "processor_fees"}
    assert (left["processor_balance"] + left["processor_fees"], trial_balance()) == (0, 0)
    at_processor = sandbox.client().v1.refunds.list({}).data
    assert [(found.id, found.amount) for found in at_processor] == [(refund.processor_id, 420_000)]


def test_a_slow_refund_is_settled_when_the_bank_says_so(
    sandbox, escrow, client_person, payer_browser
):
    refund = refunded(escrow, client_person, payer_browser, WAITS)
    assert (refund.state, books(escrow)["refund_clearing"]) == ("pending", 420_000)
    sandbox.control("clock/advance", days=1)
    follow(refund)
    assert (refund.state, "refund_clearing" in books(escrow)) == ("succeeded", False)


def test_a_refund_that_comes_back_is_held_again_until_staff_send_it(
    sandbox, escrow, client_person, payer_browser, moderator
):
    refund = refunded(escrow, client_person, payer_browser, FAILS)
    sandbox.control("clock/advance", days=1)
    follow(refund)
    assert (refund.state, books(escrow)["held"]) == ("failed", 420_000)
    assert (trial_balance(), "refund_clearing" in books(escrow)) == (0, False)
    first = refund.processor_id
    retry_refund(refund=refund, by=staff(moderator), why="New card details arranged.")
    run_jobs("payments.perform_operation")
    refund.refresh_from_db()
    assert (refund.state, "held" in books(escrow)) == ("succeeded", False)
    made = {found.id for found in sandbox.client().v1.refunds.list({}).data}
    assert made == {first, refund.processor_id}


def test_a_failed_refund_waits_for_staff_in_one_place(
    sandbox, escrow, client_person, payer_browser, moderator
):
    refund = refunded(escrow, client_person, payer_browser, FAILS)
    sandbox.control("clock/advance", days=1)
    for body, signature in told(sandbox, "refund.*"):
        receive_event(body=body.encode(), signature=signature)
    run_jobs("payments.process_event")
    assert (list(failed_refunds()), list(waiting_events())) == ([refund], [])


def test_late_news_of_a_failed_refund_is_not_taken_for_the_one_sent_after_it(
    sandbox, escrow, client_person, payer_browser, moderator
):
    refund = refunded(escrow, client_person, payer_browser, FAILS)
    sandbox.control("clock/advance", days=1)
    follow(refund)
    first = refund.processor_id
    retry_refund(refund=refund, by=staff(moderator), why="New card details arranged.")
    refresh_refund(refund=refund, processor_id=first, gateway=gateway_for_worker())
    refund.refresh_from_db()
    assert (refund.state, refund.processor_id) == ("pending", "")
    assert books(escrow)["refund_clearing"] == 420_000
    run_jobs("payments.perform_operation")
    refund.refresh_from_db()
    assert (refund.state, refund.processor_id == first) == ("succeeded", False)
    assert ("held" in books(escrow), trial_balance()) == (False, 0)


def test_released_money_is_not_refunded():
    escrow = make_held_escrow()
    release_escrow(escrow=escrow, by=client(None), why="approved")
    before = (books(escrow), Transfer.objects.count())
    with pytest.raises(EscrowNotHeld):
        refund_escrow(escrow=escrow, by=client(None), why="changed my mind")
    assert (books(escrow), Transfer.objects.count(), Refund.objects.count()) == (*before, 0)


def test_unpaid_work_is_neither_refunded_nor_released():
    escrow = make_escrow()
    for act in (refund_escrow, release_escrow):
        with pytest.raises(EscrowNotHeld):
            act(escrow=escrow, by=client(None), why="too early")
    assert (books(escrow), Transfer.objects.count(), escrow.state) == ({}, 0, "awaiting_funds")
