"""What both sides hear of a release that is taken back, and of what is owed after it."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.notices import Notice, NoticeKind, Quotation, notice_for, subject_line
from accounts.queries.organisations import paying_members
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from payments.models import Escrow, Payout, Reversal
from payments.notices.people import about_escrow, about_payout

CREDIT_NOTE = (
    "A credit note corrects your fee invoice; it stands with the other papers of the work."
)


@notice_for("escrow.recalled")
def release_recalled(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    part = Money(event.particulars["amount"], escrow.currency)
    fee = Money(event.particulars["fee"], escrow.currency)
    yield about_escrow(
        escrow,
        paying_members(escrow.payer),
        subject_line("{} of “{}” comes back to you", part, escrow.title),
        [
            f"It was released to {escrow.payee} and is taken back now. You get the whole {part} "
            "once that is done, usually within five to ten days. The reason:",
            Quotation(event.why),
        ],
    )
    yield about_escrow(
        escrow,
        [escrow.payee],
        subject_line("{} of “{}” is taken back", part, escrow.title),
        [
            f"{part - fee} of it come from you, {fee} are returned of the platform's fee. What was "
            "paid out is taken back from your payout account; what is no longer there is kept from "
            "your next payouts.",
            CREDIT_NOTE if fee else "",
            "The reason:",
            Quotation(event.why),
        ],
    )


@notice_for("reversal.refused")
def reversal_refused(event: Event) -> Iterable[Notice]:
    reversal: Reversal = event.subject
    yield Notice(
        recipients=[reversal.payout.payee],
        kind=NoticeKind.MONEY,
        subject=subject_line("You owe {} to Holdout", reversal.money),
        body=f"{reversal.money} for “{reversal.payout.escrow.title}” could not be taken back from "
        "your payout account, because it is no longer there. It is kept from what you earn next.",
        url=reverse("payments:debts"),
        action="See what you owe",
    )


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
