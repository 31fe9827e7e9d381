"""What the calls about payment methods accept."""

from local.stripe_sandbox.customers import ADDRESS
from local.stripe_sandbox.lists import page_parameters
from local.stripe_sandbox.routing import parameters
from local.stripe_sandbox.scalars import Choice, Email, Integer, Text
from local.stripe_sandbox.schema import Kind, Metadata, Struct

TYPES = ("card", "sepa_debit", "us_bank_account")
_REDISPLAY = Choice("always", "limited", "unspecified")
_BILLING: dict[str, Kind] = {
    "address": ADDRESS,
    "email": Email(),
    "name": Text(unsettable=True),
    "phone": Text(unsettable=True),
}
CREATE = parameters(
    {"type": Choice(*TYPES)},
    allow_redisplay=_REDISPLAY,
    billing_details=Struct(_BILLING),
    card=Struct(
        {"cvc": Text(4)},
        {"exp_month": Integer(1, 12), "exp_year": Integer(), "number": Text(19)},
    ),
    metadata=Metadata(),
    sepa_debit=Struct(required={"iban": Text(34)}),
    us_bank_account=Struct(
        {
            "account_holder_type": Choice("company", "individual"),
            "account_number": Text(17),
            "account_type": Choice("checking", "savings"),
            "routing_number": Text(9),
        }
    ),
)
UPDATE = parameters(
    allow_redisplay=_REDISPLAY, billing_details=Struct(_BILLING), metadata=Metadata(),
    card=Struct({"exp_month": Integer(1, 12), "exp_year": Integer()}),
)  # fmt: skip
RETRIEVE = parameters()
ATTACH = parameters(customer=Text())
LIST = page_parameters(customer=Text(), type=Choice(*TYPES), allow_redisplay=_REDISPLAY)
LIST_OF_CUSTOMER = page_parameters(type=Choice(*TYPES), allow_redisplay=_REDISPLAY)
