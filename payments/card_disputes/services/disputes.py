"""Card disputes: whatever the processor says about one is taken over here.

Harmless when repeated, late or out of order: bookings are posted under their own ids, states
never go back, and what is frozen follows from the states of all disputes of the charge.
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from marketplace.core.data.money import Money
from payments.card_disputes.models import CardDispute
from payments.card_disputes.queries import frozen_since, is_escrow_frozen, is_frozen
from payments.card_disputes.services.locks import lock_holders
from payments.card_disputes.services.losses import book_loss, undo_loss
from payments.card_disputes.signals import escrow_disputed, escrow_undisputed
from payments.card_disputes.states import CARD_DISPUTE, CardDisputeState
from payments.charges.models import Charge
from payments.charges.services.carries import carry_back
from payments.charges.services.charges import RECEIVED, refresh_charge
from payments.charges.states import ChargeState
from payments.escrows.models.escrows import Escrow
from payments.escrows.states import ESCROW, UNPAID, EscrowState
from payments.ledger.chart import DISPUTE_WITHDRAWN, dispute_movement, fee_amounts
from payments.ledger.services import ledger
from payments.refunds.services.refunds import refund_recalled
from payments.stripe.gateway import Gateway
from payments.stripe.objects import Booking, SeenDispute

S = CardDisputeState
# From where we are towards what was seen, one move at a time. Nothing leads back.
ROAD = {
    (S.INQUIRY, S.CLOSED): "closed",
    **{
        (start, seen): "escalated"
        for start in (S.INQUIRY, S.CLOSED)
        for seen in (S.NEEDS_RESPONSE, S.UNDER_REVIEW, S.WON, S.LOST)
    },
    (S.NEEDS_RESPONSE, S.UNDER_REVIEW): "submitted",
    **{(start, S.WON): "won" for start in (S.NEEDS_RESPONSE, S.UNDER_REVIEW)},
    **{(start, S.LOST): "lost" for start in (S.NEEDS_RESPONSE, S.UNDER_REVIEW)},
    (S.LOST, S.WON): "overturned",
}
ENDS = ("closed", "won", "lost", "overturned")

DISPUTED = "A bank disputes the payment that it came from."
UNKNOWN = "A bank disputes a payment that is not in our books."
NOT_BOOKED = "A bank disputes a payment of another amount or currency, which is not in our books."
OTHER_CURRENCY = "A card dispute was booked in another currency than the payment's."
LOST_LATER = "A card dispute that was won is reported as lost."
PARTLY_BACK = "A card dispute was won, and not all of its money is back."


def refresh_card_dispute(*, processor_id: str, gateway: Gateway) -> str:
    """Fetch a dispute and take it over; returns why a person must look, or nothing."""
    seen = gateway.fetch_dispute(processor_id)
    charge = disputed_charge(seen, gateway)
    if charge is None:
        return UNKNOWN
    if charge.state not in RECEIVED:
        refresh_charge(charge=charge, gateway=gateway)
        charge.refresh_from_db()
    if charge.state not in RECEIVED:
        return NOT_BOOKED
    return take_over_dispute(charge, seen)


@transaction.atomic
def take_over_dispute(charge: Charge, seen: SeenDispute) -> str:
    """Take over a dispute's state and money; returns why a person must look, or nothing.

    Side effects: ledger movements, events, `escrow_disputed`, `escrow_undisputed` or
    `escrow_charged_back`; a refund that waited for the bank's decision.
    """
    if {seen.currency, *(booked.currency for booked in seen.bookings)} != {charge.currency}:
        return OTHER_CURRENCY
    holders = lock_holders(charge)
    dispute = _row_of(charge, seen)
    for booked in seen.bookings:
        _book(dispute, booked)
    _follow(dispute, seen)
    _freeze_or_thaw(charge, holders)
    book_loss(dispute, charge, holders)
    undo_loss(dispute, charge, holders)
    _freeze_or_thaw(charge, holders)
    for escrow in holders:
        refund_recalled(escrow=escrow, why="The bank has decided about the payment.")
    return _problem_of(dispute, seen)


def _row_of(charge: Charge, seen: SeenDispute) -> CardDispute:
    """The row behind what was seen, locked; the escrow's lock lets only one be made."""
    dispute = CardDispute.objects.filter(processor_id=seen.id).first()
    if dispute is not None:
        lock(dispute)
        return dispute
    is_inquiry = seen.state in (S.INQUIRY, S.CLOSED)
    dispute = CardDispute.objects.create(
        charge=charge,
        processor_id=seen.id,
        currency=seen.currency,
        amount=seen.amount,
        reason=seen.reason[:64],
        state=S.INQUIRY if is_inquiry else S.NEEDS_RESPONSE,
        is_refundable=seen.is_refundable,
        evidence_due_at=seen.due_at,
    )
    verb = "card_dispute.inquired" if is_inquiry else "card_dispute.opened"
    told = {"amount": seen.amount, "reason": seen.reason}
    record(verb, subject=dispute, actor=SYSTEM, to_state=dispute.state, particulars=told)
    return dispute


def _book(dispute: CardDispute, booked: Booking) -> None:
    """Post one line of the processor's book: what the bank took is below zero, with its fee."""
    if not booked.amount and not booked.fee:
        return
    movement = dispute_movement(net=booked.net, fee=booked.fee)
    amount = abs(booked.amount)
    posted = ledger.post(
        movement,
        key=f"{movement.code}:{booked.id}",
        currency=dispute.currency,
        amounts={"amount": amount, **fee_amounts(booked.fee)},
    )
    if posted.is_new:
        counted = "withdrawn" if movement is DISPUTE_WITHDRAWN else "reinstated"
        setattr(dispute, counted, getattr(dispute, counted) + amount)
        dispute.fee += booked.fee
        dispute.save(update_fields=[counted, "fee"])


def _follow(dispute: CardDispute, seen: SeenDispute) -> None:
    while verb := ROAD.get((S(dispute.state), S(seen.state))):
        ended = {"closed_at": timezone.now()} if verb in ENDS else {"closed_at": None}
        told = {"amount": dispute.amount}
        CARD_DISPUTE.move(dispute, verb, actor=SYSTEM, changes=ended, particulars=told)
    if dispute.state == seen.state:
        dispute.is_refundable, dispute.evidence_due_at = seen.is_refundable, seen.due_at
        dispute.amount, dispute.reason = seen.amount, seen.reason[:64]
        dispute.save(update_fields=["is_refundable", "evidence_due_at", "amount", "reason"])


def _freeze_or_thaw(charge: Charge, holders: list[Escrow]) -> None:
    """What holds money of a paid charge rests for as long as any bank disputes it.

    What was carried on, and has paid for nothing yet, goes back to where it came from first.
    """
    if charge.state != ChargeState.SUCCEEDED:
        return
    if len(holders) > 1 and is_frozen(charge):
        _carry_back(charge, holders)
    for escrow in holders:
        _freeze_or_thaw_one(escrow, charge)


def _carry_back(charge: Charge, holders: list[Escrow]) -> None:
    held_by = {escrow.pk: escrow for escrow in holders}
    for target in holders:
        if target.state in UNPAID:
            for funding in target.fundings.filter(charge=charge):
                source = held_by[funding.carried_from_id or 0]
                carry_back(funding, source=source, target=target, why=DISPUTED)


def _freeze_or_thaw_one(escrow: Escrow, charge: Charge) -> None:
    if escrow.state not in (EscrowState.HELD, EscrowState.DISPUTED):
        return
    frozen = is_escrow_frozen(escrow) if escrow.carried_in else is_frozen(charge)
    if frozen and escrow.state == EscrowState.HELD:
        ESCROW.move(escrow, "disputed", actor=SYSTEM, particulars={"amount": escrow.left})
        escrow_disputed.send(sender=Escrow, escrow=escrow)
    elif not frozen and escrow.state == EscrowState.DISPUTED:
        ESCROW.move(escrow, "undisputed", actor=SYSTEM, particulars={"amount": escrow.left})
        escrow_undisputed.send(sender=Escrow, escrow=escrow, since=frozen_since(escrow))


def _problem_of(dispute: CardDispute, seen: SeenDispute) -> str:
    if (dispute.state, seen.state) == (S.WON, S.LOST):
        return LOST_LATER
    if dispute.state == S.WON and dispute.reinstated and dispute.at_bank > 0:
        return f"{PARTLY_BACK} Missing: {Money(dispute.at_bank, dispute.currency)}."
    return ""


def disputed_charge(seen: SeenDispute, gateway: Gateway) -> Charge | None:
    """By the ids that the dispute names, or by its checkout, whose end we may not know yet."""
    known = Q(pk=None)
    if seen.charge_id:
        known |= Q(charge_id=seen.charge_id)
    if seen.payment_intent_id:
        known |= Q(payment_intent_id=seen.payment_intent_id)
    charge = Charge.objects.filter(known).first()
    if charge is None and seen.payment_intent_id:
        session = gateway.session_of(seen.payment_intent_id)
        charge = Charge.objects.filter(session_id=session).first() if session else None
    return charge
