"""What both sides read of a payment that arrived and goes back: each reason in its own words."""

from collections.abc import Mapping
from dataclasses import dataclass

from payments.charges.states import ReturnReason


@dataclass(frozen=True)
class ReturnWords:
    """`because` follows a colon on lists and papers; the others are sentences for one side."""

    because: str
    to_client: str
    to_freelancer: str


NOTHING_HELD = "Nothing is held for it, so please do not work on it."
STILL_OPEN = "It funds nothing: please wait until we tell you that the money is held."
PAY_AGAIN = "It funds nothing: please pay again."


def _after(event: str) -> ReturnWords:
    """Paid after `event`, which a clause in the past perfect tells."""
    return ReturnWords(
        event,
        f"Before your payment arrived, {event}. Nothing is funded by it.",
        f"Before the client’s payment arrived, {event}. {NOTHING_HELD}",
    )


def _misfit(because: str, to_client: str) -> ReturnWords:
    return ReturnWords(
        because,
        f"{to_client} {PAY_AGAIN}",
        f"The client’s payment did not fit: {because}. {STILL_OPEN}",
    )


RETURN_WORDS: Mapping[ReturnReason, ReturnWords] = {
    ReturnReason.PAID_TWICE: ReturnWords(
        "it was paid twice",
        "This had been paid already. Your first payment stays where it is.",
        "The client paid this a second time. The first payment stays where it is.",
    ),
    ReturnReason.GIVEN_BACK: ReturnWords(
        "the work had ended and been refunded",
        "This had been paid before, and that money went back when the work ended. Nothing is "
        "funded by a new payment.",
        "The client paid again after the work had ended and its money had gone back. "
        + NOTHING_HELD,
    ),
    ReturnReason.CANCELLED: _after("the work had been cancelled"),
    ReturnReason.NOTICE: _after("notice had been given, which cancelled unpaid work"),
    ReturnReason.LAPSED: _after("the contract had lapsed, because it was not funded in time"),
    ReturnReason.TERMINATED: _after("our staff had terminated the contract"),
    ReturnReason.BONUS: ReturnWords(
        "the bonus had been cancelled",
        "Before your payment arrived, the bonus had been cancelled. Nothing is sent by it.",
        "The client paid for a bonus that had been cancelled. Nothing of it is sent to you.",
    ),
    ReturnReason.OTHER_AMOUNT: _misfit(
        "another amount was asked for", "Your payment was not of the amount that was asked for."
    ),
    ReturnReason.OTHER_CURRENCY: _misfit(
        "another currency was asked for", "Your payment was not in the currency of this work."
    ),
    ReturnReason.CONVERTED: _misfit(
        "the payment processor converted it into another currency",
        "The payment processor converted your payment into another currency.",
    ),
}


def words_of(reason: str) -> ReturnWords | None:
    """None for a payment that does not go back."""
    return RETURN_WORDS[ReturnReason(reason)] if reason else None
