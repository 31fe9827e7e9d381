"""Staff hear once of a call that has been without an answer for too long."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.notices.registry import notices_of
from marketplace.core.data.models import Event
from payments.operations.models import Operation
from payments.reconciliation.models.reconciliations import Reconciliation
from payments.staff.services.alarms import raise_alarms
from tests.factories.payments import make_payout

pytestmark = [pytest.mark.django_db]


def make_operation(number: int, state: str = "sent", *, minutes: int = 31) -> Operation:
    return Operation.objects.create(
        verb="send_transfer",
        subject_type="payments.payout",
        subject_id=make_payout().pk,
        attempt=1,
        idempotency_key=f"local:send_transfer:{number}:1",
        state=state,
        created_at=timezone.now() - timedelta(minutes=minutes),
    )


def heard(verb: str = "operation.stuck") -> list[tuple[str, str]]:
    return [
        (str(user), notice.subject)
        for event in Event.objects.filter(verb=verb).order_by("id")
        for user, notice in notices_of(event)
    ]


def test_a_call_without_an_answer_for_half_an_hour_is_told_once(moderator):
    make_operation(1)
    assert [raise_alarms(), raise_alarms()] == [1, 0]
    assert heard() == [("Mo Moderator", "One call waits for the payment processor")]


def test_many_at_once_are_told_together_and_a_later_one_by_itself(moderator):
    for number, state in enumerate(("sent", "prepared", "sent")):
        make_operation(number, state)
    raise_alarms()
    make_operation(4, minutes=40)
    raise_alarms()
    subjects = [subject for _, subject in heard()]
    assert subjects == [
        "3 calls wait for the payment processor", "One call waits for the payment processor",
    ]  # fmt: skip


@pytest.mark.parametrize("state", ["succeeded", "failed", "unknown"])
def test_a_call_that_ended_alarms_nobody(moderator, state):
    make_operation(1, state)
    assert (raise_alarms(), heard()) == (0, [])


def test_a_young_call_alarms_nobody(moderator):
    make_operation(1, minutes=29)
    assert (raise_alarms(), heard()) == (0, [])


def test_it_is_in_the_queue_of_staff(browser_of, moderator):
    make_operation(1)
    raise_alarms()
    page = browser_of(moderator).get("/staff/ledger/attention/")
    assert [operation.state for operation in page.context["operations"]] == ["sent"]


def test_a_comparison_that_does_not_end_is_told_once_and_waits_at_home(browser_of, moderator):
    begun = timezone.now() - timedelta(hours=7)
    run = Reconciliation.objects.create(started_at=begun, problem="The processor is away.")
    assert [raise_alarms(), raise_alarms()] == [1, 0]
    ((person, subject),) = heard("reconciliation.late")
    assert person == "Mo Moderator"
    assert "does not come to its end" in subject
    page = browser_of(moderator).get("/staff/").content.decode()
    assert "A comparison that does not end" in page
    run.delete()
    Reconciliation.objects.create(started_at=timezone.now() - timedelta(hours=5))
    assert raise_alarms() == 0


def test_home_says_when_the_books_were_last_compared(browser_of, moderator):
    page = browser_of(moderator).get("/staff/").content.decode()
    assert "have not been compared" in page
    made = timezone.now().replace(2026, 3, 4, 5, 6)
    Reconciliation.objects.create(state="agreed", made_at=made)
    page = browser_of(moderator).get("/staff/").content.decode()
    assert "is unexplained, last compared Wed 4 Mar 2026, 05:06 UTC." in page
