"""Who gets in: tokens, scopes, sessions, strangers."""

import pytest
from django.test import Client
from rest_framework.test import APIClient

from accounts.api_tokens.models import ApiToken
from contracts.agreements.models.contracts import Contract
from tests.factories.contracts import deliver, make_active, make_offer
from tests.factories.payments import make_bank_payout, make_payout
from tests.factories.projects import make_attachment, make_brief, make_draft_brief
from tests.people import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer(organisation, client_person, freelancer_person):
    return make_offer(organisation, client_person, freelancer_person)


@pytest.fixture
def active(organisation, client_person, freelancer_person):
    return make_active(organisation, client_person, freelancer_person)


def signature(contract: Contract) -> dict[str, str]:
    return {"name": "Clara Client", "sha256": contract.terms.sha256}


def test_nobody_is_told_to_sign_in(anybody):
    answer = anybody.read("me/")
    assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")
    assert answer["WWW-Authenticate"] == "Bearer"


def test_an_unknown_token_is_refused_even_for_public_reading():
    program = APIClient(headers={"Authorization": "Bearer hld_wrong"})
    answer = program.get("/api/v1/briefs/")
    assert (answer.status_code, answer.json()["code"]) == (401, "authentication_failed")


def test_a_revoked_token_is_refused(program_of, stranger):
    program = program_of(stranger)
    assert program.read("me/").json()["name"] == "Sam Stranger"
    ApiToken.objects.update(revoked_at="2026-01-01T00:00:00Z")
    assert program.read("me/").status_code == 401


def test_a_reading_token_changes_nothing(program_of, client_person, organisation):
    brief = make_draft_brief(organisation)
    answer = program_of(client_person, ["read"]).write(f"briefs/{brief.public_id}/publication/")
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")
    brief.refresh_from_db()
    assert brief.state == "draft"


def test_a_writing_token_does_not_sign(program_of, client_person, offer):
    program = program_of(client_person, ["read", "write"])
    answer = program.write(f"contracts/{offer.public_id}/signature/", signature(offer))
    assert answer.status_code == 403
    assert answer.json()["detail"] == "This token lacks the scope “money”."
    assert offer.terms.signatures.count() == 0


@pytest.mark.parametrize(
    "path", ["milestones/{milestone}/funding/", "milestones/{milestone}/approval/", "payouts/"]
)
def test_a_writing_token_moves_no_money(program_of, client_person, active, path):
    unit = active.units.get(position=1)
    deliver(unit)
    program = program_of(client_person, ["read", "write"])
    assert program.write(path.format(milestone=unit.public_id)).status_code == 403
    unit.refresh_from_db()
    assert (unit.state, unit.escrow.state) == ("submitted", "held")


def test_a_session_signs_only_when_it_was_confirmed_lately(client_person, offer):
    address = f"/api/v1/contracts/{offer.public_id}/signature/"
    stale = Client()
    stale.force_login(client_person)
    refused = stale.post(address, signature(offer), content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (403, "fresh_sign_in_needed")
    assert offer.terms.signatures.count() == 0
    fresh = sign_in(client_person)
    assert fresh.post(address, signature(offer), content_type="application/json").status_code == 201


def test_a_session_needs_the_csrf_token(client_person, organisation):
    browser = APIClient(enforce_csrf_checks=True)
    browser.force_login(client_person)
    body = {"organisation": str(organisation.public_id), "title": "Churn"}
    answer = browser.post("/api/v1/briefs/", body, format="json")
    assert answer.status_code == 403
    assert answer.json()["detail"].startswith("CSRF Failed")


def addresses(contract, payout, bank_payout, brief, attachment):
    unit = contract.units.get(position=1)
    submission = deliver(unit)
    yield "GET", f"briefs/{brief.public_id}/"
    yield "PATCH", f"briefs/{brief.public_id}/"
    yield "POST", f"briefs/{brief.public_id}/publication/"
    yield "GET", f"briefs/{contract.brief.public_id}/proposals/"
    yield "GET", f"brief-files/{attachment.public_id}/"
    yield "GET", f"proposals/{contract.proposal.public_id}/"
    yield "GET", f"proposals/{contract.proposal.public_id}/versions/1/"
    yield "POST", f"proposals/{contract.proposal.public_id}/shortlisting/"
    for part in ("", "events/", "terms/", "terms/1/"):
        yield "GET", f"contracts/{contract.public_id}/{part}"
    yield "POST", f"contracts/{contract.public_id}/signature/"
    yield "GET", f"milestones/{unit.public_id}/"
    for act in ("funding", "approval", "submission", "change-request", "cancellation", "reclaim"):
        yield "POST", f"milestones/{unit.public_id}/{act}/"
    yield "GET", f"submission-files/{submission.files.get().public_id}/"
    yield "GET", f"escrows/{unit.escrow.public_id}/"
    for method in ("GET", "POST"):
        yield method, f"escrows/{unit.escrow.public_id}/charge-plan/"
    yield "GET", f"payouts/{payout.public_id}/"
    yield "GET", f"bank-payouts/{bank_payout.public_id}/"
    yield "GET", f"organisations/{contract.organisation.public_id}/"
    yield "GET", f"organisations/{contract.organisation.public_id}/statements/2026/11/"


def test_a_stranger_gets_404_everywhere(program_of, stranger, active, freelancer_person):
    program = program_of(stranger)
    draft = make_draft_brief(active.organisation)
    payout = make_payout(active.organisation, freelancer_person)
    bank_payout = make_bank_payout(freelancer_person, "paid")
    attachment = make_attachment(draft)
    codes = {
        (method, path): program.send(method, path).status_code
        for method, path in addresses(active, payout, bank_payout, draft, attachment)
    }
    assert {address: code for address, code in codes.items() if code != 404} == {}


def test_lists_show_a_stranger_nothing(program_of, stranger, active, freelancer_person):
    make_payout(active.organisation, freelancer_person)
    make_bank_payout(freelancer_person)
    program = program_of(stranger)
    for path in (
        *("briefs/mine/", "proposals/", "proposals/received/", "contracts/", "escrows/"),
        *("charges/", "payment-methods/"),
        *("payouts/", "bank-payouts/", "organisations/"),
    ):
        assert (path, program.read(path).json()["results"]) == (path, [])


def test_the_other_side_is_refused_what_is_not_theirs(program_of, freelancer_person, active):
    unit = active.units.get(position=1)
    deliver(unit)
    answer = program_of(freelancer_person).write(f"milestones/{unit.public_id}/approval/")
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")
    unit.refresh_from_db()
    assert unit.state == "submitted"


def test_anybody_reads_open_briefs_without_their_files(anybody, organisation):
    brief = make_brief(organisation)
    make_attachment(brief)
    assert [row["id"] for row in anybody.read("briefs/").json()["results"]] == [
        str(brief.public_id)
    ]
    assert anybody.read(f"briefs/{brief.public_id}/").json()["attachments"] == []
