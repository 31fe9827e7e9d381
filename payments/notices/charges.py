"""What those who pay hear of a payment under way."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.notices import Notice, NoticeKind, Subject, notice_for, subject_line
from accounts.queries.organisations import paying_members
from marketplace.core.data.models import Event
from marketplace.core.text.moments import moment
from payments.models import Charge, ChargePlan, Escrow, PaymentMethod


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
        subject=subject_line("Confirm the payment of {}", escrow.money),
        body=f"The bank of {method} wants its owner to confirm {escrow.money} for "
        f"“{escrow.title}”. Nothing is charged before that. You can also pay another way.",
        url=reverse("payments:confirm_charge", args=[escrow.public_id]),
        action="Confirm the payment",
    )


@notice_for("charge_plan.postponed")
def attempt_failed(event: Event) -> Iterable[Notice]:
    plan: ChargePlan = event.subject
    yield _pay_otherwise(
        plan,
        subject_line("{} could not be charged {}", plan.method, plan.escrow.money),
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
        f"{plan.escrow.money} with another method: “{plan.escrow.title}” is not funded "
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
