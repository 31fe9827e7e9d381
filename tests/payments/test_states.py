"""Every move that a table does not name is refused and changes nothing."""

import pytest
from django.db import IntegrityError, transaction

from marketplace.core.data.actors import FREELANCER, SYSTEM, Actor
from marketplace.core.data.errors import ActorNotAllowed, IllegalMove
from marketplace.core.data.models import Event
from marketplace.core.data.states import StateTable
from payments import states
from payments.models import Charge, Escrow
from tests.factories.payments import make_charge, make_escrow

pytestmark = [pytest.mark.django_db]

TABLES = [
    (states.ESCROW, states.EscrowState),
    (states.CHARGE, states.ChargeState),
    (states.REFUND, states.RefundState),
    (states.PAYOUT, states.PayoutState),
    (states.BANK_PAYOUT, states.BankPayoutState),
    (states.REVERSAL, states.ReversalState),
    (states.CARD_DISPUTE, states.CardDisputeState),
    (states.CHARGE_PLAN, states.ChargePlanState),
    (states.PAYMENT_METHOD, states.PaymentMethodState),
    (states.METHOD_SETUP, states.MethodSetupState),
    (states.PAYEE, states.PayeeState),
    (states.OPERATION, states.OperationState),
    (states.STRIPE_EVENT, states.StripeEventState),
]


@pytest.mark.parametrize(("table", "known"), TABLES, ids=[table.noun for table, _ in TABLES])
def test_tables_name_known_states_and_reach_all_of_them(table: StateTable, known):
    sources = {source for _, source in table.moves}
    targets = {move.target for move in table.moves.values()}
    assert sources | targets == set(known.values)


LEGAL = {verb: {source for named, source in states.ESCROW.moves if named == verb} for verb, _ in
         states.ESCROW.moves}  # fmt: skip
ILLEGAL = [
    (verb, state)
    for verb, sources in LEGAL.items()
    for state in states.EscrowState.values
    if state not in sources
]


@pytest.mark.parametrize(("verb", "state"), ILLEGAL)
def test_an_illegal_move_of_held_funds_changes_nothing(verb, state):
    escrow = make_escrow()
    Escrow.objects.update(state=state, cancel_reason="cancelled" if state == "cancelled" else "")
    before = Event.objects.count()
    with pytest.raises(IllegalMove):
        states.ESCROW.move(escrow, verb, actor=SYSTEM)
    escrow.refresh_from_db()
    assert (escrow.state, Event.objects.count()) == (state, before)


def test_only_the_processor_says_that_money_arrived():
    escrow = make_escrow()
    with pytest.raises(ActorNotAllowed):
        states.ESCROW.move(escrow, "funded", actor=Actor(None, FREELANCER))
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
