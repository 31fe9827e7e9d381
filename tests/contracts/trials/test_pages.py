"""What the two sides do with a trial in their browsers, and what a stranger cannot."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from contracts.agreements.models.contracts import Contract
from contracts.trials.services.reviews import approve_trial, request_changes
from contracts.units.services.criteria import Finding
from marketplace.core.data import capabilities
from marketplace.core.data.capabilities import Capability
from projects.proposals.services.proposals import accept_proposal
from tests.factories.accounts import make_freelancer
from tests.factories.contracts import fresh
from tests.factories.trials import hand_in, offer_to, propose_to, start, trial_of

FORM = {
    "task": "Find the column that leaks.",
    "criteria": "The notebook runs.\nIt names the column.",
    "hours": "10",
    "due_days": "5",
    "amount": "900",
}
DELIVERY = {
    "note": "The column is tenure_band.",
    "questions": "When is it written?",
    "next_steps": "A split by time.",
    "criterion-1-met": "met",
    "criterion-1-words": "Cell 4.",
    "criterion-2-met": "met",
    "criterion-2-words": "Cell 9.",
}


@pytest.fixture
def client_side(browser_of, client_person):
    return browser_of(client_person)


@pytest.fixture
def freelancer_side(browser_of, freelancer_person):
    return browser_of(freelancer_person)


def at(name, subject) -> str:
    return reverse(f"contracts:{name}", args=[subject.public_id])


def text_of(answer) -> str:
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def test_the_client_offers_a_trial_from_the_page_of_the_proposal(proposal, client_side):
    page = client_side.get(proposal.get_absolute_url())
    assert f'href="{at("trial_offer", proposal)}"' in page.content.decode()
    assert "No money moves now." in text_of(client_side.get(at("trial_offer", proposal)))
    answer = client_side.post(at("trial_offer", proposal), FORM)
    contract = proposal.contracts.get()
    assert answer.url == at("signature", contract)
    assert contract.terms.draft.trial.criteria == ("The notebook runs.", "It names the column.")
    assert "Find the column that leaks." in text_of(client_side.get(contract.get_absolute_url()))
    assert client_side.get(at("signature", contract)).status_code == 200


def test_the_button_waits_until_trials_are_live(proposal, client_side, monkeypatch):
    monkeypatch.setattr(capabilities, "LIVE", capabilities.LIVE - {Capability.TRIAL})
    assert "Offer a paid trial" not in text_of(client_side.get(proposal.get_absolute_url()))


def test_a_refused_offer_keeps_what_was_typed(proposal, client_side):
    answer = client_side.post(at("trial_offer", proposal), FORM | {"hours": "30"})
    assert (answer.status_code, Contract.objects.count()) == (422, 0)
    assert 'value="30"' in answer.content.decode()


def test_the_next_offer_begins_with_the_same_task(trial_offer, proposal, client_side):
    second = propose_to(proposal.brief, make_freelancer())
    page = text_of(client_side.get(at("trial_offer", second)))
    assert "The same task for everybody" in page
    assert "Find the column that leaks the outcome, and show it." in page
    assert client_side.get(at("trial_offer", proposal)).url == at("trials", proposal.brief)


def test_it_is_delivered_reviewed_and_closed(trial_unit, client_side, freelancer_side):
    assert freelancer_side.get(at("trial_submission", trial_unit)).status_code == 200
    assert freelancer_side.post(at("trial_submission", trial_unit), DELIVERY).status_code == 302
    review = text_of(client_side.get(at("trial_approval", trial_unit)))
    assert "When is it written?" in review
    refused = client_side.post(at("trial_approval", trial_unit), {"note": ""})
    assert (refused.status_code, fresh(trial_unit).state) == (422, "submitted")
    client_side.post(at("trial_approval", trial_unit), {"note": "Clear and quick."})
    assert fresh(trial_unit).state == "released"
    page = text_of(client_side.get(trial_unit.get_absolute_url()))
    assert "Clear and quick." in page
    assert "Make it a contract" in page
    assert "Clear and quick." in text_of(freelancer_side.get(trial_unit.get_absolute_url()))
    assert "Make it a contract" not in text_of(freelancer_side.get(trial_unit.get_absolute_url()))


def test_delivering_without_the_two_answers_is_refused(trial_unit, freelancer_side):
    form = DELIVERY | {"questions": "", "next_steps": ""}
    answer = freelancer_side.post(at("trial_submission", trial_unit), form)
    assert (answer.status_code, fresh(trial_unit).state) == (422, "funded")


def test_changes_can_be_requested_on_the_same_page(in_review, client_side, freelancer_side):
    form = {"criterion-1-met": "not_met", "criterion-1-words": "Cell 3 stops.", "note": ""}
    assert client_side.post(at("trial_change_request", in_review), form).status_code == 302
    assert "Cell 3 stops." in text_of(freelancer_side.get(at("trial_submission", in_review)))
    freelancer_side.post(at("trial_submission", in_review), DELIVERY)
    assert "Request changes" not in text_of(client_side.get(at("trial_approval", in_review)))


def test_the_pages_of_every_moment_open(trial_unit, client_side, freelancer_side, in_review):
    for name in ("trial", "trial_cancellation", "trial_feedback", "trial_reclaim"):
        assert client_side.get(at(name, trial_unit)).status_code == 200
    assert client_side.get(at("trial_funding", trial_unit)).status_code == 302
    assert freelancer_side.get(trial_unit.contract.get_absolute_url()).status_code == 200
    money = client_side.get(at("money", trial_unit.contract))
    assert "the trial" in text_of(money).lower()


def test_three_stand_side_by_side(proposal, as_client, client_side):
    others = [propose_to(proposal.brief, make_freelancer(f"Try {n}")) for n in (1, 2)]
    unit = start(offer_to(proposal))
    hand_in(unit)
    approve_trial(trial=trial_of(unit), by=as_client, feedback="Clear and quick.")
    start(offer_to(others[0]))
    offer_to(others[1])
    page = text_of(client_side.get(at("trials", proposal.brief)))
    shown = ["Fay Freelancer", "Try 1", "Try 2", "The column is tenure_band.", "Clear and quick."]
    assert [words for words in shown if words not in page] == []
    assert page.count("Make it a contract") == 1


def test_a_contract_links_to_its_trial_and_the_files(
    trial_unit, proposal, as_client, client_side, freelancer_side
):
    hand_in(trial_unit)
    approve_trial(trial=trial_of(trial_unit), by=as_client, feedback="Clear and quick.")
    accept_proposal(proposal=fresh(proposal), by=as_client, version=1)
    contract = proposal.contracts.get(kind="fixed")
    for side in (client_side, freelancer_side):
        page = side.get(contract.get_absolute_url()).content.decode()
        assert trial_unit.get_absolute_url() in page
        assert "leak.csv" in page


CLIENTS = ("trial_funding", "trial_approval", "trial_change_request", "trial_feedback")


def test_a_stranger_finds_nothing(in_review, proposal, browser_of, stranger):
    away = browser_of(stranger)
    for name in (*CLIENTS, "trial", "trial_submission", "trial_cancellation", "trial_reclaim"):
        assert away.get(at(name, in_review)).status_code == 404
    assert away.post(at("trial_offer", proposal), FORM).status_code == 404
    assert away.get(at("trials", proposal.brief)).status_code == 404


def test_neither_side_does_what_is_the_others(in_review, proposal, client_side, freelancer_side):
    for name in (*CLIENTS, "trial_reclaim"):
        assert freelancer_side.post(at(name, in_review), {"note": "Mine."}).status_code == 403
    assert client_side.post(at("trial_submission", in_review), DELIVERY).status_code == 403
    assert freelancer_side.post(at("trial_offer", proposal), FORM).status_code == 403
    assert freelancer_side.get(at("trials", proposal.brief)).status_code == 404
    assert fresh(in_review).state == "submitted"


def queries(visitor, address: str) -> int:
    visitor.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert visitor.get(address).status_code == 200
    made = [query["sql"] for query in captured.captured_queries]
    assert len(made) == len(set(made)), "the same query twice"
    return len(made)


def test_the_comparison_reads_as_much_for_three_as_for_one(proposal, client_side, settings):
    settings.USERSESSIONS_TRACK_ACTIVITY = False
    counts = []
    for number in range(3):
        mine = proposal if not number else propose_to(proposal.brief, make_freelancer())
        hand_in(start(offer_to(mine)))
        counts.append(queries(client_side, at("trials", proposal.brief)))
    assert (counts[0], counts[1]) == (counts[2], counts[2])


def test_the_room_of_a_trial_makes_at_most_ten_queries(in_review, client_side, settings):
    settings.USERSESSIONS_TRACK_ACTIVITY = False
    assert queries(client_side, in_review.contract.get_absolute_url()) <= 10


def test_the_page_of_a_trial_reads_as_much_after_two_rounds_as_after_one(
    in_review, as_client, client_side, settings
):
    settings.USERSESSIONS_TRACK_ACTIVITY = False
    first = queries(client_side, in_review.get_absolute_url())
    missed = [Finding(in_review.criteria.first(), is_met=False, reason="Cell 3 stops.")]
    request_changes(trial=trial_of(in_review), findings=missed, by=as_client)
    hand_in(fresh(in_review))
    assert queries(client_side, in_review.get_absolute_url()) == first
