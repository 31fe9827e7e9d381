"""What staff hear when money needs a person."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.letters.texts import subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from marketplace.core.data.models import Event
from marketplace.core.text.moments import moment
from payments.charges.models import Charge
from payments.escrows.notices.people import staff
from payments.operations.models import Operation
from payments.reconciliation.models.reconciliations import Reconciliation
from payments.webhooks.models import StripeEvent


@notice_for("charge.converted", "operation.lost")
def staff_alarm(event: Event) -> Iterable[Notice]:
    subject: Charge | Operation = event.subject
    yield Notice(
        recipients=staff(),
        kind=NoticeKind.MONEY,
        subject=subject_line(
            "Money needs a look: {}", event.verb.replace("_", " ").replace(".", " ")
        ),
        body=f"{subject}. {event.why}",
        url=reverse("payments:staff_attention"),
        action="Look at it",
    )


@notice_for("operation.stuck")
def calls_without_an_answer(event: Event) -> Iterable[Notice]:
    operation: Operation = event.subject
    count = event.particulars["count"]
    calls = "One call waits" if count == 1 else f"{count} calls wait"
    yield Notice(
        recipients=staff(),
        kind=NoticeKind.MONEY,
        subject=subject_line("{} for the payment processor", calls),
        body=(
            f"{operation} has had no answer since {moment(operation.created_at)}. "
            "It is asked again by itself and cannot be done twice. "
            f"Last error: {operation.last_error or 'none, no worker has come to it'}"
        ),
        url=reverse("payments:staff_attention") + "#operations",
        action="Look at it",
    )


@notice_for("stripe_event.stuck")
def messages_that_fit_nothing(event: Event) -> Iterable[Notice]:
    message: StripeEvent = event.subject
    count = event.particulars["count"]
    messages = "One message" if count == 1 else f"{count} messages"
    yield Notice(
        recipients=staff(),
        kind=NoticeKind.MONEY,
        subject=subject_line("{} of the payment processor could not be processed", messages),
        body=(
            f"{message}. {message.problem or 'It fails again and again.'} "
            "It is tried again by itself, ever later."
        ),
        url=reverse("payments:staff_attention") + "#events",
        action="Look at it",
    )


@notice_for("reconciliation.late")
def comparison_that_does_not_end(event: Event) -> Iterable[Notice]:
    run: Reconciliation = event.subject
    yield Notice(
        recipients=staff(),
        kind=NoticeKind.MONEY,
        subject=subject_line("The comparison with the payment processor does not come to its end"),
        body=(
            f"It began on {moment(run.started_at)} and has read {run.lines_read} lines. "
            f"Last problem: {run.problem or 'none, no worker has come to it'} "
            "Until it ends, a difference would not be noticed and no payout would be stopped."
        ),
        url=reverse("payments:staff_reconciliation"),
        action="Look at it",
    )
