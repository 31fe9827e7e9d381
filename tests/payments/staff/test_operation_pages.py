"""The page of a call that got stuck says which acts are safe now, and why the others are not."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.people.models import User
from payments.operations.models import Operation
from tests.factories.payments import make_payout

pytestmark = [pytest.mark.django_db]
ACTS = (
    "staff_look_up_operation", "staff_resend_operation", "staff_settle_operation",
    "staff_give_up_operation",
)  # fmt: skip
WHY = "I have looked in the processor's dashboard."


@pytest.fixture
def operation(db) -> Operation:
    return Operation.objects.create(
        verb="send_transfer",
        subject_type="payments.payout",
        subject_id=make_payout().pk,
        attempt=1,
        idempotency_key="local:send_transfer:x:1",
        parameters={"transfer_group": "none", "amount": 1},
        state="unknown",
        first_sent_at=timezone.now() - timedelta(hours=30),
    )


def of(operation: Operation, name: str = "staff_operation") -> str:
    return reverse(f"payments:{name}", args=[operation.public_id])


def test_an_old_key_is_not_sent_again_but_may_be_given_up(browser_of, moderator, operation):
    page = browser_of(moderator).get(of(operation))
    can = {
        name: page.context[f"can_{name}"] for name in ("look_up", "resend", "compare", "give_up")
    }
    assert can == {"look_up": True, "resend": False, "compare": True, "give_up": True}
    words = page.content.decode()
    assert of(operation, "staff_resend_operation") not in words
    assert "the key is older than 23 hours" in words


def test_a_young_key_is_sent_again_and_not_given_up(browser_of, moderator, operation):
    Operation.objects.update(first_sent_at=timezone.now())
    page = browser_of(moderator).get(of(operation))
    assert (page.context["can_resend"], page.context["can_give_up"]) == (True, False)


def test_acts_ask_for_a_reason_and_say_what_came_of_them(sandbox, browser_of, moderator, operation):
    browser = browser_of(moderator)
    look_up = of(operation, "staff_look_up_operation")
    assert browser.post(look_up, {"why": ""}).status_code == 422
    answer = browser.post(look_up, {"why": WHY}, follow=True)
    assert "nothing of this call" in answer.content.decode()
    settle = of(operation, "staff_settle_operation")
    answer = browser.post(settle, {"processor_id": "tr_none", "why": WHY})
    assert (answer.status_code, Operation.objects.get().state) == (422, "unknown")
    answer = browser.post(of(operation, "staff_resend_operation"), {"why": WHY})
    assert (answer.status_code, Operation.objects.get().state) == (422, "unknown")


def test_what_has_ended_offers_no_act(browser_of, moderator, operation):
    Operation.objects.update(state="succeeded")
    page = browser_of(moderator).get(of(operation))
    assert "What is safe to do" not in page.content.decode()
    for name in ACTS:
        assert browser_of(moderator).get(of(operation, name)).status_code == 404


def test_strangers_and_whose_money_it_is_are_kept_out(browser_of, stranger, operation):
    payee = operation.subject.payee
    User.objects.filter(pk=payee.pk).update(is_moderator=True)
    for user in (stranger, User.objects.get(pk=payee.pk)):
        for name in ACTS:
            answer = browser_of(user).post(of(operation, name), {"why": WHY})
            assert answer.status_code == 403
    assert browser_of(stranger).get(of(operation)).status_code == 403
    assert Operation.objects.get().state == "unknown"
