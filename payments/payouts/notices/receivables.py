"""What freelancers hear of what they owe."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.letters.texts import Quotation, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from payments.payouts.models.payouts import Payout
from payments.payouts.notices.people import about_payout


@notice_for("payout.withheld", "payout.part_withheld")
def payout_withheld(event: Event) -> Iterable[Notice]:
    payout: Payout = event.subject
    part = Money(event.particulars["amount"], payout.currency)
    yield about_payout(
        payout,
        subject_line("{} of your payout was kept", part),
        f"{event.why} {part} of {payout.money} for “{payout.escrow.title}” were kept.",
    )


@notice_for("receivable.written_off")
def receivable_written_off(event: Event) -> Iterable[Notice]:
    amount = Money(event.particulars["amount"], event.particulars["currency"])
    yield Notice(
        recipients=[event.subject],
        kind=NoticeKind.MONEY,
        subject=subject_line("You no longer owe {}", amount),
        body=["Holdout bears it. The reason:", Quotation(event.why)],
        url=reverse("payments:debts"),
        action="See what you owe",
    )
