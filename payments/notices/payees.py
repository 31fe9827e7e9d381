"""What freelancers hear of their payout account."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.notices import Notice, NoticeKind, notice_for
from marketplace.core.models import Event
from payments.models import Payee


@notice_for("payee.verified")
def payee_verified(event: Event) -> Iterable[Notice]:
    payee: Payee = event.subject
    yield _onboarding(
        payee,
        "You can be paid now",
        "Your payout account is complete. What you earn goes there from now on.",
        "See your money",
        reverse("payments:money"),
    )


@notice_for("payee.restricted")
def payee_restricted(event: Event) -> Iterable[Notice]:
    payee: Payee = event.subject
    yield _onboarding(
        payee,
        "Your payout account needs attention",
        "The payment processor has paused payouts to you until you have completed some details. "
        "What you earned stays yours and available.",
        "Continue the set-up",
        reverse("payments:onboarding"),
    )


def _onboarding(payee: Payee, subject: str, body: str, action: str, url: str) -> Notice:
    return Notice(
        recipients=[payee.user],
        kind=NoticeKind.MONEY,
        subject=subject,
        body=body,
        url=url,
        action=action,
    )
