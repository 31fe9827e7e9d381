"""A card dispute that staff give up: the bank keeps the money, once, and nothing else is sent."""

import pytest

from marketplace.core.data.actors import client, moderator
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from marketplace.core.staff.reasons import ReasonTooShort
from payments.card_disputes.errors import NotAnswerable
from payments.card_disputes.models import CardDispute
from payments.card_disputes.queries import is_answerable
from payments.card_disputes.services.acceptance import accept_dispute
from payments.card_disputes.services.evidence import give_evidence
from payments.ledger.models import Transfer
from payments.operations.models import Operation
from payments.operations.services.kinds import perform_operation
from payments.releases.services.releases import release_part
from tests.factories.payments import make_dispute, make_held_escrow
from tests.jobs import run_jobs
from tests.payments.books import books
from tests.payments.charges.test_races import at_once
from tests.payments.flows import fund
from tests.payments.sandbox_disputes import books_agree, dispute, figures

pytestmark = [pytest.mark.django_db]

WHY = "The delivery came late, and the client is right."


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def paid(escrow, client_person, sandbox, payer_browser):
    fund(escrow, client_person, payer_browser)
    return escrow


def accept(opened: CardDispute, why: str = WHY) -> None:
    fresh = CardDispute.objects.get(pk=opened.pk)
    accept_dispute(dispute=fresh, by=moderator(None), why=why)


def test_what_is_held_is_lost_at_once(sandbox, paid):
    opened = dispute(sandbox, paid)
    accept(opened)
    assert figures(paid) == ("disputed", 0, 0)
    run_jobs("payments.perform_operation")
    opened.refresh_from_db()
    assert (opened.state, opened.lost_held, opened.bears) == ("lost", 420_000, "")
    assert (figures(paid), "held" in books(paid)) == (("refunded", 0, 420_000), False)
    assert Event.objects.get(verb="card_dispute.accepted").why == WHY
    assert books_agree()


def test_what_had_been_released_is_for_staff_to_decide(sandbox, paid):
    release_part(escrow=paid, part=Money(100_000, "USD"), by=client(None), why="A part is done.")
    opened = dispute(sandbox, paid)
    accept(opened)
    run_jobs("payments.perform_operation")
    opened.refresh_from_db()
    assert (opened.state, opened.bears, opened.lost_released) == ("lost", "undecided", 100_000)
    assert books_agree()


def test_it_is_given_up_once_and_no_evidence_follows(sandbox, paid):
    opened = dispute(sandbox, paid)
    before = Transfer.objects.count()
    with pytest.raises(ReasonTooShort):
        accept(opened, why="ok")
    accept(opened)
    with pytest.raises(NotAnswerable):
        accept(opened)
    with pytest.raises(NotAnswerable):
        give_evidence(dispute=opened, note="", by=moderator(None), why=WHY)
    assert Operation.objects.filter(verb="accept_dispute").count() == 1
    assert (Transfer.objects.count(), is_answerable(opened)) == (before, False)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_give_it_up_once():
    opened = make_dispute(make_held_escrow())
    results = at_once(lambda: accept(opened), lambda: accept(opened))
    assert sorted(type(result).__name__ for result in results) == ["NoneType", "NotAnswerable"]
    assert Operation.objects.filter(verb="accept_dispute").count() == 1


def test_an_inquiry_has_taken_nothing_to_give_up(sandbox, paid):
    asked = dispute(sandbox, paid, inquiry=True)
    with pytest.raises(NotAnswerable):
        accept(asked)
    assert Operation.objects.filter(verb="accept_dispute").count() == 0


def test_a_lost_answer_is_no_second_loss(sandbox, paid):
    opened = dispute(sandbox, paid)
    accept(opened)
    operation = Operation.objects.get(verb="accept_dispute")
    sandbox.control("faults", kind="drop_answer", path="/v1/disputes/*")
    perform_operation(operation_id=operation.pk)
    Operation.objects.update(next_try_at=operation.created_at)
    perform_operation(operation_id=operation.pk)
    opened.refresh_from_db()
    assert (opened.state, Transfer.objects.filter(code="dispute_lost").count()) == ("lost", 1)
    assert books_agree()


def test_what_the_processor_does_not_close_waits_for_an_answer_again(sandbox, paid):
    opened = dispute(sandbox, paid)
    accept(opened)
    sandbox.control("faults", kind="fail", path="/v1/disputes/*", status=400)
    run_jobs("payments.perform_operation")
    opened.refresh_from_db()
    assert (opened.state, opened.accepted_at, is_answerable(opened)) == (
        "needs_response", None, True,
    )  # fmt: skip
    accept(opened)
    run_jobs("payments.perform_operation")
    opened.refresh_from_db()
    assert opened.state == "lost"
