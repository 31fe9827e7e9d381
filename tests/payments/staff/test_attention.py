import pytest

from marketplace.core.data.models import Event
from payments.operations.models import Operation
from payments.webhooks.models import StripeEvent
from tests.factories.payments import make_charge, make_escrow, make_held_escrow, make_payout

pytestmark = [pytest.mark.django_db]

PAGES = ("/staff/ledger/", "/staff/ledger/transfers/", "/staff/ledger/attention/")


@pytest.fixture
def operation(db) -> Operation:
    return Operation.objects.create(
        verb="send_transfer",
        subject_type="payments.payout",
        subject_id=make_payout().pk,
        attempt=1,
        idempotency_key="local:send_transfer:x:1",
        state="unknown",
    )


@pytest.fixture
def parked(db) -> StripeEvent:
    return StripeEvent.objects.create(
        event_id="evt_1",
        type="charge.dispute.created",
        is_thin=False,
        state="parked",
        problem="A dispute.",
        payload={"id": "evt_1", "object": "event", "type": "x", "data": {"object": {}}},
    )


@pytest.mark.parametrize("path", PAGES)
def test_the_ledger_is_for_staff(browser_of, client_person, moderator, path):
    make_payout()
    assert browser_of(client_person).get(path).status_code == 403
    assert browser_of(moderator).get(path).status_code == 200


def test_the_trial_balance_is_zero(browser_of, moderator):
    make_payout()
    make_held_escrow(currency="EUR")
    page = browser_of(moderator).get("/staff/ledger/")
    assert (page.context["sums"], page.context["misstated"]) == ({"USD": 0, "EUR": 0}, [])


def test_everything_that_waits_is_listed(browser_of, moderator, operation, parked):
    charge = make_charge(make_escrow())
    type(charge).objects.filter(pk=charge.pk).update(state="mismatched")
    page = browser_of(moderator).get("/staff/ledger/attention/")
    assert list(page.context["operations"]) == [operation]
    assert list(page.context["events"]) == [parked]
    assert list(page.context["charges"]) == [charge]


def test_a_staff_act_needs_a_reason_which_is_kept(browser_of, moderator, parked):
    browser = browser_of(moderator)
    path = f"/staff/events/{parked.event_id}/retry/"
    assert browser.post(path, {"why": ""}).status_code == 422
    parked.refresh_from_db()
    assert parked.state == "parked"
    browser.post(path, {"why": "Answered in the dashboard."})
    parked.refresh_from_db()
    assert parked.state == "received"
    event = Event.objects.get(verb="stripe_event.retried")
    assert (event.actor, event.why) == (moderator, "Answered in the dashboard.")


@pytest.mark.parametrize(
    "model",
    ["escrow", "charge", "refund", "payout", "payee", "operation", "stripeevent", "feeschedule",
     "account", "transfer", "entry", "processorcustomer"],
)  # fmt: skip
def test_money_in_the_admin_is_read_only(browser_of, moderator, model, operation, parked):
    moderator.is_superuser = True
    moderator.save()
    browser = browser_of(moderator)
    assert browser.get(f"/admin/payments/{model}/?q=1").status_code == 200
    if model != "feeschedule":
        assert browser.get(f"/admin/payments/{model}/add/").status_code == 403
