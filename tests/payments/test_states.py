"""Every move that a table does not name is refused and changes nothing."""

import pytest
from django.db import IntegrityError, transaction

from marketplace.core.data.actors import FREELANCER, SYSTEM, Actor
from marketplace.core.data.errors import ActorNotAllowed, IllegalMove
from marketplace.core.data.models import Event
from marketplace.core.data.states import StateTable
from payments.card_disputes.states import CARD_DISPUTE, CardDisputeState
from payments.charges.models import Charge
from payments.charges.states import CHARGE, CHARGE_PLAN, ChargePlanState, ChargeState
from payments.escrows.models.escrows import Escrow
from payments.escrows.states import ESCROW, EscrowState
from payments.operations.states import OPERATION, OperationState
from payments.payment_methods.states import (
    METHOD_SETUP,
    PAYMENT_METHOD,
    MethodSetupState,
    PaymentMethodState,
)
from payments.payouts.states import (
    BANK_PAYOUT,
    PAYEE,
    PAYOUT,
    REVERSAL,
    BankPayoutState,
    PayeeState,
    PayoutState,
    ReversalState,
)
from payments.refunds.states import REFUND, RefundState
from payments.webhooks.states import STRIPE_EVENT, StripeEventState
from tests.factories.payments import make_charge, make_escrow

pytestmark = [pytest.mark.django_db]

TABLES = [
    (ESCROW, EscrowState),
    (CHARGE, ChargeState),
    (REFUND, RefundState),
    (PAYOUT, PayoutState),
    (BANK_PAYOUT, BankPayoutState),
    (REVERSAL, ReversalState),
    (CARD_DISPUTE, CardDisputeState),
    (CHARGE_PLAN, ChargePlanState),
    (PAYMENT_METHOD, PaymentMethodState),
    (METHOD_SETUP, MethodSetupState),
    (PAYEE, PayeeState),
    (OPERATION, OperationState),
    (STRIPE_EVENT, StripeEventState),
]


@pytest.mark.parametrize(("table", "known"), TABLES, ids=[table.noun for table, _ in TABLES])
def test_tables_name_known_states_and_reach_all_of_them(table: StateTable, known):
    sources = {source for _, source in table.moves}
    targets = {move.target for move in table.moves.values()}
    assert sources | targets == set(known.values)


LEGAL = {verb: {source for named, source in ESCROW.moves if named == verb} for verb, _ in
         ESCROW.moves}  # fmt: skip
ILLEGAL = [
    (verb, state)
    for verb, sources in LEGAL.items()
    for state in EscrowState.values
    if state not in sources
]


def test_an_illegal_move_of_held_funds_changes_nothing():
    escrow = make_escrow()
    before = Event.objects.count()
    for verb, state in ILLEGAL:
        reason = "cancelled" if state == "cancelled" else ""
        Escrow.objects.update(state=state, cancel_reason=reason)
        escrow.refresh_from_db()
        with pytest.raises(IllegalMove):
            ESCROW.move(escrow, verb, actor=SYSTEM)
        escrow.refresh_from_db()
        assert (verb, escrow.state, Event.objects.count()) == (verb, state, before)
    assert len(ILLEGAL) == 170


def test_only_the_processor_says_that_money_arrived():
    escrow = make_escrow()
    with pytest.raises(ActorNotAllowed):
        ESCROW.move(escrow, "funded", actor=Actor(None, FREELANCER))
    escrow.refresh_from_db()
    assert escrow.state == "awaiting_funds"


@pytest.mark.parametrize("state", ["open", "succeeded"])
def test_the_database_refuses_two_charges_of_one_escrow_in(state):
    charge = make_charge(make_escrow())
    Charge.objects.update(state=state)
    with pytest.raises(IntegrityError), transaction.atomic():
        Charge.objects.create(escrow=charge.escrow, currency="USD", amount=1, state=state)
    assert Charge.objects.count() == 1


@pytest.mark.parametrize(
    "wrong", [{"amount": 0}, {"fee_basis_points": 10_001}, {"state": "elsewhere"}]
)
def test_the_database_refuses_an_escrow_with(wrong):
    escrow = make_escrow()
    with pytest.raises(IntegrityError), transaction.atomic():
        Escrow.objects.update(**wrong)
    escrow.refresh_from_db()
    assert (escrow.amount, escrow.fee_basis_points) == (420_000, 800)
