"""Acts of staff on money: small ones at once, large ones when a second person has approved."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, InternalError, transaction
from django.utils import timezone

from accounts.notices.registry import notices_of
from accounts.people.models import User
from marketplace.core.data.actors import SYSTEM, client, moderator
from marketplace.core.data.errors import DomainError, IllegalMove
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from marketplace.core.staff.reasons import ReasonTooShort
from payments.escrows.errors import EscrowDisputed, NotAPart
from payments.escrows.models.escrows import Escrow
from payments.ledger.models import Transfer
from payments.operations.models import Operation
from payments.operations.states import OPERATION
from payments.payouts.models.reversals import Reversal
from payments.refunds.models import Refund
from payments.refunds.services.refunds import REFUND_CHARGE, refund_escrow
from payments.releases.services.releases import release_part
from payments.staff.errors import (
    AdjustmentLapsed,
    AdjustmentStale,
    AdjustmentWaiting,
    AskerMayNotAct,
    NotYourAdjustment,
    SecondPersonNeeded,
)
from payments.staff.models import Adjustment, AdjustmentAct
from payments.staff.services.adjustments import (
    approve_adjustment,
    ask_for_adjustment,
    decline_adjustment,
    expire_adjustments,
    withdraw_adjustment,
)
from tests.factories.accounts import make_freelancer, make_organisation, make_user
from tests.factories.contracts import deliver, make_active
from tests.factories.payments import make_dispute, make_held_escrow, make_payout
from tests.payments.books import books
from tests.payments.charges.test_races import at_once

pytestmark = [pytest.mark.django_db]

ACT = AdjustmentAct
WHY, ALSO = "The client was promised it in writing.", "I have read the promise."


@pytest.fixture
def first(db) -> User:
    return make_user("Fiona First", is_moderator=True)


@pytest.fixture
def second(db) -> User:
    return make_user("Saul Second", is_moderator=True)


@pytest.fixture
def held() -> Escrow:
    return make_held_escrow()


def ask(first: User, subject: object, act: AdjustmentAct = ACT.REFUND_HELD, **parameters: object):
    fresh = type(subject).objects.get(pk=subject.pk)
    return ask_for_adjustment(
        act=act, subject=fresh, by=moderator(first), why=WHY, parameters=parameters
    )


def approve(adjustment: Adjustment, by: User, why: str = ALSO) -> None:
    fresh = Adjustment.objects.get(pk=adjustment.pk)
    approve_adjustment(adjustment=fresh, by=moderator(by), why=why)


def state(adjustment: Adjustment) -> str:
    adjustment.refresh_from_db()
    return adjustment.state


def moved() -> int:
    return Transfer.objects.count()


def test_up_to_the_limit_it_is_done_at_once(first, held):
    asked = ask(first, held, amount=100_000)
    assert (state(asked), asked.decided_by, asked.expires_at) == ("carried_out", None, None)
    assert (Refund.objects.get().amount, books(held)["held"]) == (100_000, 320_000)
    event = Event.objects.get(verb="escrow.part_refunded")
    assert (event.actor, event.why) == (first, WHY)


def test_above_the_limit_it_waits_and_nothing_moves(first, second, held):
    before = moved()
    asked = ask(first, held, amount=100_001)
    assert (state(asked), moved(), Refund.objects.count()) == ("waiting", before, 0)
    assert asked.rests_on == {"held": 420_000}
    told = notices_of(Event.objects.get(verb="adjustment.asked"))
    assert [(user, notice.subject) for user, notice in told] == [
        (second, "A second person is needed: Refund held money, 1,000.01 USD")
    ]


def test_the_second_person_lets_it_happen_in_the_name_of_the_first(first, second, held):
    asked = ask(first, held, amount=420_000)
    approve(asked, second)
    held.refresh_from_db()
    assert (state(asked), asked.decided_by, held.state) == ("carried_out", second, "refunded")
    done, approved = (Event.objects.get(verb=v) for v in ("escrow.refunded", "adjustment.approved"))
    assert (done.actor, done.why) == (first, WHY)
    assert (approved.actor, approved.why) == (second, ALSO)
    [(told, _)] = list(notices_of(approved))
    assert told == first


def test_nobody_approves_or_declines_what_they_asked_for(first, held):
    asked, before = ask(first, held, amount=420_000), moved()
    for decide in (approve_adjustment, decline_adjustment):
        with pytest.raises(SecondPersonNeeded):
            decide(adjustment=asked, by=moderator(first), why=ALSO)
    assert (state(asked), moved()) == ("waiting", before)


def test_a_decision_needs_a_reason(second, first, held):
    asked, before = ask(first, held, amount=420_000), moved()
    with pytest.raises(ReasonTooShort):
        approve(asked, second, why="ok")
    assert (state(asked), moved()) == ("waiting", before)


@pytest.mark.django_db(transaction=True)
def test_two_approvals_at_once_carry_it_out_once(first, second, held):
    asked, third = ask(first, held, amount=420_000), make_user("Tess Third", is_moderator=True)
    results = at_once(lambda: approve(asked, second), lambda: approve(asked, third))
    assert sorted(str(type(result).__name__) for result in results) == ["IllegalMove", "NoneType"]
    assert (Refund.objects.count(), Transfer.objects.filter(code="refund_decided").count()) == (
        1,
        1,
    )


@pytest.mark.django_db(transaction=True)
def test_an_approval_and_a_withdrawal_at_once_have_one_winner(first, second, held):
    asked = ask(first, held, amount=420_000)
    withdrawn = Adjustment.objects.get(pk=asked.pk)
    results = at_once(
        lambda: approve(asked, second),
        lambda: withdraw_adjustment(adjustment=withdrawn, by=moderator(first), why=WHY),
    )
    assert [type(r) for r in results if isinstance(r, DomainError)] == [IllegalMove]
    assert Refund.objects.count() == (1 if state(asked) == "carried_out" else 0)


def test_other_figures_than_it_was_asked_about_make_it_stale(first, second, held):
    asked = ask(first, held, amount=200_000)
    release_part(
        escrow=held, part=Money(1, "USD"), by=client(None), why="A first part is finished."
    )
    before = moved()
    with pytest.raises(AdjustmentStale, match=r"held 4,200\.00 USD; now held 4,199\.99 USD"):
        approve(asked, second)
    assert (state(asked), moved(), Refund.objects.count()) == ("waiting", before, 0)


def test_what_the_service_refuses_then_is_refused_then(first, second, held):
    asked = ask(first, held, amount=420_000)
    make_dispute(held)
    before = moved()
    with pytest.raises(EscrowDisputed):
        approve(asked, second)
    assert (state(asked), moved()) == ("waiting", before)


def test_what_the_service_refuses_now_is_not_asked_for(first, held):
    before = moved()
    with pytest.raises(NotAPart):
        ask(first, held, amount=420_001)
    assert (Adjustment.objects.count(), moved()) == (0, before)


def test_who_lost_their_powers_has_nothing_carried_out(first, second, held):
    asked, before = ask(first, held, amount=420_000), moved()
    User.objects.filter(pk=first.pk).update(is_moderator=False)
    with pytest.raises(AskerMayNotAct):
        approve(asked, second)
    assert (state(asked), moved()) == ("waiting", before)


def test_declined_moves_nothing_and_is_told(first, second, held):
    asked, before = ask(first, held, amount=420_000), moved()
    decline_adjustment(adjustment=asked, by=moderator(second), why="The promise is not ours.")
    assert (state(asked), moved()) == ("declined", before)
    [(told, notice)] = list(notices_of(Event.objects.get(verb="adjustment.declined")))
    assert (told, "The promise is not ours." in notice.text) == (first, True)


def test_only_who_asked_withdraws(first, second, held):
    asked, before = ask(first, held, amount=420_000), moved()
    with pytest.raises(NotYourAdjustment):
        withdraw_adjustment(adjustment=asked, by=moderator(second), why=WHY)
    withdraw_adjustment(adjustment=asked, by=moderator(first), why="It was the wrong escrow.")
    assert (state(asked), moved()) == ("withdrawn", before)
    with pytest.raises(IllegalMove):
        approve(asked, second)


def test_it_lapses_after_seven_days(first, second, held, time_machine):
    asked, before = ask(first, held, amount=420_000), moved()
    assert expire_adjustments() == 0
    time_machine.move_to(timezone.now() + timedelta(days=7))
    with pytest.raises(AdjustmentLapsed):
        approve(asked, second)
    assert (expire_adjustments(), state(asked), moved()) == (1, "expired", before)


def test_the_same_is_asked_once_until_it_has_lapsed(first, second, held, time_machine):
    asked = ask(first, held, amount=420_000)
    with pytest.raises(AdjustmentWaiting):
        ask(second, held, amount=300_000)
    time_machine.move_to(timezone.now() + timedelta(days=8))
    ask(second, held, amount=300_000)
    assert (state(asked), Adjustment.objects.filter(state="waiting").count()) == ("expired", 1)


def test_an_amount_is_not_divided_to_stay_below_the_limit(first, held, time_machine):
    assert state(ask(first, held, amount=60_000)) == "carried_out"
    waits = ask(first, held, amount=40_001)
    assert (state(waits), books(held)["held"]) == ("waiting", 360_000)
    time_machine.move_to(timezone.now() + timedelta(days=31))
    assert state(ask(first, held, amount=40_001)) == "carried_out"


def test_in_a_currency_without_a_limit_every_act_waits(first, settings):
    settings.SECOND_PERSON_ABOVE = {"USD": 100_000}
    assert state(ask(first, make_held_escrow(currency="EUR"), amount=1)) == "waiting"


def owing(payer=None, payee=None) -> User:
    """Somebody whose transfer could not be reversed: they owe the net."""
    payout = make_payout(payer, payee)
    type(payout).objects.filter(pk=payout.pk).update(state="sent", processor_id="tr_made")
    done = make_user("Dora Done", is_moderator=True)
    approve(ask(done, payout.escrow, ACT.RECALL_RELEASE, amount=420_000), make_user("Otto Other"))
    Reversal.objects.update(state="refused")
    return payout.payee


def failed_refund() -> Refund:
    """Refused by the processor: the money is held again."""
    refund = refund_escrow(escrow=make_held_escrow(), by=client(None), why="Both agreed.")
    operation = Operation.objects.get(verb=REFUND_CHARGE.name)
    with transaction.atomic():
        OPERATION.move(operation, "failed", actor=SYSTEM)
        REFUND_CHARGE.fail(refund, operation, "The card was closed.")
    return refund


def standing():
    """Delivered work whose client is suspended."""
    owner = make_user("Stan Still")
    contract = make_active(make_organisation(owner), owner, make_freelancer())
    unit = contract.units.get(position=1)
    deliver(unit)
    User.objects.filter(pk=owner.pk).update(is_active=False)
    return unit.escrow


def overturned():
    escrow = make_held_escrow()
    make_dispute(escrow, "lost")
    return make_dispute(escrow, "won")


CASES = {
    ACT.REFUND_HELD: (make_held_escrow, {"amount": 420_000}, {"refund_decided"}),
    ACT.APPROVE_WORK: (standing, {}, {"release", "cleared"}),
    ACT.RESEND_REFUND: (failed_refund, {}, {"refund_decided"}),
    ACT.RECALL_RELEASE: (
        lambda: make_payout().escrow,
        {"amount": 420_000},
        {"release_recalled", "receivable_settled", "refund_decided"},
    ),
    ACT.WRITE_OFF: (owing, {"amount": 386_400, "currency": "USD"}, {"receivable_written_off"}),
    ACT.ACCEPT_DISPUTE: (lambda: make_dispute(make_held_escrow()), {}, set()),
    ACT.DECIDE_LOSS: (
        lambda: make_dispute(make_payout().escrow, "lost"),
        {"bears": "payee"},
        {"loss_recovered", "receivable_settled"},
    ),
    ACT.SETTLE_OVERTURNED: (overturned, {"to": "payer"}, {"refund_decided"}),
}


@pytest.mark.parametrize("act", CASES)
def test_each_act_waits_and_then_posts_its_own_movements_only(act, first, second):
    make, parameters, codes = CASES[act]
    subject = make()
    before = moved()
    asked = ask(first, subject, act, **parameters)
    assert (state(asked), moved()) == ("waiting", before)
    last = Transfer.objects.latest("id").pk
    approve(asked, second)
    assert state(asked) == "carried_out"
    assert set(Transfer.objects.filter(pk__gt=last).values_list("code", flat=True)) == codes


def test_every_act_is_tried_above():
    assert set(CASES) == set(ACT)


def test_the_database_knows_that_it_takes_two(first, second, held):
    asked = ask(first, held, amount=420_000)
    rows = Adjustment.objects.filter(pk=asked.pk)
    for values in (
        {"state": "carried_out", "decided_by": first},
        {"state": "carried_out"},
        {"state": "withdrawn", "decided_by": second},
    ):
        with pytest.raises(IntegrityError, match="adjustment_two_people"), transaction.atomic():
            rows.update(**values)
    for values in ({"amount": 1}, {"asked_by": second}, {"parameters": {}}):
        with pytest.raises(InternalError, match="pgtrigger"), transaction.atomic():
            rows.update(**values)
    with pytest.raises(InternalError, match="pgtrigger"), transaction.atomic():
        rows.delete()
