"""The inbox of webhooks: each is stored, and then only a hint to fetch the object again."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.jobs import enqueue, enqueue_once
from marketplace.core.data.locks import lock
from marketplace.core.data.money import Money
from payments.card_disputes.services.disputes import refresh_card_dispute
from payments.charges.models import Charge
from payments.charges.services.charges import apply_payment, refresh_charge
from payments.payment_methods.services.methods import refresh_method
from payments.payment_methods.services.setups import refresh_setup
from payments.payouts.queries.payouts import reversed_by_us
from payments.payouts.services.bank_payouts import refresh_bank_payout
from payments.payouts.services.payees import refresh_payee
from payments.reconciliation.services.platform_funds import take_over_platform_funds
from payments.refunds.services.refunds import refresh_refund
from payments.stripe import answers as stripe_answers
from payments.stripe.gateway import Gateway, gateway_for_worker, read_event
from payments.stripe.objects import ProcessorEvent
from payments.webhooks.models import StripeEvent
from payments.webhooks.queries import (
    charge_behind,
    charge_refunded_by_hand,
    payee_behind,
    payee_of_account,
    payout_behind,
    refund_behind,
    setup_behind,
)
from payments.webhooks.states import STRIPE_EVENT, StripeEventState

UNMATCHED = "It carries our marks, and nothing in our books stands behind it."
# A parked event is tried again after this, then ever later.
FIRST_RETRY = timedelta(minutes=1)
LONGEST_RETRY = timedelta(days=1)
RETRIED_FOR = timedelta(days=30)


def receive_event(*, body: bytes, signature: str) -> StripeEvent:
    """Store a signed webhook once and promise to process it. Raises SignatureInvalid."""
    return keep_event(read_event(body, signature), json.loads(body))[0]


def keep_event(event: ProcessorEvent, payload: Mapping[str, Any]) -> tuple[StripeEvent, bool]:
    """Store an event once, whoever brings it; returns whether it is new. Side effect: a job."""
    try:
        with transaction.atomic():
            # Nearly every one is new: looking for it first would cost each of them a query.
            stored = StripeEvent.objects.create(
                event_id=event.id,
                type=event.type,
                object_id=event.object_id,
                is_thin=event.is_thin,
                payload=payload,
            )
            enqueue("payments.process_event", event_id=stored.pk)
    except IntegrityError:
        return StripeEvent.objects.get(event_id=event.id), False
    return stored, True


def process_event(*, event_id: int) -> None:
    """Fetch what the event is about and take its state over. Calls the processor.

    What no rule covers is parked: tried again ever later, and shown to staff. A processor that
    is away raises, and the job comes again.
    """
    stored = StripeEvent.objects.get(pk=event_id)
    if stored.state == StripeEventState.DONE:
        return
    event = stripe_answers.event(stored.payload)
    problem = _follower_of(event)(event, gateway_for_worker())
    with transaction.atomic():
        lock(stored)
        if stored.state != StripeEventState.DONE:
            _conclude(stored, problem)


def _conclude(stored: StripeEvent, problem: str) -> None:
    if not problem:
        changes = {"problem": "", "next_try_at": None, "processed_at": timezone.now()}
        STRIPE_EVENT.move(stored, "processed", actor=SYSTEM, changes=changes)
        return
    waits = {
        "problem": problem,
        "attempts": stored.attempts + 1,
        "next_try_at": _next_try(stored),
        "processed_at": timezone.now(),
    }
    if stored.state == StripeEventState.RECEIVED:
        STRIPE_EVENT.move(stored, "parked", actor=SYSTEM, why=problem, changes=waits)
    else:
        StripeEvent.objects.filter(pk=stored.pk).update(**waits)


def _next_try(stored: StripeEvent) -> datetime | None:
    """Ever later, and in the end never: what is a month old only a person can settle."""
    now = timezone.now()
    wait = min(FIRST_RETRY * 2 ** min(stored.attempts, 12), LONGEST_RETRY)
    return now + wait if now - stored.received_at < RETRIED_FOR else None


def retry_parked_events() -> int:
    """Try every parked event again whose time has come; returns how many. Side effect: jobs.

    What one lacked may have come: our own row, the rest of the money, a decision of staff.
    """
    due = StripeEvent.objects.filter(state=StripeEventState.PARKED, next_try_at__lte=timezone.now())
    events = list(due.order_by("next_try_at").values_list("pk", flat=True)[:100])
    for event_id in events:
        enqueue_once("payments.process_event", event_id=event_id)
    return len(events)


@transaction.atomic
def retry_event(*, event: StripeEvent, by: Actor, why: str) -> None:
    """Staff: process a parked event again. Side effect: a job."""
    STRIPE_EVENT.move(event, "retried", actor=by, why=why)
    enqueue("payments.process_event", event_id=event.pk)


# Each follower returns why a person must look, or nothing. An object that no row of ours
# stands behind, and that does not carry our marks, belongs to something else that uses the
# same account: no concern of ours.


def _unmatched(event: ProcessorEvent) -> str:
    """Made by us, and unknown here: as after a backup was restored that is older than it."""
    return UNMATCHED if event.marks.get("operation") else ""


def _follow_charge(event: ProcessorEvent, gateway: Gateway) -> str:
    charge = charge_behind(event)
    if charge is None:
        return _unmatched(event)
    if charge.session_id or charge.payment_intent_id:
        refresh_charge(charge=charge, gateway=gateway)
    else:
        _meet_charge(charge, event, gateway)
    return ""


def _meet_charge(charge: Charge, event: ProcessorEvent, gateway: Gateway) -> None:
    """The event came before our own answer was stored, so it tells us what to fetch."""
    if charge.method_id:
        apply_payment(charge, gateway.fetch_charge(event.parent_id or event.object_id))
        return
    if event.type.startswith("checkout.session."):
        session_id: str | None = event.object_id
    else:
        session_id = gateway.session_of(event.parent_id or event.object_id)
    if session_id:
        apply_payment(charge, gateway.fetch_payment(session_id))


def _follow_session(event: ProcessorEvent, gateway: Gateway) -> str:
    """A hosted page takes a payment or saves a method."""
    setup = setup_behind(event)
    if setup is None:
        return _follow_charge(event, gateway)
    refresh_setup(setup=setup, gateway=gateway, session_id=event.object_id)
    return ""


def _follow_setup_intent(event: ProcessorEvent, gateway: Gateway) -> str:
    setup = setup_behind(event)
    if setup is None:
        return _unmatched(event)
    refresh_setup(setup=setup, gateway=gateway)
    return ""


def _follow_method(event: ProcessorEvent, gateway: Gateway) -> str:
    refresh_method(processor_id=event.object_id, gateway=gateway)
    return ""


def _follow_refund(event: ProcessorEvent, gateway: Gateway) -> str:
    refund = refund_behind(event)
    if refund is None:
        return _unmatched(event) or _refunded_by_hand(event)
    refresh_refund(refund=refund, processor_id=event.object_id, gateway=gateway)
    return ""


def _refunded_by_hand(event: ProcessorEvent) -> str:
    charge = charge_refunded_by_hand(event)
    return f"{charge.money} or a part was refunded by hand at the processor." if charge else ""


def _follow_transfer(event: ProcessorEvent, gateway: Gateway) -> str:
    """Our own calls record the transfer and what they take back; only more than that is news."""
    payout = payout_behind(event)
    if payout is None:
        return _unmatched(event)
    seen = gateway.fetch_transfer(event.object_id)
    by_hand = seen.reversed - reversed_by_us(payout)
    if by_hand <= 0:
        return ""
    part = Money(by_hand, payout.currency)
    return f"{part} of the transfer of {payout.money} was reversed by hand at the processor."


def _follow_account(event: ProcessorEvent, gateway: Gateway) -> str:
    payee = payee_behind(event)
    if payee:
        refresh_payee(payee=payee, gateway=gateway)
    return ""


def _follow_dispute(event: ProcessorEvent, gateway: Gateway) -> str:
    return refresh_card_dispute(processor_id=event.object_id, gateway=gateway)


def _follow_bank_payout(event: ProcessorEvent, gateway: Gateway) -> str:
    payee = payee_of_account(event)
    if payee:
        refresh_bank_payout(payee=payee, processor_id=event.object_id, gateway=gateway)
    return ""


def _follow_own_funds(event: ProcessorEvent, gateway: Gateway) -> str:
    """Between our own balance and our own bank."""
    take_over_platform_funds(source=event.object_id, gateway=gateway)
    return ""


def _ignore(event: ProcessorEvent, gateway: Gateway) -> str:
    return ""


Follower = Callable[[ProcessorEvent, Gateway], str]

# The first prefix that fits decides.
FOLLOWERS: tuple[tuple[str, Follower], ...] = (
    ("charge.dispute.", _follow_dispute),
    ("charge.refund.", _follow_refund),
    ("refund.", _follow_refund),
    ("checkout.session.", _follow_session),
    ("setup_intent.", _follow_setup_intent),
    ("payment_method.", _follow_method),
    ("payment_intent.", _follow_charge),
    ("charge.", _follow_charge),
    ("transfer.", _follow_transfer),
    ("payout.", _follow_own_funds),
    ("topup.", _follow_own_funds),
    ("v2.core.account", _follow_account),
)


# What happens on a payee's account is told under the same names, and is no business of our own
# balance: only payouts to their bank are followed.
ON_ACCOUNTS: tuple[tuple[str, Follower], ...] = (("payout.", _follow_bank_payout),)


def is_followed(event: ProcessorEvent) -> bool:
    """Whether an event of this type can change anything here."""
    return _follower_of(event) is not _ignore


def _follower_of(event: ProcessorEvent) -> Follower:
    followers = ON_ACCOUNTS if event.account_id else FOLLOWERS
    matching = (follow for prefix, follow in followers if event.type.startswith(prefix))
    return next(matching, _ignore)
