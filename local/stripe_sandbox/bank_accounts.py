"""Stripe's test bank accounts, and what becomes of a debit from each of them."""

from dataclasses import dataclass

# https://docs.stripe.com/payments/ach-direct-debit/accept-a-payment#test-account-numbers
# https://docs.stripe.com/payments/sepa-debit/accept-a-payment#test-integration

US, SEPA = "us_bank_account", "sepa_debit"
CURRENCIES = {US: "usd", SEPA: "eur"}
ROUTING_NUMBER = "110000000"


@dataclass(frozen=True)
class TestAccount:
    """An account number or IBAN and its fate; a `failure` is (code, message)."""

    type: str
    number: str
    meaning: str
    failure: tuple[str, str] | None = None
    is_stuck: bool = False
    dispute: str | None = None

    @property
    def last4(self) -> str:
        return self.number[-4:]


_CLOSED = ("account_closed", "The customer's bank account has been closed.")
_UNKNOWN = ("no_account", "The bank account could not be located.")
_EMPTY = ("insufficient_funds", "The customer's account has insufficient funds to cover this "
          "payment.")  # fmt: skip
_FORBIDDEN = ("debit_not_authorized", "The customer has notified their bank that this payment "
              "was unauthorized.")  # fmt: skip
_REFUSED = ("generic_could_not_process", "The payment could not be processed.")

ACCOUNTS = (
    TestAccount(US, "000123456789", "pays"),
    TestAccount(US, "000222222227", "fails: insufficient funds", failure=_EMPTY),
    TestAccount(US, "000111111113", "fails: account closed", failure=_CLOSED),
    TestAccount(US, "000111111116", "fails: no such account", failure=_UNKNOWN),
    TestAccount(US, "000333333335", "fails: debit not authorized", failure=_FORBIDDEN),
    TestAccount(US, "000555555559", "pays, then is disputed", dispute="debit_not_authorized"),
    TestAccount(US, "000000000009", "stays in processing", is_stuck=True),
    TestAccount(SEPA, "DE89370400440532013000", "pays"),
    TestAccount(SEPA, "AT611904300234573201", "pays"),
    TestAccount(SEPA, "DE62370400440532013001", "fails", failure=_REFUSED),
    TestAccount(SEPA, "DE05370400440002222227", "fails: insufficient funds", failure=_EMPTY),
    TestAccount(SEPA, "DE35370400440532013002", "pays, then is disputed", dispute="general"),
)

ALIASES = {
    "pm_usBankAccount_success": "000123456789",
    "pm_usBankAccount_insufficientFunds": "000222222227",
    "pm_usBankAccount_accountClosed": "000111111113",
    "pm_usBankAccount_noAccount": "000111111116",
    "pm_usBankAccount_debitNotAuthorized": "000333333335",
    "pm_usBankAccount_dispute": "000555555559",
    "pm_usBankAccount_processing": "000000000009",
}

_BY_NUMBER = {account.number: account for account in ACCOUNTS}


def account_numbered(number: str) -> TestAccount | None:
    """Return the test account of a number or IBAN; others are real, and never kept."""
    return _BY_NUMBER.get(number)


def types_for(currency: str) -> list[str]:
    """Return the debits that a currency can be paid with."""
    return [type for type, own in CURRENCIES.items() if own == currency]


def debit_fee(type: str, amount: int) -> int:
    """Return what the processor keeps: 0.8 % but at most 500 (US), or 35 minor units (SEPA)."""
    return min((amount * 8 + 500) // 1000, 500) if type == US else 35


# Payouts to these test accounts fail; https://docs.stripe.com/connect/testing#payouts
PAYOUT_FAILURES = {
    "000111111116": ("no_account", "The bank account could not be located."),
    "000111111113": ("account_closed", "The bank account has been closed."),
    "000222222227": ("insufficient_funds", "There were insufficient funds for this payout."),
    "000333333335": ("debit_not_authorized", "Debit transactions are not approved here."),
    "000444444440": ("invalid_currency", "The bank account cannot receive this currency."),
    "DE62370400440532013001": ("no_account", "The bank account could not be located."),
    "AT861904300235473202": ("no_account", "The bank account could not be located."),
    "FR8420041010050500013M02607": ("no_account", "The bank account could not be located."),
}  # fmt: skip
