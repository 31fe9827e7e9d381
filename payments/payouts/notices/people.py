"""The shape of what a payee hears."""

from django.urls import reverse

from accounts.letters.texts import Body, Subject
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice
from payments.payouts.models.payouts import Payout


def about_payout(payout: Payout, subject: Subject, body: Body) -> Notice:
    return Notice(
        recipients=[payout.payee],
        kind=NoticeKind.MONEY,
        subject=subject,
        body=body,
        url=reverse("payments:payout", args=[payout.public_id]),
        action="See the payout",
    )
