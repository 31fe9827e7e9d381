"""What both sides hear of money that is released, sent as a bonus, or taken back."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.letters.texts import Quotation, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from accounts.organisations.queries import paying_members
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from payments.escrows.models.escrows import Escrow
from payments.escrows.notices.people import about_escrow
from payments.payouts.models.reversals import Reversal


@notice_for("escrow.part_released")
def part_released(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    part = Money(event.particulars["amount"], escrow.currency)
    yield about_escrow(
        escrow,
        [escrow.payee, *paying_members(escrow.payer)],
        subject_line("{} of “{}” was released", part, escrow.title),
        [
            f"{escrow.payer} released {part} to {escrow.payee}, before the platform's fee. "
            f"{escrow.held} stays held. The reason:",
            Quotation(event.why),
        ],
    )


@notice_for("escrow.released")
def bonus_received(event: Event) -> Iterable[Notice]:
    """The unit of any other escrow tells of its release itself."""
    escrow: Escrow = event.subject
    if escrow.bonus_for is not None:
        yield about_escrow(
            escrow,
            [escrow.payee],
            subject_line("{} sent you a bonus of {}", escrow.payer, escrow.money),
            [
                Quotation(event.why),
                f"It is for “{escrow.bonus_for.title}”; {escrow.net} of it are yours after the "
                "platform's fee.",
            ],
        )


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
