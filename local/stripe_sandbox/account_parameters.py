"""What the v2 account calls accept."""

from local.stripe_sandbox.scalars import Boolean, Choice, Currency, Email, Integer, Text, Url
from local.stripe_sandbox.schema import Array, Kind, Metadata, Struct

INCLUDABLE = (
    "configuration.customer",
    "configuration.merchant",
    "configuration.recipient",
    "defaults",
    "future_requirements",
    "identity",
    "requirements",
)
INCLUDE = Array(Choice(*INCLUDABLE))

RECIPIENT = Struct(
    {
        "capabilities": Struct(
            {
                "stripe_balance": Struct(
                    {"stripe_transfers": Struct(required={"requested": Boolean()})}
                )
            }
        )
    }
)
RESPONSIBILITIES = Struct(
    required={
        "fees_collector": Choice("application", "application_custom", "stripe"),
        "losses_collector": Choice("application", "stripe"),
    }
)
PROFILE = Struct(
    {"business_url": Url(), "doing_business_as": Text(), "product_description": Text()}
)
ADDRESS = Struct(
    {name: Text() for name in ("city", "line1", "line2", "postal_code", "state", "town")},
    {"country": Text(2)},
)
INDIVIDUAL = Struct(
    {
        "address": ADDRESS,
        "email": Email(),
        "given_name": Text(),
        "phone": Text(),
        "surname": Text(),
    }
)
IDENTITY = Struct(
    {
        "country": Text(2),
        "entity_type": Choice("company", "government_entity", "individual", "non_profit"),
        "individual": INDIVIDUAL,
    }
)
_FIELDS: dict[str, Kind] = {
    "configuration": Struct({"recipient": RECIPIENT}),
    "contact_email": Email(),
    "dashboard": Choice("express", "full", "none"),
    "defaults": Struct(
        {"currency": Currency(), "profile": PROFILE, "responsibilities": RESPONSIBILITIES}
    ),
    "display_name": Text(),
    "identity": IDENTITY,
    "include": INCLUDE,
    "metadata": Metadata(),
}

CREATE = Struct(_FIELDS)
UPDATE = Struct(_FIELDS)
RETRIEVE = Struct({"include": INCLUDE})
CLOSE = Struct({"applied_configurations": Array(Choice("recipient"))})
LIST = Struct({"limit": Integer(1, 100)})
