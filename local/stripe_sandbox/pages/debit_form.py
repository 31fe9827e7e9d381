"""Reading the bank account that was typed in."""

import re

from local.stripe_sandbox.bank_accounts import ROUTING_NUMBER, SEPA, US, account_numbered
from local.stripe_sandbox.storage import Doc

FIELDS = ("email", "name", "account_number", "routing_number", "iban")
_NO_TEST_ACCOUNT = "Only test accounts are taken here: choose one below."


def read_account(fields: dict[str, str], kind: str) -> tuple[Doc, dict[str, str]]:
    """Return the account's parameters as the API takes them, and the errors of the fields."""
    errors: dict[str, str] = {}
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", fields.get("email", "")):
        errors["email"] = "Write an email address, such as ana@example.com."
    if not fields.get("name"):
        errors["name"] = "Write the name of the account's holder."
    if kind == US and fields.get("routing_number") != ROUTING_NUMBER:
        errors["routing_number"] = f"The test bank's routing number is {ROUTING_NUMBER}."
    name = "iban" if kind == SEPA else "account_number"
    number = re.sub(r"[\s-]", "", fields.get(name, "")).upper()
    account = account_numbered(number)
    if account is None or account.type != kind:
        errors[name] = _NO_TEST_ACCOUNT
    return {name: number}, errors
