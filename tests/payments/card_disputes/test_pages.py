"""What staff see and do about card disputes, and what both sides are told."""

import pytest
from django.urls import reverse

from marketplace.core.data.models import Event
from payments.card_disputes.models import CardDispute, CardDisputeEvidence
from payments.staff.models import Adjustment
from tests.factories.accounts import make_user
from tests.factories.payments import make_dispute, make_held_escrow, make_payout

pytestmark = [pytest.mark.django_db]

WHY = "The evidence says so clearly."


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def desk(browser_of, moderator):
    return browser_of(moderator)


@pytest.fixture
def opened(organisation, freelancer_person) -> CardDispute:
    return make_dispute(make_held_escrow(organisation, freelancer_person))


@pytest.fixture
def lost(organisation, freelancer_person) -> CardDispute:
    return make_dispute(make_payout(organisation, freelancer_person).escrow, "lost")


def page(name: str, dispute: CardDispute) -> str:
    return reverse(f"payments:{name}", args=[dispute.public_id])


PAGES = (
    "staff_card_dispute", "staff_evidence_preview", "staff_give_evidence",
    "staff_accept_dispute", "staff_decide_loss", "staff_settle_overturned",
)  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_strangers_and_both_sides_are_kept_out_of_the_pages_of_staff(
    browser_of, stranger, client_person, freelancer_person, opened, name
):
    for user in (stranger, client_person, freelancer_person):
        assert browser_of(user).get(page(name, opened)).status_code == 403
        assert browser_of(user).post(page(name, opened)).status_code == 403


def test_the_list_has_the_earliest_deadline_first(desk, organisation, freelancer_person):
    for number in (1, 2):
        escrow = make_held_escrow(organisation, freelancer_person, title=f"Work {number}")
        make_dispute(escrow, id=f"du_{number}")
    first = CardDispute.objects.get(processor_id="du_1")
    CardDispute.objects.filter(pk=first.pk).update(evidence_due_at="2030-01-01T00:00Z")
    shown = desk.get(reverse("payments:staff_card_disputes")).context["to_answer"]
    assert [dispute.processor_id for dispute in shown] == ["du_2", "du_1"]
    home = desk.get(reverse("accounts:staff")).content.decode()
    assert "Card disputes to answer" in home


def test_a_moderator_sends_evidence_with_a_reason(desk, opened):
    form = desk.get(page("staff_give_evidence", opened)).content.decode()
    assert "once and for good" in form
    answer = desk.post(page("staff_give_evidence", opened), {"note": "Delivered.", "why": "So"})
    assert (answer.status_code, CardDisputeEvidence.objects.count()) == (422, 0)
    sent = {"note": "Delivered.", "why": WHY}
    answer = desk.post(page("staff_give_evidence", opened), sent)
    assert answer.url == page("staff_card_dispute", opened)
    evidence = CardDisputeEvidence.objects.get()
    assert evidence.fields["uncategorized_text"] == "Delivered."
    again = desk.post(page("staff_give_evidence", opened), sent)
    assert (again.status_code, CardDisputeEvidence.objects.count()) == (422, 1)
    kept = desk.get(reverse("payments:staff_sent_evidence", args=[evidence.public_id]))
    assert b"".join(kept.streaming_content)[:5] == b"%PDF-"
    assert kept["Content-Disposition"].startswith("attachment")


def test_the_preview_is_a_document_to_take_away(desk, opened):
    answer = desk.get(page("staff_evidence_preview", opened))
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_moderator_decides_who_bears_a_loss(desk, lost, settings):
    settings.SECOND_PERSON_ABOVE = {"USD": 420_000}
    shown = desk.get(page("staff_decide_loss", lost)).content.decode()
    assert "4,200.00" in shown
    answer = desk.post(page("staff_decide_loss", lost), {"bears": "nobody", "why": WHY})
    assert (answer.status_code, CardDispute.objects.get().bears) == (422, "undecided")
    desk.post(page("staff_decide_loss", lost), {"bears": "payee", "why": WHY})
    assert CardDispute.objects.get().bears == "payee"
    assert Event.objects.get(verb="card_dispute.borne_by_payee").why == WHY


def test_a_large_loss_waits_for_a_second_person(desk, lost):
    answer = desk.post(page("staff_decide_loss", lost), {"bears": "payee", "why": WHY})
    asked = Adjustment.objects.get()
    assert answer.url == reverse("payments:staff_adjustment", args=[asked.public_id])
    assert (asked.state, CardDispute.objects.get().bears) == ("waiting", "undecided")
    assert (
        "Waits for a second person" in desk.get(page("staff_card_dispute", lost)).content.decode()
    )


def test_a_dispute_is_given_up_by_two_people_with_its_amounts_said_before(browser_of, desk, opened):
    path = page("staff_accept_dispute", opened)
    shown = desk.get(path).content.decode()
    assert "at once and for good" in shown and "4,200.00" in shown
    desk.post(path, {"why": WHY})
    asked = Adjustment.objects.get()
    assert (asked.state, CardDispute.objects.get().accepted_at) == ("waiting", None)
    second = browser_of(make_user("Saul Second", is_moderator=True))
    approval = reverse("payments:staff_approve_adjustment", args=[asked.public_id])
    second.post(approval, {"why": WHY})
    assert CardDispute.objects.get().accepted_at is not None
    assert "Accept it as lost" not in desk.get(page("staff_card_dispute", opened)).content.decode()


def test_staff_decide_nothing_about_their_own_money(
    browser_of, freelancer_person, organisation, lost
):
    type(freelancer_person).objects.filter(pk=freelancer_person.pk).update(is_moderator=True)
    freelancer_person.refresh_from_db()
    own = browser_of(freelancer_person)
    answer = own.post(page("staff_decide_loss", lost), {"bears": "platform", "why": WHY})
    assert (answer.status_code, CardDispute.objects.get().bears) == (403, "undecided")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("needs_response", "bank disputes this payment"),
        ("inquiry", "bank asks about this payment"),
        ("lost", "bank took the payment back"),
    ],
)
def test_both_sides_read_what_it_means(
    browser_of, client_person, freelancer_person, organisation, state, words
):
    escrow = make_held_escrow(organisation, freelancer_person)
    make_dispute(escrow, state)
    for user in (client_person, freelancer_person):
        shown = browser_of(user).get(reverse("payments:escrow", args=[escrow.public_id]))
        assert words in shown.content.decode()


def test_a_frozen_escrow_offers_no_act_and_shows_where_the_money_is(
    browser_of, client_person, opened
):
    answer = browser_of(client_person).get(
        reverse("payments:escrow", args=[opened.escrow.public_id])
    )
    assert dict(answer.context["parts"])["disputed"] == 420_000
    assert "Release a part" not in answer.content.decode()
    part = reverse("payments:release_part", args=[opened.escrow.public_id])
    assert browser_of(client_person).get(part).status_code == 404


def test_programs_see_the_dispute_and_nothing_of_how_it_is_decided(
    browser_of, client_person, opened
):
    path = f"/api/v1/escrows/{opened.escrow.public_id}/"
    told = browser_of(client_person).get(path).json()
    assert told["state"] == "disputed"
    [dispute] = told["card_disputes"]
    assert set(dispute) == {"id", "state", "amount", "says", "opened_at", "closed_at"}
    assert (dispute["state"], dispute["says"]) == (
        "needs_response", "What was paid for was not delivered.",
    )  # fmt: skip
