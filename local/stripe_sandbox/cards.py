"""Stripe's test cards, and what each of them does."""

from dataclasses import dataclass

# https://docs.stripe.com/testing


@dataclass(frozen=True)
class TestCard:
    """A card number and its fate; a `decline` is (error code, decline code, message)."""

    number: str
    meaning: str
    brand: str = "visa"
    country: str = "US"
    authenticates: bool = False
    is_free_once_set_up: bool = False
    decline: tuple[str, str | None, str] | None = None
    declines_when_charged_only: bool = False
    bypasses_pending: bool = False
    refund: str = "succeeds"
    dispute: str | None = None
    is_inquiry: bool = False

    @property
    def last4(self) -> str:
        return self.number[-4:]


_GENERIC = ("card_declined", "generic_decline", "Your card was declined.")
_INSUFFICIENT = ("card_declined", "insufficient_funds", "Your card has insufficient funds.")
_UNKNOWN = (
    "card_declined",
    "test_mode_live_card",
    "Your card was declined. Your request was in test mode, but used a non test card.",
)

CARDS = (
    TestCard("4242424242424242", "pays"),
    TestCard("5555555555554444", "pays (Mastercard)", "mastercard"),
    TestCard("378282246310005", "pays (American Express)", "amex"),
    TestCard("4000000000000077", "pays, available at once", bypasses_pending=True),
    TestCard("4000000000007726", "pays; a refund waits, then succeeds", refund="waits"),
    TestCard("4000000000005126", "pays; a refund fails a little later", refund="fails"),
    TestCard(
        "4000002500003155", "asks for 3-D Secure, off session until it was saved with it",
        authenticates=True, is_free_once_set_up=True,
    ),
    TestCard("4000002760003184", "asks for 3-D Secure always, saved or not", authenticates=True),
    TestCard("4000000000003220", "asks for 3-D Secure", authenticates=True),
    TestCard(
        "4000008400001629", "asks for 3-D Secure, then declines",
        authenticates=True, decline=_GENERIC,
    ),
    TestCard(
        "4000008260003178", "asks for 3-D Secure, then declines: insufficient funds",
        authenticates=True, decline=_INSUFFICIENT, declines_when_charged_only=True,
    ),
    TestCard(
        "4000000000000341", "can be saved, is declined when charged",
        decline=_GENERIC, declines_when_charged_only=True,
    ),
    TestCard(
        "4000000000000259", "pays, is disputed as fraudulent a minute later",
        dispute="fraudulent",
    ),
    TestCard(
        "4000000000002685", "pays, is disputed as not received a minute later",
        dispute="product_not_received",
    ),
    TestCard(
        "4000000000001976", "pays, the bank inquires a minute later",
        dispute="product_not_received", is_inquiry=True,
    ),
    TestCard("4000000000000002", "is declined", decline=_GENERIC),
    TestCard(
        "4000000000009995", "is declined: insufficient funds",
        decline=_INSUFFICIENT,
    ),
    TestCard(
        "4000000000009987", "is declined: lost card",
        decline=("card_declined", "lost_card", "Your card was declined."),
    ),
    TestCard(
        "4000000000000069", "is declined: expired",
        decline=("expired_card", None, "Your card has expired."),
    ),
    TestCard(
        "4000000000000127", "is declined: wrong security code",
        decline=("incorrect_cvc", None, "Your card's security code is incorrect."),
    ),
    TestCard(
        "4000000000000119", "is declined: processing error",
        decline=(
            "processing_error", None,
            "An error occurred while processing your card. Try again in a little bit.",
        ),
    ),
)  # fmt: skip

# Names under which the API offers the same cards as ready-made payment methods.
ALIASES = {
    "pm_card_visa": "4242424242424242",
    "pm_card_mastercard": "5555555555554444",
    "pm_card_amex": "378282246310005",
    "pm_card_bypassPending": "4000000000000077",
    "pm_card_pendingRefund": "4000000000007726",
    "pm_card_refundFail": "4000000000005126",
    "pm_card_authenticationRequired": "4000002760003184",
    "pm_card_authenticationRequiredOnSetup": "4000002500003155",
    "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds": "4000008260003178",
    "pm_card_chargeCustomerFail": "4000000000000341",
    "pm_card_createDispute": "4000000000000259",
    "pm_card_createDisputeProductNotReceived": "4000000000002685",
    "pm_card_createDisputeInquiry": "4000000000001976",
    "pm_card_threeDSecure2Required": "4000000000003220",
    "pm_card_chargeDeclined": "4000000000000002",
    "pm_card_visa_chargeDeclined": "4000000000000002",
    "pm_card_visa_chargeDeclinedInsufficientFunds": "4000000000009995",
    "pm_card_chargeDeclinedInsufficientFunds": "4000000000009995",
}

_BY_NUMBER = {card.number: card for card in CARDS}


def card_numbered(number: str) -> TestCard:
    """Return the test card of a number; any other number is a real card, which is declined."""
    # Only the last digits of a number that is no test number are kept.
    unknown = TestCard("0" * 12 + number[-4:], "is no test card", decline=_UNKNOWN)
    return _BY_NUMBER.get(number, unknown)


def has_valid_checksum(number: str) -> bool:
    """Return whether digits pass the Luhn check (ISO/IEC 7812-1)."""
    if not number.isascii() or not number.isdigit() or not 12 <= len(number) <= 19:
        return False
    digits = [int(digit) for digit in reversed(number)]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
