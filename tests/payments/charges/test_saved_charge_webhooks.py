"""Messages about a payment with a saved method, in any order: the same end every time."""

import pytest
from django.utils import timezone

from marketplace.core.data.models import Event
from payments.ledger.models import Transfer
from payments.operations.models import Operation
from payments.operations.services.kinds import sweep_operations
from payments.stripe.errors import ProcessorUnavailable
from payments.webhooks.models import StripeEvent
from tests.jobs import run_jobs
from tests.payments.books import books, trial_balance
from tests.payments.flows import (
    ALWAYS_ASKS,
    DECLINED_WHEN_CHARGED,
    pay_saved,
    save_bank_account,
    save_method,
)
from tests.payments.messages import told
from tests.payments.webhooks.test_webhooks import (
    backwards,
    deliver,
    each_twice,
    in_order,
    last_one_only,
)

pytestmark = [pytest.mark.django_db]

ANY_ORDER = pytest.mark.parametrize("order", [in_order, backwards, each_twice, last_one_only])


@pytest.fixture
def card(sandbox, organisation, client_person, payer_browser):
    return save_method(organisation, client_person, payer_browser)


def hear(sandbox, order=in_order, *types: str) -> None:
    for body, signature in order(told(sandbox, *types)):
        assert deliver(body.encode(), signature) == 200
        run_jobs("payments.process_event")


def outcome(escrow) -> tuple[object, ...]:
    escrow.refresh_from_db()
    return (
        escrow.state,
        list(escrow.charges.values_list("state", flat=True)),
        books(escrow).get("held", 0),
        sorted(Transfer.objects.values_list("code", flat=True)),
        Event.objects.filter(verb="escrow.funded").count(),
        trial_balance(),
    )


ONCE_PAID = ("held", ["succeeded"], 420_000, ["charge_settled", "charge_succeeded"], 1, 0)


def lose_the_answer(sandbox, escrow, card, client_person) -> None:
    sandbox.control("faults", kind="drop_answer", path="/v1/payment_intents")
    with pytest.raises(ProcessorUnavailable):
        pay_saved(escrow, card, client_person)


@ANY_ORDER
def test_a_payment_is_known_before_our_own_answer(sandbox, escrow, card, client_person, order):
    lose_the_answer(sandbox, escrow, card, client_person)
    hear(sandbox, order)
    assert outcome(escrow) == ONCE_PAID


def test_message_answer_and_sweeper_post_once(sandbox, escrow, card, client_person):
    lose_the_answer(sandbox, escrow, card, client_person)
    hear(sandbox)
    Operation.objects.update(next_try_at=timezone.now())
    sweep_operations()
    run_jobs("payments.perform_operation")
    hear(sandbox, backwards)
    assert outcome(escrow) == ONCE_PAID


@ANY_ORDER
def test_a_confirmed_payment_is_told_by_messages_alone(
    sandbox, escrow, organisation, client_person, payer_browser, order
):
    method = save_method(organisation, client_person, payer_browser, ALWAYS_ASKS)
    payer_browser.post(pay_saved(escrow, method, client_person), decision="complete")
    hear(sandbox, order)
    assert outcome(escrow) == ONCE_PAID


def test_a_stale_answer_of_the_bank_does_not_undo_a_payment(
    sandbox, escrow, organisation, client_person, payer_browser
):
    method = save_method(organisation, client_person, payer_browser, ALWAYS_ASKS)
    payer_browser.post(pay_saved(escrow, method, client_person), decision="complete")
    hear(sandbox, in_order, "payment_intent.succeeded")
    hear(sandbox, in_order, "payment_intent.requires_action")
    assert outcome(escrow)[:3] == ("held", ["succeeded"], 420_000)


def test_a_decline_before_our_own_answer_posts_nothing(
    sandbox, escrow, organisation, client_person, payer_browser
):
    method = save_method(organisation, client_person, payer_browser, DECLINED_WHEN_CHARGED)
    lose_the_answer(sandbox, escrow, method, client_person)
    hear(sandbox, each_twice)
    assert outcome(escrow) == ("awaiting_funds", ["failed"], 0, [], 0, 0)
    assert Event.objects.filter(verb="escrow.payment_failed").count() == 1


@pytest.mark.parametrize("order", [in_order, backwards])
@pytest.mark.parametrize(
    ("number", "ending"), [("000123456789", "held"), ("000222222227", "awaiting_funds")]
)
def test_a_debit_ends_days_later_by_message(
    sandbox, escrow, organisation, client_person, payer_browser, order, number, ending
):
    method = save_bank_account(organisation, client_person, payer_browser, number)
    pay_saved(escrow, method, client_person)
    hear(sandbox, order)
    assert outcome(escrow)[:4] == ("processing", ["processing"], 0, [])
    sandbox.control("clock/advance", days=5)
    hear(sandbox, order)
    assert (outcome(escrow)[0], books(escrow).get("held", 0)) == (
        ending, 420_000 if ending == "held" else 0,
    )  # fmt: skip
    assert set(StripeEvent.objects.values_list("state", flat=True)) == {"done"}
