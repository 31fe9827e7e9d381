"""A dispute lost after the release: who bears it is decided once, and undone if it is won."""

import pytest

from accounts.notices.registry import notices_of
from marketplace.core.data.actors import client, freelancer, moderator
from marketplace.core.data.errors import DomainError
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from marketplace.core.staff.reasons import ReasonTooShort
from payments.card_disputes.errors import LossNotToDecide, NothingToSettle
from payments.card_disputes.models import CardDispute
from payments.card_disputes.services.losses import decide_loss, settle_overturned
from payments.ledger.models import Transfer
from payments.payouts.models.payouts import Payout
from payments.payouts.models.reversals import Reversal
from payments.payouts.queries.receivables import debt_lines, owed_by
from payments.payouts.services.payouts import pay_out
from payments.refunds.errors import ChargeNotRefundable
from payments.refunds.models import Refund
from payments.releases.errors import PayoutUnderWay
from payments.releases.services.recalls import recall_release
from payments.releases.services.releases import release_escrow
from tests.factories.payments import make_dispute, make_payout
from tests.jobs import run_jobs
from tests.payments.books import books
from tests.payments.charges.test_races import at_once
from tests.payments.flows import fund
from tests.payments.releases.test_recalls import clear, empty_the_account
from tests.payments.sandbox_disputes import books_agree, dispute, end, figures

pytestmark = [pytest.mark.django_db]

WHY = "The delivery was somebody else's model."


def decide(dispute: CardDispute, bears: str) -> None:
    fresh = CardDispute.objects.get(pk=dispute.pk)
    decide_loss(dispute=fresh, bears=bears, by=moderator(None), why=WHY)


@pytest.fixture
def released(escrow, client_person, sandbox, payer_browser, onboard, freelancer_person) -> Payout:
    onboard(freelancer_person)
    fund(escrow, client_person, payer_browser)
    return release_escrow(escrow=escrow, by=client(None), why="approved")


@pytest.fixture
def sent(released, freelancer_person) -> Payout:
    clear()
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    run_jobs("payments.perform_operation")
    return released


def lose(sandbox, payout: Payout) -> CardDispute:
    return end(sandbox, dispute(sandbox, payout.escrow), "lost")


def bears(lost: CardDispute) -> str:
    lost.refresh_from_db()
    return lost.bears


def test_the_platform_bears_it_and_nothing_moves(sandbox, released):
    lost = lose(sandbox, released)
    before = (books(released.escrow), Transfer.objects.count())
    decide(lost, "platform")
    assert (bears(lost), figures(released.escrow)) == ("platform", ("released", 420_000, 0))
    assert (books(released.escrow), Transfer.objects.count()) == before
    event = Event.objects.get(verb="card_dispute.borne_by_platform")
    [(_, notice)] = list(notices_of(event))
    assert notice.subject == "You keep what was released for “Model and evaluation”"
    assert (event.why, books_agree()) == (WHY, True)


def test_the_payee_bears_what_was_not_sent_yet(sandbox, released):
    lost = lose(sandbox, released)
    decide(lost, "payee")
    assert (bears(lost), figures(released.escrow)) == ("payee", ("refunded", 0, 420_000))
    assert set(books(released.escrow)) == {"processor_balance", "processor_fees", "dispute_fees"}
    assert books_agree()


def test_what_was_sent_is_reversed(sandbox, sent):
    lost = lose(sandbox, sent)
    decide(lost, "payee")
    assert owed_by(sent.payee) == [Money(386_400, "USD")]
    run_jobs("payments.perform_operation")
    assert (Reversal.objects.get().state, owed_by(sent.payee)) == ("made", [])
    assert (figures(sent.escrow), books_agree()) == (("refunded", 0, 420_000), True)


def test_what_cannot_be_reversed_is_owed(sandbox, sent):
    empty_the_account(sandbox)
    lost = lose(sandbox, sent)
    decide(lost, "payee")
    run_jobs("payments.perform_operation")
    assert owed_by(sent.payee) == [Money(386_400, "USD")]
    assert [line.what for line in debt_lines(sent.payee)] == ["A lost card dispute"]


def test_it_is_decided_once_with_a_reason_and_not_while_a_payout_is_under_way(
    sandbox, released, freelancer_person
):
    lost = lose(sandbox, released)
    with pytest.raises(ReasonTooShort):
        decide_loss(dispute=lost, bears="payee", by=moderator(None), why="So.")
    clear()
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    before = (books(released.escrow), Transfer.objects.count())
    with pytest.raises(PayoutUnderWay):
        decide(lost, "payee")
    assert (books(released.escrow), Transfer.objects.count(), bears(lost)) == (
        *before, "undecided",
    )  # fmt: skip
    decide(lost, "platform")
    with pytest.raises(LossNotToDecide):
        decide(lost, "payee")
    assert bears(lost) == "platform"


@pytest.mark.django_db(transaction=True)
def test_two_moderators_at_once_decide_once():
    lost = make_dispute(make_payout().escrow, "lost")
    results = at_once(lambda: decide(lost, "payee"), lambda: decide(lost, "platform"))
    refused = [result for result in results if isinstance(result, DomainError)]
    assert [type(refusal) for refusal in refused] == [LossNotToDecide]
    verbs = Event.objects.filter(verb__startswith="card_dispute.borne_by_")
    assert verbs.count() == 1


def test_a_disputed_release_is_not_taken_back_as_well(sandbox, released):
    dispute(sandbox, released.escrow)
    before = (books(released.escrow), Transfer.objects.count())
    with pytest.raises(ChargeNotRefundable):
        recall_release(escrow=released.escrow, part=Money(1, "USD"), by=moderator(None), why=WHY)
    assert (books(released.escrow), Transfer.objects.count()) == before


def test_won_after_all_the_platform_has_again_what_it_bore(sandbox, released):
    lost = lose(sandbox, released)
    decide(lost, "platform")
    won = end(sandbox, lost, "overturned")
    assert (won.state, won.at_bank, won.bears) == ("won", 0, "")
    assert "losses" not in books(released.escrow)
    assert (figures(released.escrow), books_agree()) == (("released", 420_000, 0), True)


def test_won_after_all_the_payee_earns_again_what_they_bore(sandbox, sent, freelancer_person):
    lost = lose(sandbox, sent)
    decide(lost, "payee")
    run_jobs("payments.perform_operation")
    end(sandbox, lost, "overturned")
    again = Payout.objects.latest("id")
    assert (again.state, again.amount, again.fee) == ("accrued", 386_400, 33_600)
    assert figures(sent.escrow) == ("released", 420_000, 0)
    clear()
    pay_out(payee=freelancer_person, by=freelancer(freelancer_person))
    run_jobs("payments.perform_operation")
    again.refresh_from_db()
    assert (again.state, books_agree()) == ("sent", True)


def test_won_after_all_a_debt_that_was_never_paid_is_settled_first(sandbox, sent):
    empty_the_account(sandbox)
    lost = lose(sandbox, sent)
    decide(lost, "payee")
    run_jobs("payments.perform_operation")
    end(sandbox, lost, "overturned")
    clear()
    assert owed_by(sent.payee) == []
    assert Payout.objects.latest("id").state == "withheld"


@pytest.mark.parametrize(("to", "end_state"), [("payee", "released"), ("payer", "refunded")])
def test_won_after_all_what_had_been_held_is_settled_by_staff(
    sandbox, escrow, client_person, payer_browser, to, end_state
):
    fund(escrow, client_person, payer_browser)
    lost = end(sandbox, dispute(sandbox, escrow), "lost")
    assert figures(escrow) == ("refunded", 0, 420_000)
    with pytest.raises(NothingToSettle):
        settle_overturned(dispute=lost, to=to, by=moderator(None), why=WHY)
    won = end(sandbox, lost, "overturned")
    assert (figures(escrow), books(escrow)["held"]) == (("held", 0, 0), 420_000)
    settle_overturned(dispute=won, to=to, by=moderator(None), why=WHY)
    run_jobs("payments.perform_operation")
    assert (figures(escrow)[0], books_agree()) == (end_state, True)


@pytest.mark.parametrize(("outcome", "refunds"), [("won", ["succeeded"]), ("lost", [])])
def test_a_release_that_is_being_taken_back_waits_for_the_bank(sandbox, sent, outcome, refunds):
    recall_release(escrow=sent.escrow, part=Money(420_000, "USD"), by=moderator(None), why=WHY)
    opened = dispute(sandbox, sent.escrow)
    run_jobs("payments.perform_operation")
    assert (figures(sent.escrow), Refund.objects.count()) == (("recalled", 0, 0), 0)
    end(sandbox, opened, outcome)
    run_jobs("payments.perform_operation")
    assert list(Refund.objects.values_list("state", flat=True)) == refunds
    assert (figures(sent.escrow), books_agree()) == (("refunded", 0, 420_000), True)
    assert "held" not in books(sent.escrow)
