"""What freelancers hear of the way from their account at the processor to their bank."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.letters.texts import Subject, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from marketplace.core.data.models import Event
from payments.payouts.models.bank_payouts import BankPayout


@notice_for("bank_payout.paid")
def bank_payout_paid(event: Event) -> Iterable[Notice]:
    bank_payout: BankPayout = event.subject
    yield _notice(
        bank_payout,
        subject_line("{} arrived at your bank", bank_payout.money),
        f"Stripe passed {bank_payout.money} on to {bank_payout.bank}.",
        "See what it carries",
    )


@notice_for("bank_payout.failed")
def bank_payout_failed(event: Event) -> Iterable[Notice]:
    bank_payout: BankPayout = event.subject
    yield _notice(
        bank_payout,
        subject_line("Your bank did not take {}", bank_payout.money),
        f"{bank_payout.problem} The {bank_payout.money} for {bank_payout.bank} are back in your "
        f"Stripe account and stay yours. {bank_payout.remedy}",
        "See what to do",
    )


def _notice(bank_payout: BankPayout, subject: Subject, body: str, action: str) -> Notice:
    return Notice(
        recipients=[bank_payout.payee],
        kind=NoticeKind.MONEY,
        subject=subject,
        body=body,
        url=reverse("payments:bank_payout", args=[bank_payout.public_id]),
        action=action,
    )
