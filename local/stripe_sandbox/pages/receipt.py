"""The receipt of a charge."""

from datetime import UTC, datetime

from local.stripe_sandbox.box import Box
from local.stripe_sandbox.currencies import shown
from local.stripe_sandbox.http_messages import Answer
from local.stripe_sandbox.pages.templates import fragment, notice, page


def show(box: Box, fields: dict[str, str], id: str) -> Answer:
    """Show what was paid, when and with what."""
    charge = box.storage.get(id, "charge")
    if charge is None or not charge["paid"]:
        return notice("There is no such receipt", "The address may be mistyped.", status=404)
    details = charge["payment_method_details"]
    means = details[details["type"]]
    brand = means["brand"].title() if details["type"] == "card" else "Bank account"
    body = fragment(
        "receipt",
        amount=shown(charge["amount"], charge["currency"]),
        refunded=shown(charge["amount_refunded"], charge["currency"]),
        day=datetime.fromtimestamp(charge["created"], UTC).strftime("%d %B %Y, %H:%M UTC"),
        card=f"{brand} ending in {means['last4']}",
        what=charge["description"] or "Payment",
        id=charge["id"],
    )
    return page("Receipt", body)
