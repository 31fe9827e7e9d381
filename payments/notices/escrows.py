"""What both sides hear of money that is held, released or sent as a bonus."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.notices import Notice, NoticeKind, Quotation, notice_for, subject_line
from accounts.queries.organisations import paying_members
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from marketplace.core.text.moments import day, moment
from payments.models import Escrow
from payments.notices.people import about_escrow, staff
from payments.states import EscrowState

HELD = (
    "The money is held until you approve the work, and comes back in full if both sides cancel "
    "before that."
)
GONE_ON = "It went on to the freelancer at once."


@notice_for("escrow.funded")
def escrow_funded(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    yield about_escrow(
        escrow,
        paying_members(escrow.payer),
        subject_line("Receipt: {} paid {}", escrow.payer, escrow.money),
        f"For “{escrow.title}”. " + (GONE_ON if escrow.bonus_for_id else HELD),
    )


@notice_for("escrow.processing")
def payment_processing(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    waits = "A payment from a bank account takes about four working days, and can still fail."
    yield about_escrow(
        escrow,
        paying_members(escrow.payer),
        subject_line("Your payment of {} is being processed", escrow.money),
        f"It is for “{escrow.title}”. {waits} The work is funded when the money has "
        "arrived: we write to you. There is nothing more to do.",
    )
    yield about_escrow(
        escrow,
        [escrow.payee],
        subject_line("The payment of {} for “{}” is being processed", escrow.money, escrow.title),
        f"{escrow.payer} has paid. {waits} Begin when the money is held: we write to you.",
    )


@notice_for("escrow.payment_failed")
def payment_failed(event: Event) -> Iterable[Notice]:
    """A plan tells of its own attempts, and what comes next."""
    escrow: Escrow = event.subject
    if event.from_state == EscrowState.PROCESSING:
        yield about_escrow(
            escrow,
            [escrow.payee],
            subject_line("The payment for “{}” did not arrive", escrow.title),
            f"The bank did not let the payment of {escrow.money} through. "
            f"{escrow.payer} has been asked to pay another way. Nothing is held for it.",
        )
    if event.particulars.get("is_by_plan"):
        return
    yield Notice(
        recipients=paying_members(escrow.payer),
        kind=NoticeKind.MONEY,
        subject=subject_line("The payment for “{}” did not come through", escrow.title),
        body=f"{event.why} Nothing was charged. You can try again with the same or another card.",
        url=reverse("payments:fund", args=[escrow.public_id]),
        action="Try again",
    )


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


@notice_for("escrow.part_refunded")
def part_refunded(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    part = Money(event.particulars["amount"], escrow.currency)
    yield about_escrow(
        escrow,
        [escrow.payee, *paying_members(escrow.payer)],
        subject_line("{} of “{}” goes back", part, escrow.title),
        [
            f"{part} of the held funds goes back to {escrow.payer}, usually within five to ten "
            f"days. {escrow.held} stays held. The reason:",
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


@notice_for("escrow.grown_old")
def funds_grown_old(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    since, end = escrow.funded_at, escrow.must_end_by
    assert since and end  # only held money grows old
    subject = subject_line("{} can be held until {}", escrow.money, day(end))
    body = (
        f"The money for “{escrow.title}” has been held since {day(since)}. The "
        f"payment processor’s rules let us hold it until {moment(end)}: by then it must have "
        "been released or refunded. "
    )
    to_payer = "Please approve what was delivered, release a part, or cancel what is left."
    yield about_escrow(escrow, paying_members(escrow.payer), subject, body + to_payer)
    to_payee = "Please deliver what is left, or agree with your client how to end it."
    yield about_escrow(escrow, [escrow.payee], subject, body + to_payee)
    yield Notice(
        recipients=staff(),
        kind=NoticeKind.MONEY,
        subject=subject,
        body=f"{body}{escrow.payer} and {escrow.payee} have been told.",
        url=reverse("payments:staff_escrow", args=[escrow.public_id]),
        action="Look at it",
    )
