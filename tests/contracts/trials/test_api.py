"""A trial as a program drives it; the rules are those of the services."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from rest_framework.test import APIClient

from contracts.agreements.models.contracts import Contract
from marketplace.core.data.money import Money
from tests.factories.accounts import make_freelancer
from tests.factories.contracts import fresh
from tests.factories.trials import TASK, hand_in, offer_to, propose_to, start
from tests.people import sign_in

API = "/api/v1"
DELIVERY = {"note": "tenure_band.", "questions": "When is it written?", "next_steps": "Split it."}


def program(person) -> APIClient:
    """A session with fresh proof, which the endpoints take as pages do."""
    browser = APIClient(enforce_csrf_checks=False)
    browser.cookies = sign_in(person).cookies
    return browser


@pytest.fixture
def client_side(client_person):
    return program(client_person)


@pytest.fixture
def freelancer_side(freelancer_person):
    return program(freelancer_person)


def test_a_trial_is_offered_and_read(proposal, client_side, freelancer_side):
    address = f"{API}/proposals/{proposal.public_id}/trial/"
    answer = client_side.post(address, TASK | {"criteria": list(TASK["criteria"])}, "json")
    contract = Contract.objects.get()
    assert (answer.status_code, answer.json()["contract_id"]) == (201, str(contract.public_id))
    assert answer.json()["amount"] == {"minor": 90_000, "currency": "USD"}
    assert freelancer_side.post(address, TASK, "json").status_code == 403
    of_contract = f"{API}/contracts/{contract.public_id}/trial/"
    assert freelancer_side.get(of_contract).status_code == 404
    unit = start(contract)
    assert freelancer_side.get(of_contract).json()["id"] == str(unit.public_id)


def test_an_unfair_offer_is_refused_with_its_code(proposal, client_side):
    address = f"{API}/proposals/{proposal.public_id}/trial/"
    facts = TASK | {"criteria": list(TASK["criteria"]), "amount": 0}
    answer = client_side.post(address, facts, "json")
    assert (answer.status_code, answer.json()["code"]) == (422, "unpaid_trial")
    assert not Contract.objects.exists()


def test_it_is_delivered_and_closed_with_feedback(trial_unit, client_side, freelancer_side):
    address = f"{API}/trials/{trial_unit.public_id}/"
    upload = SimpleUploadedFile("leak.csv", b"column,leaks\ntenure_band,yes\n")
    answer = freelancer_side.post(f"{address}submission/", DELIVERY | {"uploads": [upload]})
    assert (answer.status_code, answer.json()["next_steps"]) == (201, "Split it.")
    refused = client_side.post(f"{address}approval/", {"feedback": ""}, "json")
    assert (refused.status_code, fresh(trial_unit).state) == (400, "submitted")
    assert freelancer_side.post(f"{address}approval/", {}, "json").status_code == 403
    answer = client_side.post(f"{address}approval/", {"feedback": "Quick."}, "json")
    shown = answer.json()
    assert (shown["state"], shown["feedback"]) == ("released", "Quick.")
    assert Money(**shown["net"]) == Money(82_800, "USD")


def test_the_trials_of_a_brief_are_compared(
    in_review, proposal, client_side, freelancer_side, stranger
):
    offer_to(propose_to(proposal.brief, make_freelancer()))
    hand_in(start(offer_to(propose_to(proposal.brief, make_freelancer()))))
    address = f"{API}/briefs/{proposal.brief.public_id}/trials/"
    rows = client_side.get(address).json()["results"]
    assert [[len(t["submissions"]) for t in row["trials"]] for row in rows] == [[1], [], [1]]
    assert freelancer_side.get(address).status_code == 404
    assert program(stranger).get(address).status_code == 404


def test_a_stranger_finds_no_trial(in_review, stranger):
    away, address = program(stranger), f"{API}/trials/{in_review.public_id}/"
    assert away.get(address).status_code == 404
    for act in ("approval", "change-request", "feedback", "funding", "reclaim", "cancellation"):
        assert away.post(f"{address}{act}/", {}, "json").status_code == 404
    assert fresh(in_review).state == "submitted"
