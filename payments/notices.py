"""Who hears of money moving, and in which words. Amounts are exact, always."""

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse

from accounts.models import User
from accounts.notices import Notice, NoticeKind, notice_for
from accounts.queries.organisations import paying_members
from marketplace.core.models import Event
from marketplace.core.money import Money
from payments.models import Charge, Escrow, Operation, Payee, Payout, Refund, Reversal, StripeEvent


def _staff() -> list[User]:
    staff = User.objects.filter(Q(is_staff=True) | Q(is_moderator=True), is_active=True)
    return list(staff.order_by("id"))


def _about(
    escrow: Escrow, recipients: list[User], subject: str, body: str, action: str = "See the money"
) -> Notice:
    return Notice(
        recipients=recipients,
        kind=NoticeKind.MONEY,
        subject=subject,
        body=body,
        url=reverse("payments:escrow", args=[escrow.public_id]),
        action=action,
    )


HELD = (
    "The money is held until you approve the work, and comes back in full if both sides cancel "
    "before that."
)
GONE_ON = "It went on to the freelancer at once."


@notice_for("escrow.funded")
def escrow_funded(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    yield _about(
        escrow,
        paying_members(escrow.payer),
        f"Receipt: {escrow.payer} paid {escrow.money}",
        f"For “{escrow.title}”. " + (GONE_ON if escrow.bonus_for_id else HELD),
    )


@notice_for("escrow.payment_failed")
def payment_failed(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    yield Notice(
        recipients=paying_members(escrow.payer),
        kind=NoticeKind.MONEY,
        subject=f"The payment for “{escrow.title}” did not come through",
        body=f"{event.why} Nothing was charged. You can try again with the same or another card.",
        url=reverse("payments:fund", args=[escrow.public_id]),
        action="Try again",
    )


@notice_for("escrow.part_released")
def part_released(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    part = Money(event.particulars["amount"], escrow.currency)
    yield _about(
        escrow,
        [escrow.payee, *paying_members(escrow.payer)],
        f"{part} of “{escrow.title}” was released",
        f"{escrow.payer} released {part} to {escrow.payee}, before the platform's fee. "
        f"{escrow.held} stays held. The reason: {event.why}",
    )


@notice_for("escrow.part_refunded")
def part_refunded(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    part = Money(event.particulars["amount"], escrow.currency)
    yield _about(
        escrow,
        [escrow.payee, *paying_members(escrow.payer)],
        f"{part} of “{escrow.title}” goes back",
        f"{part} of the held funds goes back to {escrow.payer}, usually within five to ten days. "
        f"{escrow.held} stays held. The reason: {event.why}",
    )


@notice_for("escrow.released")
def bonus_received(event: Event) -> Iterable[Notice]:
    """The unit of any other escrow tells of its release itself."""
    escrow: Escrow = event.subject
    if escrow.bonus_for is not None:
        yield _about(
            escrow,
            [escrow.payee],
            f"{escrow.payer} sent you a bonus of {escrow.money}",
            f"{event.why} It is for “{escrow.bonus_for.title}”; {escrow.net} of it are yours after "
            "the platform's fee.",
        )


@notice_for("escrow.recalled")
def release_recalled(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    part = Money(event.particulars["amount"], escrow.currency)
    fee = Money(event.particulars["fee"], escrow.currency)
    yield _about(
        escrow,
        paying_members(escrow.payer),
        f"{part} of “{escrow.title}” comes back to you",
        f"It was released to {escrow.payee} and is taken back now. You get the whole {part} once "
        f"that is done, usually within five to ten days. The reason: {event.why}",
    )
    yield _about(
        escrow,
        [escrow.payee],
        f"{part} of “{escrow.title}” is taken back",
        f"{part - fee} of it come from you, {fee} are returned of the platform's fee. What was "
        "paid out is taken back from your payout account; what is no longer there is kept from "
        f"your next payouts. The reason: {event.why}",
    )


@notice_for("reversal.refused")
def reversal_refused(event: Event) -> Iterable[Notice]:
    reversal: Reversal = event.subject
    yield Notice(
        recipients=[reversal.payout.payee],
        kind=NoticeKind.MONEY,
        subject=f"You owe {reversal.money} to Holdout",
        body=f"{reversal.money} for “{reversal.payout.escrow.title}” could not be taken back from "
        "your payout account, because it is no longer there. It is kept from what you earn next.",
        url=reverse("payments:debts"),
        action="See what you owe",
    )


@notice_for("payout.withheld", "payout.part_withheld")
def payout_withheld(event: Event) -> Iterable[Notice]:
    payout: Payout = event.subject
    part = Money(event.particulars["amount"], payout.currency)
    yield _payout(
        payout,
        f"{part} of your payout was kept",
        f"{event.why} {part} of {payout.money} for “{payout.escrow.title}” were kept.",
    )


@notice_for("receivable.written_off")
def receivable_written_off(event: Event) -> Iterable[Notice]:
    amount = Money(event.particulars["amount"], event.particulars["currency"])
    yield Notice(
        recipients=[event.subject],
        kind=NoticeKind.MONEY,
        subject=f"You no longer owe {amount}",
        body=f"Holdout bears it. The reason: {event.why}",
        url=reverse("payments:debts"),
        action="See what you owe",
    )


@notice_for("escrow.grown_old")
def funds_grown_old(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    yield _about(
        escrow,
        [*paying_members(escrow.payer), escrow.payee, *_staff()],
        f"{escrow.money} has been held for a long time",
        f"The money for “{escrow.title}” has been held since {escrow.funded_at:%d %B %Y}. The "
        "payment processor limits how long money may be held: please finish or cancel the work.",
    )


@notice_for("charge.returned")
def charge_returned(event: Event) -> Iterable[Notice]:
    charge: Charge = event.subject
    yield _about(
        charge.escrow,
        paying_members(charge.escrow.payer),
        f"{charge.money} was paid twice and goes back",
        f"“{charge.escrow.title}” did not wait for a payment any more. The whole {charge.money} is "
        "on its way back to your card, and usually arrives within five to ten days.",
    )


@notice_for("refund.succeeded")
def refund_made(event: Event) -> Iterable[Notice]:
    refund: Refund = event.subject
    yield _about(
        refund.escrow,
        paying_members(refund.escrow.payer),
        f"{refund.money} was refunded",
        f"The refund of {refund.money} for “{refund.escrow.title}” was made.",
    )


@notice_for("refund.failed")
def refund_failed(event: Event) -> Iterable[Notice]:
    refund: Refund = event.subject
    yield _about(
        refund.escrow,
        [*paying_members(refund.escrow.payer), *_staff()],
        f"The refund of {refund.money} did not go through",
        f"{event.why} The money is safe and held. Our staff will contact you to send it again.",
    )


@notice_for("payout.cleared")
def payout_cleared(event: Event) -> Iterable[Notice]:
    payout: Payout = event.subject
    payee = Payee.objects.filter(user=payout.payee, state="ready").first()
    if payee is None:
        yield Notice(
            recipients=[payout.payee],
            kind=NoticeKind.MONEY,
            subject=f"{payout.money} is yours: tell us where to send it",
            body=f"{payout.money} for “{payout.escrow.title}” is available. Set up your payout "
            "account with our payment processor, and the money goes out.",
            url=reverse("payments:onboarding"),
            action="Set up payouts",
        )


@notice_for("payout.sent")
def payout_sent(event: Event) -> Iterable[Notice]:
    payout: Payout = event.subject
    yield _payout(
        payout,
        f"{payout.money} is on its way to you",
        f"Your payout of {payout.money} for “{payout.escrow.title}” was sent. The platform's fee "
        f"was {payout.fee_money}.",
    )


@notice_for("payout.failed")
def payout_failed(event: Event) -> Iterable[Notice]:
    payout: Payout = event.subject
    yield _payout(
        payout,
        f"Your payout of {payout.money} did not go through",
        f"{event.why} The money is still yours and available: you can try again.",
    )


def _payout(payout: Payout, subject: str, body: str) -> Notice:
    return Notice(
        recipients=[payout.payee],
        kind=NoticeKind.MONEY,
        subject=subject,
        body=body,
        url=reverse("payments:payout", args=[payout.public_id]),
        action="See the payout",
    )


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


@notice_for("reconciliation.differed")
def books_differ(event: Event) -> Iterable[Notice]:
    yield Notice(
        recipients=_staff(),
        kind=NoticeKind.MONEY,
        subject="Our books differ from the processor's: payouts are stopped",
        body=f"{event.subject}. Look at both sides, then explain the differences.",
        url=reverse("payments:staff_reconciliation"),
        action="Look at both sides",
    )


@notice_for("charge.mismatched", "operation.lost", "stripe_event.parked")
def staff_alarm(event: Event) -> Iterable[Notice]:
    subject: Charge | Operation | StripeEvent = event.subject
    yield Notice(
        recipients=_staff(),
        kind=NoticeKind.MONEY,
        subject="Money needs a look: " + event.verb.replace("_", " ").replace(".", " "),
        body=f"{subject}. {event.why}",
        url=reverse("payments:staff_attention"),
        action="Look at it",
    )
