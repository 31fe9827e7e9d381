"""What freelancers hear of their payouts."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.letters.texts import subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from marketplace.core.data.models import Event
from payments.payouts.models.payees import Payee
from payments.payouts.models.payouts import Payout
from payments.payouts.notices.people import about_payout


@notice_for("payout.cleared")
def payout_cleared(event: Event) -> Iterable[Notice]:
    payout: Payout = event.subject
    payee = Payee.objects.filter(user=payout.payee, state="ready").first()
    if payee is None:
        yield Notice(
            recipients=[payout.payee],
            kind=NoticeKind.MONEY,
            subject=subject_line("{} is yours: tell us where to send it", payout.money),
            body=f"{payout.money} for “{payout.escrow.title}” is available. Set up your payout "
            "account with our payment processor, and the money goes out.",
            url=reverse("payments:onboarding"),
            action="Set up payouts",
        )


@notice_for("payout.sent")
def payout_sent(event: Event) -> Iterable[Notice]:
    payout: Payout = event.subject
    yield about_payout(
        payout,
        subject_line("{} is on its way to you", payout.money),
        f"Your payout of {payout.money} for “{payout.escrow.title}” was sent. The platform's fee "
        f"was {payout.fee_money}.",
    )


@notice_for("payout.failed")
def payout_failed(event: Event) -> Iterable[Notice]:
    payout: Payout = event.subject
    yield about_payout(
        payout,
        subject_line("Your payout of {} did not go through", payout.money),
        f"{event.why} The money is still yours and available: you can try again.",
    )
