"""What we need of a payment processor, in our words. Ids are the processor's own.

Every call may raise Declined or InvalidRequest (definitely not done), NotCarriedOut (not
done, ask again), ProcessorUnavailable (nobody knows) or ParametersChanged; see errors.py.
`request` is the frozen body of the call and `key` its idempotency key.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from payments.stripe.objects import (
    BalanceChange,
    BankPayoutContents,
    ListedEvent,
    MadeRefund,
    MadeReversal,
    Payment,
    ProcessorAccount,
    ProcessorBalance,
    Request,
    SavedMethod,
    SeenBankPayout,
    SeenDispute,
    SeenSetup,
    SentTransfer,
)


class Gateway(Protocol):
    def create_customer(self, request: Request, key: str) -> str: ...

    def update_customer(self, request: Request, key: str) -> None:
        """`customer` names whom; the rest is what is new."""

    def update_account(self, request: Request, key: str) -> None:
        """`account` names whose; the rest is what is new."""

    def open_checkout(self, request: Request, key: str) -> Payment: ...

    def find_checkout(self, request: Request, operation: str) -> Payment | None:
        """The checkout that carries `operation` in its metadata, if it was ever made."""

    def expire_checkout(self, request: Request, key: str) -> Payment: ...

    def fetch_payment(self, session_id: str) -> Payment: ...

    def session_of(self, payment_intent_id: str) -> str | None:
        """The checkout session that a payment intent belongs to."""

    def open_setup(self, request: Request, key: str) -> SeenSetup: ...

    def find_setup(self, request: Request, operation: str) -> SeenSetup | None: ...

    def fetch_setup(self, session_id: str) -> SeenSetup: ...

    def fetch_method(self, method_id: str) -> SavedMethod: ...

    def detach_method(self, request: Request, key: str) -> SavedMethod:
        """Let a saved method go: it can never be charged again."""

    def charge_saved(self, request: Request, key: str) -> Payment:
        """A declined or challenged attempt is an answer too, and raises nothing."""

    def find_charge(self, request: Request, operation: str) -> Payment | None: ...

    def fetch_charge(self, payment_intent_id: str) -> Payment: ...

    def confirm_charge(self, request: Request, key: str) -> Payment:
        """Try the same payment again with its payer present; `url` is their bank's page."""

    def cancel_charge(self, request: Request, key: str) -> Payment: ...

    def send_transfer(self, request: Request, key: str) -> SentTransfer: ...

    def find_transfer(self, request: Request, operation: str) -> SentTransfer | None: ...

    def fetch_transfer(self, transfer_id: str) -> SentTransfer: ...

    def fetch_bank_payout(self, account_id: str, payout_id: str) -> SeenBankPayout: ...

    def bank_payouts(self, account_id: str, since: datetime) -> list[SeenBankPayout]:
        """Every one that was made since then, newest first."""

    def bank_payout_contents(self, account_id: str, payout_id: str) -> BankPayoutContents: ...

    def reverse_transfer(self, request: Request, key: str) -> MadeReversal: ...

    def fetch_reversal(self, transfer_id: str, reversal_id: str) -> MadeReversal: ...

    def find_reversal(self, request: Request, operation: str) -> MadeReversal | None: ...

    def refund(self, request: Request, key: str) -> MadeRefund: ...

    def find_refund(self, request: Request, operation: str) -> MadeRefund | None: ...

    def fetch_refund(self, refund_id: str) -> MadeRefund: ...

    def fetch_dispute(self, dispute_id: str) -> SeenDispute: ...

    def upload_evidence(self, name: str, body: bytes, key: str) -> str:
        """The processor's id of the file. A file uploaded twice does no harm."""

    def submit_evidence(self, request: Request, key: str) -> SeenDispute: ...

    def accept_dispute(self, request: Request, key: str) -> SeenDispute:
        """Lose it at once: no evidence is given."""

    def find_submission(self, request: Request, operation: str) -> SeenDispute | None:
        """The dispute, if it was answered by `operation`."""

    def open_account(self, request: Request, key: str) -> ProcessorAccount: ...

    def fetch_account(self, account_id: str) -> ProcessorAccount: ...

    def onboarding_link(self, request: Request, key: str) -> str: ...

    def fetch_balance(self) -> list[ProcessorBalance]:
        """What we have at the processor, in each currency."""

    def balance_changes(self, since: datetime | None) -> Iterator[BalanceChange]:
        """Every line of our balance there, or those since then, newest first."""

    def balance_changes_of(self, source: str) -> list[BalanceChange]:
        """The lines of our balance that come from one object, oldest first."""

    def snapshot_events(self, since: datetime) -> Iterator[ListedEvent]:
        """Every event of our own account since then, newest first."""

    def thin_events(self, since: datetime) -> Iterator[ListedEvent]:
        """Every event that only names what changed since then, newest first."""

    def dashboard_link(self, request: Request, key: str) -> str: ...
