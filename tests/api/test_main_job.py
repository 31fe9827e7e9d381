"""The main job by programs alone: from a brief to the money on its way."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.organisations.api.serializers import OrganisationSerializer
from marketplace.core.data.models import Event
from payments.escrows.models.escrows import Escrow
from tests.factories.projects import CHURN_BRIEF, PLAN
from tests.payments.flows import look_again

pytestmark = pytest.mark.django_db


def usd(minor):
    return {"minor": minor, "currency": "USD"}


def brief_body(organisation):
    facts = {name: value for name, value in CHURN_BRIEF.items() if name != "currency"}
    bounds = {"budget_min": usd(900_000), "budget_max": usd(1_400_000)}
    return facts | bounds | {"organisation": OrganisationSerializer(organisation).data["id"]}


def plan_body():
    milestone = {
        "title": "Data and feasibility",
        "phase": "data",
        "deliverables": "A report.",
        "acceptance_criteria": ["The report names every source.", "The code runs."],
        "amount": usd(420_000),
        "due_on": "2030-01-31",
    }
    return PLAN | {"milestones": [milestone]}


@pytest.fixture
def both(program_of, client_person, freelancer_person, organisation):
    return program_of(client_person), program_of(freelancer_person)


@pytest.fixture
def proposal(both, organisation):
    hirer, author = both
    brief = hirer.write("briefs/", brief_body(organisation)).json()
    assert hirer.write(f"briefs/{brief['id']}/publication/").json()["state"] == "open"
    draft = author.write(f"briefs/{brief['id']}/proposals/", plan_body()).json()
    sent = author.write(f"proposals/{draft['id']}/submission/")
    assert sent.json()["price"] == usd(420_000)
    return sent.json()


@pytest.fixture
def contract(both, proposal):
    hirer, author = both
    accepted = hirer.write(f"proposals/{proposal['id']}/acceptance/", {"version": 1})
    assert accepted.json()["state"] == "accepted"
    contract = author.read("contracts/").json()["results"][0]
    terms = author.read(f"contracts/{contract['id']}/terms/").json()
    for side in both:
        body = {"name": "A Person", "sha256": terms["sha256"]}
        refused = side.write(f"contracts/{contract['id']}/signature/", body)
        assert (refused.status_code, refused.json()["code"]) == (422, "signed_as_another")
        body["is_meant"] = True
        signed = side.write(f"contracts/{contract['id']}/signature/", body)
        assert signed.status_code == 201
    return signed.json()


def test_a_proposal_is_found_by_its_client_with_its_text(both, proposal):
    hirer, _ = both
    assert [row["id"] for row in hirer.read("proposals/received/").json()["results"]] == [
        proposal["id"]
    ]
    read = hirer.read(f"proposals/{proposal['id']}/").json()
    assert read["content"]["milestones"][0]["acceptance_criteria"] == [
        "The report names every source.",
        "The code runs.",
    ]


def test_two_signatures_lay_down_the_milestones(contract):
    assert contract["state"] == "awaiting_funds"
    (milestone,) = contract["milestones"]
    assert (milestone["amount"], milestone["fee"], milestone["net"]) == (
        usd(420_000),
        usd(33_600),
        usd(386_400),
    )


@pytest.fixture
def address(both, contract, sandbox, payer_browser):
    """Of the first milestone, funded through the hosted checkout."""
    address = f"milestones/{contract['milestones'][0]['id']}/"
    funding = both[0].write(f"{address}funding/").json()
    payer_browser.pay(funding["checkout_url"])
    look_again(Escrow.objects.get(public_id=funding["escrow"]["id"]))
    return address


def test_money_moves_on_evidence(both, address):
    hirer, author = both
    content = b"column,used\ntenure,yes\n"
    uploads = [SimpleUploadedFile(name, content) for name in ("report.csv", "again.csv")]
    claims = json.dumps([{"criterion": 1, "is_met": True, "shown_by": "Page 2."}])
    body = {"note": "The report.\r\n", "uploads": uploads, "claims": claims}
    delivered = author.write(f"{address}submission/", body, format="multipart")
    assert delivered.status_code == 201
    assert delivered.json()["note"] == "The report."
    file, second = delivered.json()["files"]
    assert (file["name"], second["name"]) == ("report.csv", "again.csv")
    shown = [answer["shown_by"] for answer in delivered.json()["answers"]]
    assert shown == ["Page 2.", ""]
    assert hirer.read(f"submission-files/{file['id']}/").getvalue() == content
    approved = hirer.write(f"{address}approval/", {"note": "Clear work."})
    assert approved.json()["state"] == "released"
    assert Event.objects.get(verb="milestone.approved").why == "Clear work."
    assert author.read("payouts/").json()["results"][0]["amount"] == usd(386_400)
    assert author.read("payout-account/").json()["earnings"][0]["clearing"] == usd(386_400)


def test_a_change_request_names_every_criterion_that_is_not_met(both, address):
    hirer, author = both
    wrong = author.write(
        f"{address}submission/",
        {"note": "Done.", "claims": '[{"criterion": 9, "is_met": true}]'},
        format="multipart",
    )
    assert wrong.status_code == 400
    author.write(f"{address}submission/", {"note": "Done."}, format="multipart")
    finding = {"criterion": 9, "is_met": False, "reason": "It fails."}
    wrong = hirer.write(f"{address}change-request/", {"findings": [finding]})
    assert wrong.json()["errors"][0]["pointer"] == "/findings/0/criterion"
    silent = hirer.write(
        f"{address}change-request/", {"findings": [finding | {"criterion": 1, "reason": ""}]}
    )
    assert silent.json()["errors"][0]["pointer"] == "/findings/0/reason"
    both_missed = [finding | {"criterion": position} for position in (1, 2)]
    asked = hirer.write(f"{address}change-request/", {"findings": both_missed})
    assert [row["criterion"]["position"] for row in asked.json()["unmet"]] == [1, 2]
    assert {row["reason"] for row in asked.json()["unmet"]} == {"It fails."}
    assert author.read(address).json()["state"] == "changes_requested"
