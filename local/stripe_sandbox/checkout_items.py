"""The lines of a Checkout Session's order, priced in place."""

from local.stripe_sandbox import ids
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.errors import StripeError
from local.stripe_sandbox.scalars import LARGEST_AMOUNT, Currency, Integer, Text
from local.stripe_sandbox.schema import Metadata, Struct
from local.stripe_sandbox.storage import Doc

PRODUCT = Struct({"description": Text(), "metadata": Metadata()}, {"name": Text()})
PRICE = Struct(
    {},
    {"currency": Currency(), "product_data": PRODUCT, "unit_amount": Integer(0, LARGEST_AMOUNT)},
)
LINE_ITEM = Struct({}, {"price_data": PRICE, "quantity": Integer(1, 999_999)})


def line_items(box: Box, given: list[Doc]) -> list[Doc]:
    """Return the lines as objects; all must be in one currency."""
    if not given:
        raise StripeError("The `line_items` parameter is empty.", param="line_items")
    if len({item["price_data"]["currency"] for item in given}) > 1:
        raise StripeError(
            "All prices on a Checkout Session must use the same currency.", param="line_items"
        )
    return [_line(box, item) for item in given]


def _line(box: Box, item: Doc) -> Doc:
    price = _price(box, item["price_data"])
    total = price["unit_amount"] * item["quantity"]
    if total > LARGEST_AMOUNT:
        raise StripeError(
            "The Checkout Session's total amount must be at most 999999.99.",
            code="amount_too_large", param="line_items",
        )  # fmt: skip
    return {
        "id": ids.new("li"),
        "object": "item",
        "adjustable_quantity": None,
        "amount_discount": 0,
        "amount_subtotal": total,
        "amount_tax": 0,
        "amount_total": total,
        "currency": price["currency"],
        "description": item["price_data"]["product_data"]["name"],
        "metadata": {},
        "price": price,
        "quantity": item["quantity"],
    }


def _price(box: Box, data: Doc) -> Doc:
    return {
        "id": ids.new("price"), "object": "price", "active": False, "billing_scheme": "per_unit",
        "created": box.clock.now(), "currency": data["currency"], "custom_unit_amount": None,
        "livemode": False, "lookup_key": None, "metadata": {}, "nickname": None,
        "product": ids.new("prod"), "recurring": None, "tax_behavior": "unspecified",
        "tiers_mode": None, "transform_quantity": None, "type": "one_time",
        "unit_amount": data["unit_amount"], "unit_amount_decimal": str(data["unit_amount"]),
    }  # fmt: skip
