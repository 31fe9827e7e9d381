"""What clients hear of money on its way back to them."""

from collections.abc import Iterable

from accounts.notices import Notice, notice_for
from accounts.queries.organisations import paying_members
from marketplace.core.models import Event
from payments.models import Charge, Refund
from payments.notices.people import about_escrow, staff


@notice_for("charge.returned")
def charge_returned(event: Event) -> Iterable[Notice]:
    charge: Charge = event.subject
    yield about_escrow(
        charge.escrow,
        paying_members(charge.escrow.payer),
        f"{charge.money} was paid twice and goes back",
        f"“{charge.escrow.title}” did not wait for a payment any more. The whole {charge.money} is "
        "on its way back to your card, and usually arrives within five to ten days.",
    )


@notice_for("refund.succeeded")
def refund_made(event: Event) -> Iterable[Notice]:
    refund: Refund = event.subject
    yield about_escrow(
        refund.escrow,
        paying_members(refund.escrow.payer),
        f"{refund.money} was refunded",
        f"The refund of {refund.money} for “{refund.escrow.title}” was made.",
    )


@notice_for("refund.failed")
def refund_failed(event: Event) -> Iterable[Notice]:
    refund: Refund = event.subject
    yield about_escrow(
        refund.escrow,
        [*paying_members(refund.escrow.payer), *staff()],
        f"The refund of {refund.money} did not go through",
        f"{event.why} The money is safe and held. Our staff will contact you to send it again.",
    )
