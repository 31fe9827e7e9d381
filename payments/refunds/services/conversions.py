"""Payments that the processor booked in another currency than they were made in.

They fund nothing, since no transfer could be made of them, and go back in full. What is left
between the two currencies is closed here, once the refund is booked.
"""

from payments.charges.models import Charge
from payments.ledger.chart import CONVERSION_SETTLED, CONVERSION_UNDONE, REFUND_SETTLED
from payments.ledger.services import ledger
from payments.refunds.models import Refund
from payments.stripe.objects import Booking


def settle_converted_refund(*, refund: Refund, processor_id: str, booking: Booking) -> None:
    """Book a refund in the currency that the processor took it in.

    Runs in the transaction of a caller that has locked the refund. Side effects: ledger
    movements in both currencies; what the rates made of it the platform bears.
    """
    cost = -booking.net
    booked = _booked_share(refund.charge, refund.amount)
    ledger.post(
        REFUND_SETTLED,
        key=f"refund_settled:{processor_id}",
        currency=booking.currency,
        amounts={"amount": cost},
    )
    ledger.post(
        CONVERSION_UNDONE,
        key=f"conversion_undone:{processor_id}",
        currency=refund.currency,
        amounts={"amount": refund.amount},
    )
    ledger.post(
        CONVERSION_SETTLED,
        key=f"conversion_settled:{processor_id}",
        currency=booking.currency,
        amounts={
            "booked": min(booked, cost),
            "loss": max(cost - booked, 0),
            "gain": max(booked - cost, 0),
        },
    )


def _booked_share(charge: Charge, part: int) -> int:
    """Of what the charge was booked with, in minor units of that currency, rounded down."""
    return (charge.booked or 0) * part // (charge.amount_received or charge.amount)
