"""Every movement of one escrow's money, in words that both sides may read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from itertools import chain
from operator import or_
from typing import Any

from django.db.models import Model, Q, QuerySet

from marketplace.core.data.actors import CLIENT, FREELANCER
from marketplace.core.data.events import about, events_in_order
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from payments.escrows.models.escrows import Escrow
from payments.escrows.states import EscrowState

Amount = Callable[[Any, Event], Money]
Words = str | Callable[[Any], str]
BOTH = (CLIENT, FREELANCER)
TO_CLIENT, TO_FREELANCER = (CLIENT,), (FREELANCER,)


@dataclass(frozen=True)
class Line:
    """How one kind of event is told: the words, the tone, the amount, who sees the reason.

    What concerns one side alone is told to that side only, and to staff.
    """

    what: Words
    tone: str = "neutral"
    amount: Amount | None = None
    reason_for: tuple[str, ...] = BOTH
    told_to: tuple[str, ...] = BOTH

    def is_told(self, event: Event, side: str) -> bool:
        """Staff, who are on no side, are told everything."""
        return not side or side in self.told_to or was_told_before(event)

    def why(self, subject: Any, event: Event, side: str) -> str:
        """The reason in the words for this side; empty where it is not theirs to know."""
        words = getattr(subject, "return_words", None) if event.verb in RETURNED else None
        if words and side:
            return words.to_client if side == CLIENT else words.to_freelancer
        return event.why if not side or side in self.reason_for else ""


RETURNED = ("charge.returned", "charge.mismatched")


def was_told_before(event: Event) -> bool:
    """The payee had been told that a bank works on a payment: so they hear that it failed."""
    return event.verb == "escrow.payment_failed" and event.from_state == EscrowState.PROCESSING


@dataclass(frozen=True, kw_only=True)
class MovementLine:
    """One entry of the timeline."""

    what: str
    when: datetime
    who: str
    why: str
    tone: str
    amount: Money | None


def _goes_back(charge: Any) -> str:
    words = charge.return_words
    return f"A payment goes back: {words.because}" if words else "A payment goes back"


def _funded(escrow: Any) -> str:
    return "Funded and held" if escrow.carried_in else "Paid and held"


def _whole(subject: Any, event: Event) -> Money:
    """The part that the event names, or the whole of what it is about."""
    return Money(event.particulars.get("amount", subject.amount), subject.currency)


LINES = {
    "escrow.opened": Line("Waiting for the payment", "held", _whole),
    "escrow.processing": Line("Payment is being processed by the bank", "held", _whole),
    "escrow.payment_failed": Line(
        "A payment did not come through", "disputed", None, TO_CLIENT, TO_CLIENT
    ),
    "escrow.funded": Line(_funded, "held", _whole, ()),
    "escrow.part_carried_on": Line("A part pays for the next work", "held", _whole),
    "escrow.carried_on": Line("What was not used pays for the next work", "held", _whole),
    "escrow.carried_in": Line("Paid by what was not used before", "held", _whole),
    "escrow.carried_back": Line(
        "Does not pay for this any more: a bank disputes it", "disputed", _whole, ()
    ),
    "escrow.got_back": Line(
        "Does not pay for the next work any more: a bank disputes it", "disputed", _whole, ()
    ),
    "escrow.released": Line("Released to the freelancer, before the fee", "clearing", _whole),
    "escrow.review_began": Line("Delivered: the client reviews the work", "review"),
    "escrow.review_ended": Line("Back for changes: the money stays held", "held"),
    "escrow.part_released": Line("A part released, before the fee", "clearing", _whole),
    "escrow.cancelled": Line("Cancelled before it was paid"),
    "escrow.grown_old": Line("Held for a long time: both sides were reminded", "held"),
    "charge.opened": Line("Checkout opened", told_to=TO_CLIENT),
    "charge.begun": Line("A saved payment method is being charged", told_to=TO_CLIENT),
    "charge_plan.started": Line("A saved payment method is to be charged", told_to=TO_CLIENT),
    "charge_plan.given_up": Line(
        "The saved payment method is not tried any more",
        "disputed",
        None,
        TO_CLIENT,
        TO_CLIENT,
    ),
    "charge.challenged": Line(
        "The payer’s bank asks for a confirmation", "held", told_to=TO_CLIENT
    ),
    "charge.expired": Line("An unfinished payment was given up", told_to=TO_CLIENT),
    "charge.returned": Line(_goes_back, "neutral", _whole),
    "charge.mismatched": Line(_goes_back, "disputed"),
    "refund.decided": Line("On its way back to the client", "neutral", _whole),
    "refund.succeeded": Line("Refunded", "neutral", _whole),
    "refund.failed": Line("The refund failed; the money is held", "disputed", _whole, TO_CLIENT),
    "refund.retried": Line("The refund is sent again", "neutral", _whole, ()),
    "payout.cleared": Line("Clearing ended: available to the freelancer", "clearing", _whole),
    "payout.requested": Line("Being sent to the freelancer", "clearing", _whole),
    "payout.sent": Line("Sent to the freelancer", "paid", _whole),
    "payout.paid": Line("Arrived at the freelancer's bank", "paid", _whole),
    "payout.bank_refused": Line(
        "The freelancer's bank did not take it; it will be sent again",
        "disputed",
        _whole,
        (),
        TO_FREELANCER,
    ),
    "bank_payout.made": Line("On its way to your bank", "clearing", _whole),
    "bank_payout.left": Line("Handed to your bank", "clearing"),
    "bank_payout.paid": Line("Arrived at your bank", "paid", _whole),
    "bank_payout.failed": Line(
        "Your bank did not take it; the money is back in your Stripe account", "disputed", _whole
    ),
    "bank_payout.cancelled": Line(
        "Cancelled; the money is back in your Stripe account", "neutral", _whole
    ),
    "payout.failed": Line(
        "The payout did not go through", "disputed", _whole, TO_FREELANCER, TO_FREELANCER
    ),
    "payout.reversed": Line(
        "All of it came back from the freelancer's account",
        "disputed",
        _whole,
        told_to=TO_FREELANCER,
    ),
    "payout.part_reversed": Line(
        "A part came back from the freelancer's account", "held", _whole, told_to=TO_FREELANCER
    ),
    "payout.withheld": Line(
        "Not sent: kept for a payment that was taken back", "held", _whole, told_to=TO_FREELANCER
    ),
    "payout.part_withheld": Line(
        "A part was kept for a payment that was taken back", "held", _whole, told_to=TO_FREELANCER
    ),
    "escrow.recalled": Line("A release is taken back, before the fee", "disputed", _whole),
    "reversal.asked": Line("Being taken back from the freelancer's account", "held", _whole),
    "reversal.refused": Line(
        "It could not be taken back: the freelancer owes it",
        "disputed",
        _whole,
        told_to=TO_FREELANCER,
    ),
    "escrow.undisputed": Line("Held again: the bank has decided", "held", _whole, ()),
    "escrow.charged_back": Line("The bank took back what was held", "disputed", _whole),
    "escrow.part_charged_back": Line(
        "The bank took a part back; the rest is held again", "disputed", _whole
    ),
    "escrow.loss_recovered": Line(
        "The freelancer bears the lost dispute, before the fee",
        "disputed",
        _whole,
        told_to=TO_FREELANCER,
    ),
    "escrow.loss_returned": Line(
        "Given back to the freelancer: the dispute was won after all",
        "clearing",
        _whole,
        told_to=TO_FREELANCER,
    ),
    "escrow.held_again": Line("Held again: the dispute was won after all", "held", _whole),
    "card_dispute.inquired": Line("The bank asks about the payment; no money moved", "held"),
    "card_dispute.opened": Line(
        "The card holder’s bank disputes the payment. Nothing held moves until it decides, "
        "usually within 60 to 75 days",
        "disputed",
        _whole,
    ),
    "card_dispute.escalated": Line(
        "The bank’s question became a dispute. Nothing held moves until it decides",
        "disputed",
        _whole,
    ),
    "card_dispute.submitted": Line("Holdout has answered the bank", "held"),
    "card_dispute.answered": Line("Holdout has answered the bank’s question", "held"),
    "card_dispute.closed": Line("The bank closed its question; the payment stands", "paid"),
    "card_dispute.won": Line("The dispute at the bank was won: the payment stands", "paid"),
    "card_dispute.lost": Line("The dispute at the bank was lost", "disputed", _whole),
    "card_dispute.overturned": Line("The bank changed its mind: the dispute was won", "paid"),
    "card_dispute.borne_by_platform": Line(
        "Holdout bears what had been released", "neutral", _whole, (), TO_FREELANCER
    ),
}


def movements_of(escrow: Escrow, *, side: str = "") -> list[MovementLine]:
    """Newest first, as `side` may read it; without a side all of it, as staff do.

    What concerns one side alone, such as declined cards or a refused payout, is told to no other.
    """
    belonging = _belonging(escrow)
    own = Q(subject_type=escrow._meta.label_lower, subject_id=escrow.pk)
    events = list(events_in_order(reduce(or_, map(about, belonging), own)))
    happened = {event.subject_type for event in events}
    rows = (found for found in belonging if found.model._meta.label_lower in happened)
    return told_of([escrow, *chain.from_iterable(rows)], side, events)


def _belonging(escrow: Escrow) -> list[QuerySet[Any]]:
    """What moves its money: by their relations, for these nouns know this one."""
    charges, payouts = escrow.charges.all(), escrow.payouts.all()
    paying = charges
    if escrow.carried_in:
        # Charges of other escrows, with what was left of which this one is paid.
        own = Q(escrow=escrow) | Q(pk__in=escrow.fundings.values("charge"))
        paying = charges.model._default_manager.filter(own)
    below = [_below(paying, "card_disputes"), _below(payouts, "reversals")]
    return [charges, escrow.charge_plans.all(), payouts, escrow.refunds.all(), *below]


def _below(rows: QuerySet[Any], relation: str) -> QuerySet[Any]:
    way: Any = rows.model._meta.get_field(relation)
    return way.related_model._default_manager.filter(**{f"{way.field.name}__in": rows})


def told_of(subjects: Iterable[Model], side: str, events: Iterable[Event]) -> list[MovementLine]:
    """Of the `events` of these subjects, oldest first, what `side` may read, newest first."""
    found = {(subject._meta.label_lower, subject.pk): subject for subject in subjects}
    told = [
        _line(found[event.subject_type, event.subject_id], event, side)
        for event in events
        if event.verb in LINES and LINES[event.verb].is_told(event, side)
    ]
    return told[::-1]


def _line(subject: Model, event: Event, side: str) -> MovementLine:
    line = LINES[event.verb]
    return MovementLine(
        what=line.what if isinstance(line.what, str) else line.what(subject),
        when=event.at,
        who=str(event.actor) if event.actor else "Holdout",
        why=line.why(subject, event, side),
        tone=line.tone,
        amount=line.amount(subject, event) if line.amount else None,
    )
