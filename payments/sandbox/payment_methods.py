"""Payment methods: cards that were typed in at the hosted page or named by an alias."""

from payments.sandbox import cards, ids
from payments.sandbox.box import Box
from payments.sandbox.cards import ALIASES, TestCard
from payments.sandbox.errors import missing
from payments.sandbox.routing import Noun, Route, parameters
from payments.sandbox.storage import Doc

RETRIEVE = parameters()
ADDRESS_FIELDS = ("city", "country", "line1", "line2", "postal_code", "state")


def create_card(
    box: Box, number: str, *, month: int = 12, year: int = 2034, name: str | None = None,
    email: str | None = None, country: str | None = None,
) -> Doc:  # fmt: skip
    """Create a card; only a test number is kept whole."""
    card = cards.card_numbered(number)
    address = dict.fromkeys(ADDRESS_FIELDS) | {"country": country}
    return box.storage.insert(
        {
            "id": ids.new("pm"),
            "object": "payment_method",
            "allow_redisplay": "unspecified",
            "billing_details": {
                "address": address, "email": email, "name": name, "phone": None, "tax_id": None,
            },
            "card": _details(card, month, year),
            "created": box.clock.now(),
            "customer": None,
            "livemode": False,
            "metadata": {},
            "type": "card",
            "_number": card.number,
        }
    )  # fmt: skip


def usable(box: Box, id: str) -> Doc:
    """Return the payment method that a parameter names, making one for an alias."""
    if id in ALIASES:
        return create_card(box, ALIASES[id])
    found = box.storage.get(id, "payment_method")
    if found is None:
        raise missing("PaymentMethod", id, param="payment_method", status=400)
    return found


def test_card(method: Doc) -> TestCard:
    """Return the test card behind a payment method."""
    return cards.card_numbered(method["_number"])


def attach(box: Box, method: Doc, customer: str) -> Doc:
    """Keep a payment method for later payments of a customer."""
    return box.storage.save(method | {"customer": customer})


def retrieve(box: Box, params: Doc, payment_method: str) -> Doc:
    """Return a payment method."""
    found = box.storage.get(payment_method, "payment_method")
    if found is None:
        raise missing("PaymentMethod", payment_method, param="payment_method")
    return found


def _details(card: TestCard, month: int, year: int) -> Doc:
    return {
        "brand": card.brand,
        "checks": {
            "address_line1_check": None, "address_postal_code_check": None, "cvc_check": "pass",
        },
        "country": card.country,
        "display_brand": card.brand,
        "exp_month": month,
        "exp_year": year,
        "fingerprint": f"sandbox{card.last4}",
        "funding": "credit",
        "generated_from": None,
        "last4": card.last4,
        "networks": {"available": [card.brand], "preferred": None},
        "regulated_status": "unregulated",
        "three_d_secure_usage": {"supported": True},
        "wallet": None,
    }  # fmt: skip


NOUN = Noun(
    routes=(Route("GET", "/v1/payment_methods/{payment_method}", RETRIEVE, retrieve),),
    expandable={"payment_method": {"customer": None}},
)
