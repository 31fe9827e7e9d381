"""What those who may pay hear of the payment methods they saved."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.letters.texts import Subject, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from accounts.organisations.queries import paying_members
from marketplace.core.data.models import Event
from payments.payment_methods.models import PaymentMethod


@notice_for("payment_method.saved")
def method_saved(event: Event) -> Iterable[Notice]:
    method: PaymentMethod = event.subject
    yield _about(
        method,
        subject_line("{} was saved for {}", method, method.organisation),
        f"{method} can now be charged for the work of "
        f"{method.organisation}, as was agreed when it "
        "was saved. If nobody of you did this, remove it and write to our staff.",
    )


@notice_for("payment_method.removed")
def method_removed(event: Event) -> Iterable[Notice]:
    method: PaymentMethod = event.subject
    heir = method.organisation.payment_methods.filter(is_default=True).first()
    follows = f"{heir} is charged where nobody chooses." if heir else NOTHING_LEFT
    why = f" {event.why}" if event.why else ""
    yield _about(
        method,
        subject_line("{} was removed from {}", method, method.organisation),
        f"{method} is not charged any more.{why} {follows}",
    )


NOTHING_LEFT = "No other payment method is saved: what is due must be paid at the checkout."


def _about(method: PaymentMethod, subject: Subject, body: str) -> Notice:
    return Notice(
        recipients=paying_members(method.organisation),
        kind=NoticeKind.MONEY,
        subject=subject,
        body=body,
        url=reverse("payments:methods"),
        action="See the payment methods",
    )
