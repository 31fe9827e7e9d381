"""What staff hear when money needs a person."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.notices import Notice, NoticeKind, notice_for
from marketplace.core.models import Event
from payments.models import Charge, Operation, StripeEvent
from payments.notices.people import staff


@notice_for("reconciliation.differed")
def books_differ(event: Event) -> Iterable[Notice]:
    yield Notice(
        recipients=staff(),
        kind=NoticeKind.MONEY,
        subject="Our books differ from the processor's: payouts are stopped",
        body=f"{event.subject}. Look at both sides, then explain the differences.",
        url=reverse("payments:staff_reconciliation"),
        action="Look at both sides",
    )


@notice_for("charge.mismatched", "operation.lost", "stripe_event.parked")
def staff_alarm(event: Event) -> Iterable[Notice]:
    subject: Charge | Operation | StripeEvent = event.subject
    yield Notice(
        recipients=staff(),
        kind=NoticeKind.MONEY,
        subject="Money needs a look: " + event.verb.replace("_", " ").replace(".", " "),
        body=f"{subject}. {event.why}",
        url=reverse("payments:staff_attention"),
        action="Look at it",
    )
