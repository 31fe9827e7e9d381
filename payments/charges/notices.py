"""What both sides hear of a payment: arrived, under way, or failed."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.letters.texts import Subject, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from accounts.organisations.queries import paying_members
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from marketplace.core.text.moments import moment
from payments.charges.models import Charge, ChargePlan
from payments.escrows.models.escrows import Escrow
from payments.escrows.notices.people import about_escrow
from payments.escrows.states import EscrowState
from payments.payment_methods.models import PaymentMethod

HELD = (
    "The money is held until you approve the work, and comes back in full if both sides cancel "
    "before that."
)
GONE_ON = "It went on to the freelancer at once."


@notice_for("escrow.funded")
def escrow_funded(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    subject = subject_line("Receipt: {} paid {}", escrow.payer, escrow.to_charge)
    if not escrow.to_charge:
        subject = subject_line("“{}” is paid by what was not used before", escrow.title)
    carried = Money(escrow.carried_in, escrow.currency)
    rest = f"{carried} of {escrow.money} are what was not used before. " if carried else ""
    yield about_escrow(
        escrow,
        paying_members(escrow.payer),
        subject,
        f"For “{escrow.title}”. {rest}" + (GONE_ON if escrow.bonus_for_id else HELD),
    )


@notice_for("escrow.processing")
def payment_processing(event: Event) -> Iterable[Notice]:
    escrow: Escrow = event.subject
    waits = "A payment from a bank account takes about four working days, and can still fail."
    yield about_escrow(
        escrow,
        paying_members(escrow.payer),
        subject_line("Your payment of {} is being processed", escrow.to_charge),
        f"It is for “{escrow.title}”. {waits} The work is funded when the money has "
        "arrived: we write to you. There is nothing more to do.",
    )
    yield about_escrow(
        escrow,
        [escrow.payee],
        subject_line(
            "The payment of {} for “{}” is being processed", escrow.to_charge, escrow.title
        ),
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
            f"The bank did not let the payment of {escrow.to_charge} through. "
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


@notice_for("charge.challenged")
def confirmation_asked(event: Event) -> Iterable[Notice]:
    """Whoever pays just now is on the way to their bank's page already."""
    charge: Charge = event.subject
    escrow = charge.escrow
    if event.particulars["is_payer_absent"]:
        yield _confirm(escrow, charge.method)


@notice_for("charge_plan.reminded")
def confirmation_missing(event: Event) -> Iterable[Notice]:
    plan: ChargePlan = event.subject
    yield _confirm(plan.escrow, plan.method)


def _confirm(escrow: Escrow, method: PaymentMethod | None) -> Notice:
    return Notice(
        recipients=paying_members(escrow.payer),
        kind=NoticeKind.MONEY,
        subject=subject_line("Confirm the payment of {}", escrow.to_charge),
        body=f"The bank of {method} wants its owner to confirm {escrow.to_charge} for "
        f"“{escrow.title}”. Nothing is charged before that. You can also pay another way.",
        url=reverse("payments:confirm_charge", args=[escrow.public_id]),
        action="Confirm the payment",
    )


@notice_for("charge_plan.postponed")
def attempt_failed(event: Event) -> Iterable[Notice]:
    plan: ChargePlan = event.subject
    yield _pay_otherwise(
        plan,
        subject_line("{} could not be charged {}", plan.method, plan.escrow.to_charge),
        f"{event.why} Nothing was charged for “{plan.escrow.title}”. We try it again "
        f"on {moment(plan.next_try_at)}. You can pay at once with another method.",
    )


@notice_for("charge_plan.given_up")
def plan_given_up(event: Event) -> Iterable[Notice]:
    plan: ChargePlan = event.subject
    yield _pay_otherwise(
        plan,
        subject_line("“{}” is not paid, and we stopped trying", plan.escrow.title),
        f"{event.why} {plan.method} is not charged for it any more. Please pay "
        f"{plan.escrow.to_charge} with another method: “{plan.escrow.title}” is not funded "
        "before that.",
    )


def _pay_otherwise(plan: ChargePlan, subject: Subject, body: str) -> Notice:
    return Notice(
        recipients=paying_members(plan.escrow.payer),
        kind=NoticeKind.MONEY,
        subject=subject,
        body=body,
        url=reverse("payments:fund", args=[plan.escrow.public_id]),
        action="Pay now",
    )
