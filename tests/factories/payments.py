"""Escrows in every state, made by the services; the processor's answers are told, not called."""

import itertools
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from marketplace.core.data.actors import SYSTEM, client
from marketplace.core.data.money import Money
from payments.card_disputes.models import CardDispute
from payments.card_disputes.services.disputes import take_over_dispute
from payments.charges.models import Charge
from payments.charges.services.charges import apply_payment
from payments.escrows.models.escrows import Escrow
from payments.escrows.models.fee_schedules import ANY_KIND, FeeSchedule
from payments.escrows.services.escrows import open_escrow
from payments.escrows.services.fees import current_fee
from payments.payment_methods.models import PaymentMethod, ProcessorCustomer
from payments.payment_methods.services.methods import keep_method
from payments.payouts.models.bank_payouts import BankPayout
from payments.payouts.models.payees import Payee
from payments.payouts.models.payouts import Payout
from payments.payouts.services.bank_payouts import take_over_bank_payout
from payments.releases.services.releases import release_escrow
from payments.stripe.objects import (
    BankPayoutContents,
    Booking,
    Payment,
    PaymentState,
    SavedMethod,
    SeenBankPayout,
    SeenDispute,
)
from tests.factories.accounts import make_freelancer, make_organisation

_numbers = itertools.count(1)


def set_first_fee() -> None:
    """The row that the migrations bring: 8 % for every kind."""
    FeeSchedule.objects.get_or_create(
        engagement_kind=ANY_KIND, valid_from=date(2026, 1, 1), defaults={"basis_points": 800}
    )


def make_escrow(
    payer: Organisation | None = None,
    payee: User | None = None,
    *,
    amount: int = 420_000,
    currency: str = "USD",
    title: str = "Model and evaluation",
) -> Escrow:
    return open_escrow(
        payer=payer or make_organisation(),
        payee=payee or make_freelancer(),
        amount=Money(amount, currency),
        title=title,
        fee=current_fee(engagement_kind="fixed"),
        by=SYSTEM,
    )


def paid(charge: Charge, *, fee: int = 320) -> Payment:
    """What the processor says of a charge that was paid in full and booked."""
    number = next(_numbers)
    return Payment(
        session_id=charge.session_id or f"cs_made_{number}",
        state=PaymentState.PAID,
        payment_intent_id=f"pi_made_{number}",
        charge_id=f"ch_made_{number}",
        amount_received=charge.amount,
        currency=charge.currency,
        booking=Booking(
            id=f"txn_made_{number}", amount=charge.amount, fee=fee, currency=charge.currency
        ),
    )


def make_charge(escrow: Escrow, **facts: object) -> Charge:
    return Charge.objects.create(
        escrow=escrow, currency=escrow.currency, amount=escrow.to_charge.minor, **facts
    )


def make_held_escrow(
    payer: Organisation | None = None, payee: User | None = None, **facts: object
) -> Escrow:
    escrow = make_escrow(payer, payee, **facts)  # type: ignore[arg-type]
    charge = make_charge(escrow)
    apply_payment(charge, paid(charge))
    escrow.refresh_from_db()
    return escrow


def make_payout(
    payer: Organisation | None = None, payee: User | None = None, **facts: object
) -> Payout:
    """Released, and therefore clearing or available by the setting CLEARING_DAYS."""
    escrow = make_held_escrow(payer, payee, **facts)
    return release_escrow(escrow=escrow, by=client(None), why="approved")


def make_ready(user: User) -> Payee:
    """An account at the processor that can be paid to; nothing is called."""
    return Payee.objects.create(
        user=user, country="DE", account_id=f"acct_made_{next(_numbers)}", state="ready"
    )


def make_sent(payout: Payout) -> Payout:
    """The processor made the transfer; nothing is called."""
    number = next(_numbers)
    Payout.objects.filter(pk=payout.pk).update(
        state="sent",
        processor_id=f"tr_made_{number}",
        processor_payment_id=f"py_made_{number}",
        sent_at=timezone.now(),
    )
    payout.refresh_from_db()
    return payout


def seen_bank_payout(state: str = "pending", **facts: object) -> SeenBankPayout:
    """What the processor says of a payout to a bank; a failed one was to a closed account."""
    now = timezone.now()
    told: dict[str, object] = {"amount": 386_400, "currency": "USD", "id": "po_made"}
    if state == "failed":
        told |= {"problem": "The bank account is closed.", "remedy": "Name another bank account."}
    return SeenBankPayout(
        state=state,
        created_at=now,
        arrives_on=now.date() + timedelta(days=0 if state == "paid" else 2),
        bank_name="STRIPE TEST BANK",
        bank_last4="3000",
        is_itemised=True,
        **(told | facts),  # type: ignore[arg-type]
    )


def make_bank_payout(
    payee: User, state: str = "pending", *carried: Payout, **facts: object
) -> BankPayout:
    """Taken over; `carried` are payouts that were sent."""
    amount = sum(payout.to_send.minor for payout in carried)
    told = ({"amount": amount} if amount else {}) | {"id": f"po_made_{next(_numbers)}"} | facts
    payments = tuple(payout.processor_payment_id for payout in carried)
    return take_over_bank_payout(
        user=payee,
        seen=seen_bank_payout(state, **told),
        contents=BankPayoutContents(payments=payments),
    )


def seen_dispute(
    charge: Charge, state: str = "needs_response", *, amount: int | None = None, id: str = "du_made"
) -> SeenDispute:
    """What the processor says of a card dispute: taken with a fee, and given back when won."""
    amount = amount or charge.amount
    taken = Booking(id=f"txn_{id}_1", amount=-amount, fee=1_500, currency=charge.currency)
    back = Booking(id=f"txn_{id}_2", amount=amount, fee=0, currency=charge.currency)
    bookings = {"inquiry": (), "closed": (), "won": (taken, back)}.get(state, (taken,))
    return SeenDispute(
        id=id,
        state=state,
        charge_id=charge.charge_id,
        payment_intent_id=charge.payment_intent_id,
        amount=amount,
        currency=charge.currency,
        reason="product_not_received",
        is_refundable=state in ("inquiry", "closed", "won"),
        due_at=timezone.now() + timedelta(days=9),
        bookings=bookings,
    )


def make_dispute(escrow: Escrow, state: str = "needs_response", **facts: object) -> CardDispute:
    """Taken over; a won or lost one was open before."""
    charge = escrow.charges.get(state="succeeded")
    first = "inquiry" if state in ("inquiry", "closed") else "needs_response"
    for seen in dict.fromkeys((first, state)):
        take_over_dispute(charge, seen_dispute(charge, seen, **facts))  # type: ignore[arg-type]
    escrow.refresh_from_db()
    return CardDispute.objects.get(processor_id=str(facts.get("id", "du_made")))


def make_method(organisation: Organisation, **facts: object) -> PaymentMethod:
    """A saved Visa, unless told otherwise; the processor knows nothing of it."""
    number = next(_numbers)
    ProcessorCustomer.objects.get_or_create(
        organisation=organisation, defaults={"customer_id": f"cus_made_{number}"}
    )
    visa = {"kind": "card", "brand": "visa", "last4": "4242", "exp_month": 12, "exp_year": 2034}
    seen = SavedMethod(id=f"pm_made_{number}", **(visa | facts))  # type: ignore[arg-type]
    with transaction.atomic():
        return keep_method(organisation=organisation, seen=seen)
