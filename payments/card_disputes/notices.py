"""Who hears of a card dispute, and what it means for each: both sides, and staff who answer."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from accounts.letters.texts import Body, Quotation, Subject, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from accounts.organisations.queries import paying_members
from accounts.people.models import User
from marketplace.core.data.models import Event
from marketplace.core.text.moments import moment
from payments.card_disputes.models import CardDispute
from payments.escrows.notices.people import staff

WAIT = "The bank decides, usually within 60 to 75 days."


def _to(people: list[User], dispute: CardDispute, subject: Subject, body: Body) -> Notice:
    return Notice(
        recipients=people,
        kind=NoticeKind.MONEY,
        subject=subject,
        body=body,
        url=reverse("payments:escrow", args=[dispute.escrow.public_id]),
        action="See the money",
    )


def _to_staff(dispute: CardDispute, subject: Subject, body: str, action: str) -> Notice:
    return Notice(
        recipients=staff(),
        kind=NoticeKind.MONEY,
        subject=subject,
        body=body,
        url=reverse("payments:staff_card_dispute", args=[dispute.public_id]),
        action=action,
    )


def _on_work(template: str, dispute: CardDispute, *words: object) -> Subject:
    """`template` filled with `words`, its last `{}` with what was paid for."""
    return subject_line(template, *words, dispute.escrow.title)


def _until(dispute: CardDispute) -> str:
    due = dispute.evidence_due_at
    return f"Evidence is due on {moment(due)}." if due else "No deadline is known."


@notice_for("card_dispute.opened", "card_dispute.escalated")
def opened(event: Event) -> Iterable[Notice]:
    dispute: CardDispute = event.subject
    escrow = dispute.escrow
    subject = _on_work("A bank disputes the payment for “{}”", dispute)
    yield _to(
        paying_members(escrow.payer),
        dispute,
        subject,
        f"The card holder’s bank disputes {dispute.money}. {dispute.reason_words} Nothing that is "
        f"held moves until it decides. {WAIT} If nobody of yours meant this, tell the bank that "
        "the payment is right: that ends it soonest.",
    )
    yield _to(
        [escrow.payee],
        dispute,
        subject,
        f"The card holder’s bank disputes {dispute.money}. {dispute.reason_words} Nothing that is "
        f"held moves until it decides. {WAIT} Our staff answer the bank with the signed terms and "
        "everything you delivered here. What was released to you stays yours meanwhile.",
    )
    yield _to_staff(
        dispute,
        subject_line("Answer a bank: {} is disputed", dispute.money),
        f"{dispute}. {dispute.reason_words} {_until(dispute)} Without evidence it is lost.",
        "Answer the bank",
    )


@notice_for("card_dispute.inquired")
def inquired(event: Event) -> Iterable[Notice]:
    dispute: CardDispute = event.subject
    yield _to(
        paying_members(dispute.escrow.payer),
        dispute,
        _on_work("A bank asks about the payment for “{}”", dispute),
        f"{dispute.reason_words} No money has moved. If the payment is right, tell the bank so, "
        "before its question becomes a dispute.",
    )
    yield _to_staff(
        dispute,
        subject_line("Answer a bank’s question about {}", dispute.money),
        f"{dispute}. {dispute.reason_words} {_until(dispute)} It may become a dispute.",
        "Answer the bank",
    )


@notice_for("card_dispute.due_soon")
def due_soon(event: Event) -> Iterable[Notice]:
    dispute: CardDispute = event.subject
    due = datetime.fromisoformat(event.particulars["due"])
    days = event.particulars["days"]
    yield _to_staff(
        dispute,
        subject_line(
            "{} left to answer a bank about {}",
            "One day" if days == 1 else f"{days} days",
            dispute.money,
        ),
        f"{dispute}. Evidence is due on {moment(due)}. Without it the dispute is lost.",
        "Answer the bank",
    )


@notice_for("card_dispute.evidence_refused")
def evidence_refused(event: Event) -> Iterable[Notice]:
    dispute: CardDispute = event.subject
    yield _to_staff(
        dispute,
        subject_line("The bank has no evidence yet about {}", dispute.money),
        f"{event.why} {_until(dispute)} Try again.",
        "Try again",
    )


@notice_for("card_dispute.won", "card_dispute.closed", "card_dispute.overturned")
def won(event: Event) -> Iterable[Notice]:
    dispute: CardDispute = event.subject
    escrow = dispute.escrow
    yield _to(
        [escrow.payee, *paying_members(escrow.payer)],
        dispute,
        _on_work("The payment for “{}” stands", dispute),
        f"The bank has decided: the payment of {dispute.charge.money} stands. What was frozen is "
        "held again and goes on as agreed.",
    )
    if event.verb == "card_dispute.overturned":
        yield _to_staff(
            dispute,
            subject_line("A lost card dispute was won after all: {}", dispute.money),
            "See where what came back goes: what the freelancer bore they have again; what had "
            "been held is held again, for you to settle.",
            "Look at it",
        )


@notice_for("card_dispute.lost")
def lost(event: Event) -> Iterable[Notice]:
    dispute: CardDispute = event.subject
    escrow = dispute.escrow
    yield _to(
        paying_members(escrow.payer),
        dispute,
        _on_work("The bank gives back {} for “{}”", dispute, dispute.money),
        f"The bank has decided for the card holder and gives {dispute.money} back. What was held "
        "for this work is gone with it.",
    )
    yield _to(
        [escrow.payee],
        dispute,
        _on_work("The dispute about “{}” was lost", dispute),
        f"The bank has decided for the card holder and took {dispute.money} back: first what was "
        "held. For work that had been approved and released Holdout stands at first; our staff "
        "decide on the evidence, and you hear of it.",
    )
    yield _to_staff(
        dispute,
        subject_line("A card dispute was lost: {}", dispute.money),
        f"{dispute}. If money had been released, decide who bears it.",
        "Look at it",
    )


@notice_for("card_dispute.borne_by_platform")
def borne_by_platform(event: Event) -> Iterable[Notice]:
    dispute: CardDispute = event.subject
    yield _to(
        [dispute.escrow.payee],
        dispute,
        _on_work("You keep what was released for “{}”", dispute),
        [
            f"Holdout bears the {dispute.released_loss} that the bank took back. The reason:",
            Quotation(event.why),
        ],
    )


@notice_for("card_dispute.borne_by_payee")
def borne_by_payee(event: Event) -> Iterable[Notice]:
    dispute: CardDispute = event.subject
    yield _to(
        [dispute.escrow.payee],
        dispute,
        _on_work("You bear the lost dispute about “{}”", dispute),
        [
            f"Our staff decided that {dispute.released_loss} of what was released to you, before "
            "the fee, goes back; Holdout returns its fee. It is kept of what was not sent yet, or "
            "taken back from your payout account; the rest you owe. A credit note corrects your "
            "fee invoice. The reason:",
            Quotation(event.why),
        ],
    )
