"""Attempts to pay an escrow: whatever the processor says about one is taken over here.

Webhooks, the page after the checkout and our own answers all come through `apply_payment`.
States never go back, and ledger keys are the processor's ids, so each thing is posted once.
"""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.events import record
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.locks import lock
from marketplace.core.data.money import Money
from marketplace.core.text.words import shortened
from payments.charges.errors import EscrowBeingFunded, EscrowNotAwaitingFunds
from payments.charges.models import Charge, Funding
from payments.charges.returns import RETURN_WORDS
from payments.charges.services.plan_outcomes import end_plan, follow_failure
from payments.charges.signals import charge_returned, escrow_funded, escrow_funding_failed
from payments.charges.states import CHARGE, UNFINISHED, ChargeState, ReturnReason
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.locks import lock_escrow
from payments.escrows.states import ESCROW, EscrowState
from payments.ledger.chart import CHARGE_SETTLED, CHARGE_SUCCEEDED, AccountKind
from payments.ledger.services import ledger
from payments.payment_methods.models import method_name
from payments.stripe.gateway import Gateway
from payments.stripe.objects import Booking, Payment, PaymentState

RECEIVED = (ChargeState.SUCCEEDED, ChargeState.RETURNED, ChargeState.MISMATCHED)
AWAITING = (EscrowState.AWAITING_FUNDS, EscrowState.PROCESSING)
REMEMBERED = ["session_id", "hosted_url", "payment_intent_id", "charge_id", "paid_with"]
OTHER_REST = "{now} were to be paid by then, and {received} arrived."
CONVERTED = "The processor booked it in {now} instead of {was}, of which nobody could be paid."
GOES_BACK = "This payment goes back in full: {because}."


def refresh_charge(*, charge: Charge, gateway: Gateway) -> None:
    """Fetch the attempt to pay and take over what became of it."""
    if charge.session_id:
        apply_payment(charge, gateway.fetch_payment(charge.session_id))
    elif charge.payment_intent_id:
        apply_payment(charge, gateway.fetch_charge(charge.payment_intent_id))


def lock_payable(escrow: Escrow) -> None:
    """Lock an escrow that waits for its payment.

    Raises EscrowNotAwaitingFunds, or EscrowBeingFunded where the bank is at it.
    """
    lock_escrow(escrow)
    refuse_unpayable(escrow)


def refuse_unpayable(escrow: Escrow) -> None:
    """Raise as `lock_payable` does, of a locked escrow."""
    if escrow.state == EscrowState.PROCESSING:
        raise EscrowBeingFunded(title=escrow.title)
    if escrow.state != EscrowState.AWAITING_FUNDS:
        raise EscrowNotAwaitingFunds(title=escrow.title, state=escrow.get_state_display().lower())


@transaction.atomic
def apply_payment(charge: Charge, payment: Payment) -> None:
    """Take over a payment's state. Harmless when repeated, late or out of order.

    Side effects: ledger movements, `escrow_funded` or `escrow_funding_failed`; money that
    arrived for an escrow that does not wait for it any more goes back.
    """
    lock_escrow(charge.escrow)
    lock(charge)
    _remember(charge, payment)
    FOLLOW[payment.state](charge, payment)


def _remember(charge: Charge, payment: Payment) -> None:
    charge.session_id = payment.session_id or charge.session_id
    charge.hosted_url = payment.url or charge.hosted_url
    charge.payment_intent_id = payment.payment_intent_id or charge.payment_intent_id
    charge.charge_id = payment.charge_id or charge.charge_id
    if payment.used is not None:
        name = method_name(payment.used.kind, payment.used.brand)
        ending = f" •• {payment.used.last4}" if payment.used.last4 else ""
        charge.paid_with = f"{shortened(name, 80 - len(ending))}{ending}"
    charge.save(update_fields=REMEMBERED)


def _paid(charge: Charge, payment: Payment) -> None:
    if charge.state not in RECEIVED:
        _receive(charge, payment)
    _settle(charge, payment)


def _receive(charge: Charge, payment: Payment) -> None:
    """Every payment is booked; what fits nothing goes back the way it came."""
    received = Money(payment.amount_received, payment.currency)
    changes: dict[str, object] = {"amount_received": received.minor, "problem": ""}
    ledger.post(
        CHARGE_SUCCEEDED,
        key=f"charge_succeeded:{payment.payment_intent_id}",
        currency=received.currency,
        amounts={"amount": received.minor},
        owners={AccountKind.HELD: charge.escrow_id},
    )
    if charge.escrow.state not in AWAITING:
        _return(charge, received, "returned", _no_need(charge.escrow), changes)
    elif misfit := _misfit(charge, payment):
        reason, problem = misfit
        _return(charge, received, "mismatched", reason, changes | {"problem": problem})
    else:
        CHARGE.move(charge, "succeeded", actor=SYSTEM, changes=changes)
        _fund(charge.escrow, charge)
        enqueue("payments.issue_receipt", charge_id=charge.pk)


def _no_need(escrow: Escrow) -> ReturnReason:
    """Why an escrow that does not wait for a payment takes none."""
    if escrow.state == EscrowState.CANCELLED:
        return ReturnReason(escrow.cancel_reason)
    is_given_back = escrow.state in (EscrowState.REFUNDED, EscrowState.RECALLED)
    return ReturnReason.GIVEN_BACK if is_given_back else ReturnReason.PAID_TWICE


def _misfit(charge: Charge, payment: Payment) -> tuple[ReturnReason, str] | None:
    """Why a payment does not fund what it was made for, with the figures; None if it does."""
    received = Money(payment.amount_received, payment.currency)
    if received != charge.money:
        is_other_money = received.currency != charge.currency
        reason = ReturnReason.OTHER_CURRENCY if is_other_money else ReturnReason.OTHER_AMOUNT
        return reason, f"{received} arrived instead of {charge.money}."
    if (now := charge.escrow.to_charge) != received:
        return ReturnReason.OTHER_AMOUNT, OTHER_REST.format(now=now, received=received)
    if payment.booking and payment.booking.currency != charge.currency:
        converted = CONVERTED.format(was=charge.currency, now=payment.booking.currency)
        return ReturnReason.CONVERTED, converted
    return None


def _return(
    charge: Charge,
    received: Money,
    verb: str,
    reason: ReturnReason,
    changes: dict[str, object],
) -> None:
    because = str(changes["problem"]) or RETURN_WORDS[reason].because
    why = GOES_BACK.format(because=because.rstrip("."))
    told = {"reason": reason.value, "amount": received.minor}
    changes = changes | {"return_reason": reason.value}
    CHARGE.move(charge, verb, actor=SYSTEM, why=why, changes=changes, particulars=told)
    if charge.escrow.state == EscrowState.PROCESSING:
        ESCROW.move(charge.escrow, "payment_failed", actor=SYSTEM, why=why)
    charge_returned.send(sender=Charge, charge=charge, amount=received, why=why)


def _fund(escrow: Escrow, charge: Charge) -> None:
    """Where other escrows had something left for it, each charge has its funding."""
    if escrow.carried_in:
        Funding.objects.create(escrow=escrow, charge=charge, amount=charge.amount)
    hold(escrow, by_charge=charge)


def hold(escrow: Escrow, *, by_charge: Charge | None = None) -> None:
    """All of a locked escrow is there. Side effects: an event, `escrow_funded`."""
    ESCROW.move(escrow, "funded", actor=SYSTEM, changes={"funded_at": timezone.now()})
    end_plan(escrow, by_charge=by_charge)
    escrow_funded.send(sender=Escrow, escrow=escrow)


def _settle(charge: Charge, payment: Payment) -> None:
    """The booking may be known only later; `charge.updated` brings it."""
    booking = payment.booking
    if booking is None:
        return
    posted = ledger.post(
        CHARGE_SETTLED,
        key=f"charge_settled:{booking.id}",
        currency=booking.currency,
        amounts={"net": booking.net, "fee": booking.fee},
    )
    if posted.is_new and booking.currency != payment.currency:
        _note_conversion(charge, booking)


def _note_conversion(charge: Charge, booking: Booking) -> None:
    """One that was held before its booking was known is left to staff: work may have begun."""
    charge.booked, charge.booked_currency = booking.amount, booking.currency
    charge.save(update_fields=["booked", "booked_currency"])
    if charge.state == ChargeState.SUCCEEDED:
        why = CONVERTED.format(was=charge.currency, now=booking.currency)
        charge.problem = why
        charge.save(update_fields=["problem"])
        record("charge.converted", subject=charge, actor=SYSTEM, why=why)


def _challenged(charge: Charge, payment: Payment) -> None:
    """The payer is told where they are not on the way to their bank's page already."""
    if charge.state == ChargeState.OPEN:
        told = {"is_payer_absent": not payment.url}
        CHARGE.move(charge, "challenged", actor=SYSTEM, particulars=told)


def _processing(charge: Charge, payment: Payment) -> None:
    if charge.state in (ChargeState.OPEN, ChargeState.CHALLENGED):
        CHARGE.move(charge, "processing", actor=SYSTEM)
        if charge.escrow.state == EscrowState.AWAITING_FUNDS:
            ESCROW.move(charge.escrow, "processing", actor=SYSTEM)


def _open(charge: Charge, payment: Payment) -> None:
    """A declined card leaves the checkout open: the payer may try another one there."""
    if charge.state == ChargeState.OPEN and payment.declined_id not in ("", charge.declined_id):
        _tell_failure(charge, payment, "declined")


def _failed(charge: Charge, payment: Payment) -> None:
    if charge.state in UNFINISHED:
        _tell_failure(charge, payment, "failed")


def _tell_failure(charge: Charge, payment: Payment, verb: str) -> None:
    changes = {"declined_id": payment.declined_id, "problem": payment.problem}
    CHARGE.move(charge, verb, actor=SYSTEM, why=payment.problem, changes=changes)
    if charge.escrow.state in AWAITING:
        told = {"is_by_plan": charge.plan_id is not None}
        ESCROW.move(
            charge.escrow, "payment_failed", actor=SYSTEM, why=payment.problem, particulars=told
        )
        escrow_funding_failed.send(sender=Escrow, escrow=charge.escrow, sentence=payment.problem)
    if verb == "failed":
        follow_failure(charge, payment.problem)


def _expired(charge: Charge, payment: Payment) -> None:
    if charge.state in (ChargeState.OPEN, ChargeState.CHALLENGED):
        CHARGE.move(charge, "expired", actor=SYSTEM)


FOLLOW: dict[PaymentState, Callable[[Charge, Payment], None]] = {
    PaymentState.OPEN: _open,
    PaymentState.PROCESSING: _processing,
    PaymentState.CHALLENGED: _challenged,
    PaymentState.PAID: _paid,
    PaymentState.FAILED: _failed,
    PaymentState.EXPIRED: _expired,
}
