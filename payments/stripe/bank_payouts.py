"""Calls to Stripe about payouts from a connected account to a bank, and their answers."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from payments.stripe.calls import StripeCalls, translated_errors
from payments.stripe.objects import BankPayoutContents, SeenBankPayout

Answer = Mapping[str, Any]

STATES = {"canceled": "cancelled"}

OTHER_BANK = "Name another bank account at Stripe. The money is sent there by itself."
CORRECT = "Correct your bank account at Stripe. The money is sent again by itself."
ASK_BANK = (
    "Ask your bank, or name another bank account at Stripe. The money is sent by itself then."
)

# https://docs.stripe.com/payouts#payout-failures
FAILURES = {
    "account_closed": ("The bank account is closed.", OTHER_BANK),
    "account_frozen": ("The bank account is frozen.", ASK_BANK),
    "bank_account_restricted": ("The bank account does not take such payments.", OTHER_BANK),
    "bank_ownership_changed": ("The bank branch belongs to another bank now.", CORRECT),
    "could_not_process": ("The bank could not process the payment.", ASK_BANK),
    "debit_not_authorized": ("The bank account does not allow Stripe to book on it.", ASK_BANK),
    "declined": ("The bank declined the payment.", ASK_BANK),
    "incorrect_account_holder_address": ("The account holder’s address is not right.", CORRECT),
    "incorrect_account_holder_name": ("The account holder’s name is not right.", CORRECT),
    "incorrect_account_holder_tax_id": ("The account holder’s tax number is not right.", CORRECT),
    "insufficient_funds": ("There was too little money in your Stripe account.", ASK_BANK),
    "invalid_account_number": ("The account number is not right.", CORRECT),
    "invalid_currency": ("The bank account does not take this currency.", OTHER_BANK),
    "no_account": ("The bank found no account with this number.", CORRECT),
}
UNKNOWN = ("The bank did not take the payment.", ASK_BANK)


def bank_payout(found: Answer) -> SeenBankPayout:
    """A payout with its `destination` expanded."""
    bank = found.get("destination")
    bank = bank if isinstance(bank, Mapping) else {}
    is_failed = found["status"] == "failed"
    problem, remedy = FAILURES.get(found["failure_code"], UNKNOWN) if is_failed else ("", "")
    return SeenBankPayout(
        id=found["id"],
        state=str(STATES.get(found["status"], found["status"])),
        amount=found["amount"],
        currency=found["currency"].upper(),
        created_at=datetime.fromtimestamp(found["created"], UTC),
        arrives_on=datetime.fromtimestamp(found["arrival_date"], UTC).date(),
        bank_name=bank.get("bank_name") or "",
        bank_last4=bank.get("last4") or "",
        is_itemised=found["reconciliation_status"] == "completed",
        problem=problem,
        remedy=remedy,
    )


def contents(changes: Iterable[Answer]) -> BankPayoutContents:
    """The balance transactions of one payout."""
    found = list(changes)
    return BankPayoutContents(
        payments=tuple(each["source"] for each in found if each["type"] == "payment"),
        retried=tuple(each["source"] for each in found if each["type"] == "payout_failure"),
    )


class BankPayoutCalls(StripeCalls):
    """All of them are made on behalf of the account."""

    def fetch_bank_payout(self, account_id: str, payout_id: str) -> SeenBankPayout:
        with translated_errors():
            found = self.client.v1.payouts.retrieve(
                payout_id, {"expand": ["destination"]}, {"stripe_account": account_id}
            )
        return bank_payout(found.to_dict())

    def bank_payouts(self, account_id: str, since: datetime) -> list[SeenBankPayout]:
        """Every one that was made since then, newest first."""
        made: Any = {"created": {"gte": int(since.timestamp())}, "limit": 100}
        with translated_errors():
            page = self.client.v1.payouts.list(
                made | {"expand": ["data.destination"]}, {"stripe_account": account_id}
            )
            return [bank_payout(each.to_dict()) for each in page.auto_paging_iter()]

    def bank_payout_contents(self, account_id: str, payout_id: str) -> BankPayoutContents:
        with translated_errors():
            page = self.client.v1.balance_transactions.list(
                {"payout": payout_id, "limit": 100}, {"stripe_account": account_id}
            )
            return contents(each.to_dict() for each in page.auto_paging_iter())
