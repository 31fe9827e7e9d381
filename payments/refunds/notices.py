"""What both sides hear of money on its way back to the client."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.letters.texts import Quotation, Subject, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from accounts.organisations.queries import paying_members
from accounts.people.models import User
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from payments.charges.models import Charge
from payments.charges.returns import RETURN_WORDS
from payments.charges.states import ChargeState, ReturnReason
from payments.escrows.models.escrows import Escrow
from payments.escrows.notices.people import about_escrow, staff
from payments.refunds.models import Refund


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


ON_ITS_WAY = "All of it is on its way back, usually within five to ten days."


@notice_for("charge.returned", "charge.mismatched")
def charge_goes_back(event: Event) -> Iterable[Notice]:
    """Each side in its own words; the payee is not troubled with a second payment.

    Staff hear of what ought not to happen: a payment of another amount or currency.
    """
    charge: Charge = event.subject
    words = RETURN_WORDS[ReturnReason(charge.return_reason or ReturnReason.PAID_TWICE)]
    is_misfit = charge.state == ChargeState.MISMATCHED
    escrow, figures = charge.escrow, f"{charge.problem} " if is_misfit else ""
    to_payer = f"{figures}{words.to_client} {ON_ITS_WAY}"
    subject = subject_line("Your payment for “{}” goes back: {}", escrow.title, words.because)
    payers = paying_members(escrow.payer)
    if is_misfit:
        yield _pay_again(escrow, payers, subject, to_payer)
        yield _misfit(charge, f"{escrow}. {event.why}")
    else:
        yield about_escrow(escrow, payers, subject, to_payer)
    if charge.return_reason != ReturnReason.PAID_TWICE:
        yield about_escrow(
            escrow,
            [escrow.payee],
            subject_line("The payment for “{}” goes back to the client", escrow.title),
            words.to_freelancer,
        )


def _pay_again(escrow: Escrow, payers: list[User], subject: Subject, body: str) -> Notice:
    return Notice(
        recipients=payers,
        kind=NoticeKind.MONEY,
        subject=subject,
        body=body,
        url=reverse("payments:fund", args=[escrow.public_id]),
        action="Pay again",
    )


def _misfit(charge: Charge, body: str) -> Notice:
    return Notice(
        recipients=staff(),
        kind=NoticeKind.MONEY,
        subject=subject_line("A payment did not fit and goes back"),
        body=body,
        url=reverse("payments:staff_attention"),
        action="Look at it",
    )


@notice_for("refund.succeeded")
def refund_made(event: Event) -> Iterable[Notice]:
    refund: Refund = event.subject
    yield about_escrow(
        refund.escrow,
        paying_members(refund.escrow.payer),
        subject_line("{} was refunded", refund.money),
        f"The refund of {refund.money} for “{refund.escrow.title}” was made.",
    )


@notice_for("refund.failed")
def refund_failed(event: Event) -> Iterable[Notice]:
    refund: Refund = event.subject
    yield about_escrow(
        refund.escrow,
        [*paying_members(refund.escrow.payer), *staff()],
        subject_line("The refund of {} did not go through", refund.money),
        f"{event.why} The money is safe and held. Our staff will contact you to send it again.",
    )
