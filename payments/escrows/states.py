from django.db.models import TextChoices

from marketplace.core.data.states import Badge, Move, StateTable
from payments.operations.states import ANYBODY, PROCESSOR, STAFF


class EscrowState(TextChoices):
    AWAITING_FUNDS = "awaiting_funds", "Awaiting funds"
    PROCESSING = "processing", "Payment processing"
    HELD = "held", "Held"
    RELEASED = "released", "Released"
    REFUNDED = "refunded", "Refunded"
    CARRIED = "carried", "Carried on"
    CANCELLED = "cancelled", "Cancelled"
    RECALLED = "recalled", "Taken back, refund under way"
    DISPUTED = "disputed", "Disputed at the bank"


ESCROW_BADGES = {
    EscrowState.AWAITING_FUNDS: Badge("To fund"),
    EscrowState.PROCESSING: Badge("Processing", "held"),
    EscrowState.HELD: Badge("Held", "held"),
    EscrowState.RELEASED: Badge("Released", "clearing"),
    EscrowState.REFUNDED: Badge("Refunded"),
    EscrowState.CARRIED: Badge("Carried on"),
    EscrowState.CANCELLED: Badge("Cancelled"),
    EscrowState.RECALLED: Badge("Being taken back", "disputed"),
    EscrowState.DISPUTED: Badge("Disputed", "disputed"),
}


class CancelReason(TextChoices):
    """Why an escrow was given up before it was paid."""

    CANCELLED = "cancelled", "The work was cancelled"
    NOTICE = "notice", "Notice was given"
    LAPSED = "lapsed", "The contract lapsed"
    TERMINATED = "terminated", "Staff terminated the contract"
    BONUS = "bonus", "The bonus was cancelled"


CLOSED = ("released", "refunded", "carried")
UNPAID = ("awaiting_funds", "processing")
ESCROW = StateTable(
    "escrow",
    [
        Move(verb="processing", sources=("awaiting_funds",), target="processing", actors=PROCESSOR),
        Move(
            verb="funded",
            sources=("awaiting_funds", "processing"),
            target="held",
            actors=PROCESSOR,
        ),
        Move(
            verb="payment_failed",
            sources=("awaiting_funds", "processing"),
            target="awaiting_funds",
            actors=PROCESSOR,
        ),
        # What is paid for was delivered, and comes back for changes; the money stays.
        Move(verb="review_began", sources=("held",), target="held", actors=ANYBODY),
        Move(verb="review_began", sources=("disputed",), target="disputed", actors=ANYBODY),
        Move(verb="review_ended", sources=("held",), target="held", actors=ANYBODY),
        Move(verb="review_ended", sources=("disputed",), target="disputed", actors=ANYBODY),
        Move(verb="part_released", sources=("held",), target="held", actors=ANYBODY),
        Move(verb="part_refunded", sources=("held",), target="held", actors=ANYBODY),
        Move(verb="released", sources=("held",), target="released", actors=ANYBODY),
        Move(verb="refunded", sources=("held", "recalled"), target="refunded", actors=ANYBODY),
        # What this one did not use pays for another one, which awaits it; decision 27.
        Move(verb="part_carried_on", sources=("held",), target="held", actors=ANYBODY),
        Move(verb="carried_on", sources=("held",), target="carried", actors=ANYBODY),
        Move(
            verb="carried_in",
            sources=("awaiting_funds",),
            target="awaiting_funds",
            actors=ANYBODY,
        ),
        # The two have agreed on another price before it is paid.
        Move(
            verb="repriced",
            sources=("awaiting_funds",),
            target="awaiting_funds",
            actors=ANYBODY,
        ),
        # A bank disputes what was carried, before that paid for anything: it goes back.
        *(
            Move(verb="carried_back", sources=(state,), target=state, actors=PROCESSOR)
            for state in UNPAID
        ),
        Move(verb="got_back", sources=(*CLOSED, "held"), target="held", actors=PROCESSOR),
        *(
            Move(verb="got_back", sources=(state,), target=state, actors=PROCESSOR)
            for state in ("disputed", "recalled")
        ),
        Move(verb="recalled", sources=CLOSED, target="recalled", actors=ANYBODY),
        Move(verb="disputed", sources=("held",), target="disputed", actors=PROCESSOR),
        Move(verb="undisputed", sources=("disputed",), target="held", actors=PROCESSOR),
        Move(verb="part_charged_back", sources=("disputed",), target="held", actors=PROCESSOR),
        # One that was taken back and not refunded yet may be lost to the bank meanwhile.
        Move(
            verb="charged_back",
            sources=("disputed", "recalled"),
            target="refunded",
            actors=PROCESSOR,
        ),
        Move(verb="loss_recovered", sources=CLOSED, target="refunded", actors=STAFF),
        # A bank may change its mind after a dispute was lost.
        Move(verb="loss_returned", sources=CLOSED, target="released", actors=PROCESSOR),
        Move(verb="held_again", sources=(*CLOSED, "held"), target="held", actors=PROCESSOR),
        Move(verb="held_again", sources=("disputed",), target="disputed", actors=PROCESSOR),
        Move(verb="cancelled", sources=("awaiting_funds",), target="cancelled", actors=ANYBODY),
    ],
)
