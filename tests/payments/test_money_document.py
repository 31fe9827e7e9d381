"""docs/money.md is true: its tables name everything there is, and its examples post as shown."""

import re
from itertools import groupby
from pathlib import Path

import pytest

from payments.card_disputes.states import CardDisputeState
from payments.charges.states import ChargePlanState, ChargeState, ReturnReason
from payments.escrows.states import EscrowState
from payments.ledger.chart import MOVEMENTS, OWNED, AccountKind
from payments.ledger.queries import trial_balance
from payments.ledger.services import ledger
from payments.operations.states import OperationState
from payments.payment_methods.states import MethodSetupState, PaymentMethodState
from payments.payouts.states import BankPayoutState, PayeeState, PayoutState, ReversalState
from payments.reconciliation.states import (
    PlatformBalanceState,
    ReconciliationCaseState,
    ReconciliationState,
)
from payments.refunds.states import RefundState
from payments.staff.states import AdjustmentState

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "money.md").read_text()
ESCROW, PAYEE = 71, 72
OWNERS = {kind: ESCROW if kind == AccountKind.HELD else PAYEE for kind in OWNED}
NOUNS = {
    "escrow": EscrowState,
    "charge": ChargeState,
    "refund": RefundState,
    "payout": PayoutState,
    "payout account": PayeeState,
    "bank payout": BankPayoutState,
    "reversal": ReversalState,
    "card dispute": CardDisputeState,
    "charge plan": ChargePlanState,
    "payment method": PaymentMethodState,
    "method setup": MethodSetupState,
    "reconciliation": ReconciliationState,
    "case": ReconciliationCaseState,
    "adjustment": AdjustmentState,
    "platform balance": PlatformBalanceState,
    "operation": OperationState,
}


def tables(text: str) -> list[list[list[str]]]:
    """The rows of every table without its heading, marks of code taken off."""
    blocks = re.findall(r"^\|.*\n\| ---.*\n((?:\|.*\n)+)", text, re.MULTILINE)
    return [
        [[cell.strip().strip("`") for cell in line.split("|")[1:-1]] for line in block.splitlines()]
        for block in blocks
    ]


def section(title: str) -> list[list[str]]:
    return tables(re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", DOCUMENT, re.M | re.S)[1])[0]


EXAMPLES = dict(re.findall(r"^### Example: (.*?)\n(.*?)(?=^##|\Z)", DOCUMENT, re.M | re.S))


def minor(figure: str) -> int:
    return int(figure.replace(" ", ""))


@pytest.mark.django_db
@pytest.mark.parametrize("title", EXAMPLES)
def test_an_example_posts_as_shown(title):
    steps, balances = tables(EXAMPLES[title])
    for step, legs in groupby(steps, key=lambda row: row[:2]):
        rows = list(legs)
        movement = MOVEMENTS[rows[0][1]]
        amounts = {leg.name: 0 for leg in movement.legs}
        amounts |= {leg: minor(amount) for _, _, leg, _, _, amount in rows}
        key = ":".join(step)
        ledger.post(movement, key=key, currency="USD", amounts=amounts, owners=OWNERS)
    totals = {line.kind: line.total for line in trial_balance() if line.total}
    assert totals == {account: minor(balance) for account, balance in balances}


def test_each_leg_shown_is_one_of_the_chart():
    legs = {
        (m.code, leg.name, leg.source, leg.target) for m in MOVEMENTS.values() for leg in m.legs
    }
    shown = {tuple(row[1:5]) for text in EXAMPLES.values() for row in tables(text)[0]}
    assert shown == legs


def test_every_movement_is_explained_in_the_words_of_the_chart():
    meanings = {movement.code: movement.meaning for movement in MOVEMENTS.values()}
    assert dict(section("Movements")) == meanings


def test_every_account_is_explained():
    owned = {row[0] for row in section("Accounts") if row[1] != "the platform"}
    assert {row[0] for row in section("Accounts")} == set(AccountKind)
    assert owned == OWNED


def test_every_state_is_explained():
    told = {(noun, state) for noun, state, _ in section("States")}
    assert told == {(noun, state) for noun, choices in NOUNS.items() for state in choices.values}


def test_every_reason_to_send_a_payment_back_is_explained():
    assert {row[0] for row in section("Payments that go back")} == set(ReturnReason)


def test_every_proof_exists():
    proofs = {row[2] for row in section("What fails, and what then holds")}
    here = Path(__file__).parent
    assert proofs == {proof for proof in proofs if (here / proof).is_file()}
