"""Acts of staff on a call that got stuck: none of them can do a thing twice."""

from datetime import timedelta

import pytest
from django.utils import timezone

from marketplace.core.data.actors import freelancer
from marketplace.core.data.actors import moderator as as_staff
from marketplace.core.data.models import Event
from marketplace.core.staff.reasons import ReasonTooShort
from payments.ledger.models import Transfer
from payments.operations.models import Operation
from payments.operations.services.kinds import perform_operation
from payments.payouts.models.payouts import Payout
from payments.payouts.services.payouts import clear_due_payouts, pay_out
from payments.releases.services.releases import release_escrow
from payments.staff.errors import (
    EvidenceDoesNotFit,
    EvidenceTaken,
    KeyAlive,
    KeyDead,
    NothingToCompare,
    NothingToLookUp,
    OperationOver,
)
from payments.staff.services.stuck_operations import (
    give_up_operation,
    look_up_operation,
    resend_operation,
    settle_operation,
)
from payments.stripe.errors import ObjectNotFound
from payments.stripe.gateway import gateway_for_worker
from tests.factories.accounts import make_user
from tests.factories.payments import make_payout
from tests.jobs import run_jobs
from tests.payments.books import books
from tests.payments.flows import fund

pytestmark = [pytest.mark.django_db]

WHY = "I have looked in the processor's dashboard."
DAY = timedelta(hours=24)


@pytest.fixture
def sending(sandbox, escrow, client_person, freelancer_person, payer_browser, onboard) -> Operation:
    """A transfer that is written down and not sent yet."""
    onboard(freelancer_person)
    fund(escrow, client_person, payer_browser)
    release_escrow(escrow=escrow, by=freelancer(None), why="approved")
    Payout.objects.update(clears_at=timezone.now())
    clear_due_payouts()
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    return Operation.objects.get(verb="send_transfer")


@pytest.fixture
def lost(sending, sandbox) -> Operation:
    """Sent a day ago, and never made: nobody knows."""
    return stuck(sending, age=DAY)


@pytest.fixture
def made(sending, sandbox) -> Operation:
    """Sent a day ago, and made: the answer was lost."""
    sandbox.control("faults", kind="drop_answer", path="/v1/transfers")
    perform_operation(operation_id=sending.pk)
    return stuck(sending, age=DAY)


def stuck(operation: Operation, *, age: timedelta) -> Operation:
    Operation.objects.filter(pk=operation.pk).update(
        state="unknown", first_sent_at=timezone.now() - age
    )
    operation.refresh_from_db()
    return operation


def facts(operation: Operation) -> dict:
    by = as_staff(make_user("Mia Moderator", is_moderator=True))
    fresh = Operation.objects.get(pk=operation.pk)
    return {"operation": fresh, "gateway": gateway_for_worker(), "by": by, "why": WHY}


def ends(operation: Operation) -> tuple[str, str, int]:
    operation.refresh_from_db()
    payout = Payout.objects.get(pk=operation.subject_id)
    return operation.state, payout.state, Transfer.objects.filter(code="payout_sent").count()


def transfers_at(sandbox) -> list:
    return sandbox.client().v1.transfers.list({}).data


def send_by_hand(sandbox, operation: Operation, **changes) -> str:
    """In the dashboard: without our marks."""
    asked = operation.parameters
    names = ("amount", "currency", "destination", "source_transaction")
    request = {name: asked[name] for name in names} | changes
    return sandbox.client().v1.transfers.create(request).id


def test_what_was_made_is_found_and_recorded(sandbox, made):
    assert look_up_operation(**facts(made)) is True
    assert (ends(made), len(transfers_at(sandbox))) == (("succeeded", "sent", 1), 1)
    event = Event.objects.get(verb="operation.looked_up")
    assert (event.why, event.particulars) == (WHY, {"found": transfers_at(sandbox)[0].id})


def test_what_is_not_there_changes_nothing(lost):
    before = Transfer.objects.count()
    assert look_up_operation(**facts(lost)) is False
    assert (ends(lost), Transfer.objects.count()) == (("unknown", "sending", 0), before)


def test_a_young_key_is_sent_again_and_an_old_one_is_not(sandbox, lost):
    with pytest.raises(KeyDead):
        resend_operation(**facts(lost))
    run_jobs("payments.perform_operation")
    assert (ends(lost), transfers_at(sandbox)) == (("unknown", "sending", 0), [])
    stuck(lost, age=timedelta(hours=22))
    assert resend_operation(**facts(lost)) is True
    run_jobs("payments.perform_operation")
    assert (ends(lost), len(transfers_at(sandbox))) == (("succeeded", "sent", 1), 1)


def test_what_was_made_already_is_not_sent_again(sandbox, made):
    stuck(made, age=timedelta(hours=1))
    assert resend_operation(**facts(made)) is False
    run_jobs("payments.perform_operation")
    assert (ends(made), len(transfers_at(sandbox))) == (("succeeded", "sent", 1), 1)


def test_what_was_done_by_hand_is_recorded_by_its_object(sandbox, lost):
    transfer = send_by_hand(sandbox, lost)
    settle_operation(processor_id=transfer, **facts(lost))
    assert ends(lost) == ("succeeded", "sent", 1)
    payout = Payout.objects.get(pk=lost.subject_id)
    assert (payout.processor_id, "transfer_clearing" in books(payout.escrow)) == (transfer, False)


@pytest.mark.parametrize("changes", [{"amount": 100}, {"source_transaction": None}])
def test_an_object_that_is_something_else_is_refused(sandbox, lost, changes):
    sandbox.control("clock/advance", days=3)
    changes = {name: value for name, value in changes.items() if value}
    if not changes:
        asked = lost.parameters
        names = ("amount", "currency", "destination")
        transfer = sandbox.client().v1.transfers.create({n: asked[n] for n in names}).id
    else:
        transfer = send_by_hand(sandbox, lost, **changes)
    before = Transfer.objects.count()
    with pytest.raises(EvidenceDoesNotFit):
        settle_operation(processor_id=transfer, **facts(lost))
    with pytest.raises(ObjectNotFound):
        settle_operation(processor_id="tr_unknown", **facts(lost))
    assert (ends(lost), Transfer.objects.count()) == (("unknown", "sending", 0), before)


def test_one_object_stands_for_one_call(sandbox, lost):
    transfer = send_by_hand(sandbox, lost)
    Operation.objects.create(
        verb="send_transfer",
        subject_type="payments.payout",
        subject_id=make_payout().pk,
        attempt=1,
        idempotency_key="another",
        state="succeeded",
        processor_id=transfer,
    )
    with pytest.raises(EvidenceTaken):
        settle_operation(processor_id=transfer, **facts(lost))
    assert ends(lost) == ("unknown", "sending", 0)


def test_given_up_only_when_it_cannot_be_done_any_more(lost):
    stuck(lost, age=timedelta(hours=22))
    with pytest.raises(KeyAlive):
        give_up_operation(**facts(lost))
    assert ends(lost) == ("unknown", "sending", 0)
    stuck(lost, age=DAY)
    assert give_up_operation(**facts(lost)) is True
    assert ends(lost) == ("failed", "available", 0)
    assert books(Payout.objects.get().escrow)["payee_available"] == 386_400


def test_what_was_made_is_not_given_up(sandbox, made):
    assert give_up_operation(**facts(made)) is False
    assert (ends(made), len(transfers_at(sandbox))) == (("succeeded", "sent", 1), 1)


def test_what_has_ended_is_left_alone_and_every_act_needs_a_reason(lost):
    for act in (look_up_operation, resend_operation, give_up_operation):
        with pytest.raises(ReasonTooShort):
            act(**facts(lost) | {"why": "ok"})
    give_up_operation(**facts(lost))
    for act in (look_up_operation, resend_operation, give_up_operation):
        with pytest.raises(OperationOver):
            act(**facts(lost))
    with pytest.raises(OperationOver):
        settle_operation(processor_id="tr_1", **facts(lost))
    assert ends(lost) == ("failed", "available", 0)


def test_a_call_that_makes_nothing_says_so(sandbox, freelancer_person, onboard):
    onboard(freelancer_person)
    link = Operation.objects.filter(verb="link_onboarding").latest("id")
    stuck(link, age=timedelta(hours=1))
    with pytest.raises(NothingToLookUp):
        look_up_operation(**facts(link))
    with pytest.raises(NothingToCompare):
        settle_operation(processor_id="x_1", **facts(link))
    assert resend_operation(**facts(link)) is True
