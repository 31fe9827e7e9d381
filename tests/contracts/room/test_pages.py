"""What the two sides do in their browsers."""

from dataclasses import replace

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from contracts.agreements.models.contracts import Contract
from contracts.agreements.models.terms import Signature
from contracts.agreements.services.signatures import sign_terms
from contracts.agreements.services.terms import propose_terms
from contracts.agreements.states import ContractState
from contracts.units.models.submissions import Submission
from contracts.units.services.cancellations import ask_cancellation
from contracts.units.services.closings import give_notice
from contracts.units.states import UnitState
from tests.factories.contracts import deliver, fresh, send_back, sign_both
from tests.factories.projects import make_brief, make_proposal


@pytest.fixture
def client_side(browser_of, client_person):
    return browser_of(client_person)


@pytest.fixture
def freelancer_side(browser_of, freelancer_person):
    return browser_of(freelancer_person)


@pytest.fixture
def proposal_of_client(organisation, freelancer_person):
    return make_proposal(make_brief(organisation), freelancer_person)


CLAIMS = {
    "criterion-1-met": "met",
    "criterion-1-words": "Row 12.",
    "criterion-2-met": "not_met",
    "criterion-2-words": "Cell 4 stops.",
}


def at(name, subject, **arguments):
    return reverse(f"contracts:{name}", kwargs={"public_id": subject.public_id} | arguments)


def text_of(answer) -> str:
    """The page's words with plain spaces."""
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def test_both_sign_on_the_page_that_shows_the_full_text(offered, client_side, freelancer_side):
    for browser in (client_side, freelancer_side):
        page = browser.get(at("signature", offered))
        assert "No training of third-party models" in text_of(page)
        form = {
            "sha256": offered.terms.sha256,
            "name": "Full Name",
            "consent": "on",
            "is_meant": "on",
        }
        assert browser.post(at("signature", offered), form).status_code == 302
    assert fresh(offered).state == ContractState.AWAITING_FUNDS
    assert Signature.objects.filter(name="Full Name").count() == 2


def test_without_consent_nothing_is_signed(offered, client_side):
    form = {"sha256": offered.terms.sha256, "name": "Clara Client"}
    answer = client_side.post(at("signature", offered), form)
    assert (answer.status_code, Signature.objects.count()) == (422, 0)
    assert 'value="Clara Client"' in answer.content.decode()


def test_signing_as_somebody_else_asks_once_and_shows_the_account(offered, client_side):
    form = {"sha256": offered.terms.sha256, "name": "Donald Duck", "consent": "on"}
    asked = client_side.post(at("signature", offered), form)
    page = asked.content.decode()
    assert (asked.status_code, Signature.objects.count()) == (422, 0)
    assert 'name="is_meant"' in page
    assert 'value="Donald Duck"' in page
    unseen = client_side.post(at("signature", offered), {**form, "name": "\u3164\u3164"})
    assert (unseen.status_code, Signature.objects.count()) == (422, 0)
    client_side.post(at("signature", offered), {**form, "is_meant": "on"})
    assert Signature.objects.get().name == "Donald Duck"
    room = client_side.get(at("terms", offered)).content.decode()
    assert "Account Clara Client" in room


def test_signing_asks_for_fresh_authentication(offered, client, client_person):
    client.force_login(client_person)
    form = {"sha256": offered.terms.sha256, "name": "Clara Client", "consent": "on"}
    answer = client.post(at("signature", offered), form)
    assert (answer.status_code, "reauthenticate" in answer.url) == (302, True)
    assert Signature.objects.count() == 0


def test_a_text_that_was_replaced_meanwhile_is_read_again(offered, client_side, as_freelancer):
    read = offered.terms.sha256
    draft = replace(offered.terms.draft, review_days=14)
    propose_terms(contract=offered, draft=draft, by=as_freelancer)
    form = {"sha256": read, "name": "Clara Client", "consent": "on"}
    page = text_of(client_side.post(at("signature", offered), form, follow=True))
    assert "Version 2 of the terms is in force now." in page
    assert fresh(offered).terms.sha256 in page
    assert Signature.objects.count() == 0


def test_the_downloaded_text_has_the_hash_that_is_shown(offered, freelancer_side):
    for name in ("terms_text", "terms_markdown"):
        answer = freelancer_side.get(at(name, offered, number=1))
        assert answer.content.decode() == offered.terms.text
        assert answer["Content-Disposition"].startswith("attachment")
    assert offered.terms.sha256 in text_of(freelancer_side.get(at("terms", offered)))


def test_the_terms_can_be_printed_and_a_signature_appears_on_them(
    offered, freelancer_side, browser_of, stranger, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    paper = at("terms_paper", offered, number=1)
    unsigned = freelancer_side.get(paper)
    assert (unsigned.content[:5], unsigned["Content-Type"]) == (b"%PDF-", "application/pdf")
    assert freelancer_side.get(paper).content == unsigned.content
    sign_both(offered)
    assert freelancer_side.get(paper).content != unsigned.content
    assert browser_of(stranger).get(paper).status_code == 404


def test_the_other_side_does_not_see_where_one_signed_from(offered, client_side, freelancer_side):
    form = {"name": "Clara Client", "consent": "on", "sha256": offered.terms.sha256}
    client_side.post(at("signature", offered), form, REMOTE_ADDR="203.0.113.77")
    assert offered.terms.signatures.get().address == "203.0.113.77"
    contract = f"/api/v1/contracts/{offered.public_id}"
    pages = [at(name, offered) for name in ("terms", "signature", "timeline")]
    for page in (*pages, at("terms_text", offered, number=1), contract + "/", contract + "/terms/"):
        answer = freelancer_side.get(page, follow=True)
        assert (answer.status_code, b"203.0.113.77" in answer.content) == (200, False)


def counter(draft, **changes):
    """The form of the next version as a browser posts it."""
    form = {"review_days": 10, "special_terms": "", "note": "A week more.", "save": ""}
    form |= {
        "milestones-TOTAL_FORMS": len(draft.schedule.milestones),
        "milestones-INITIAL_FORMS": 2,
    }
    for row, item in enumerate(draft.schedule.milestones):
        form |= {
            f"milestones-{row}-title": item.title,
            f"milestones-{row}-phase": item.phase,
            f"milestones-{row}-deliverables": item.deliverables,
            f"milestones-{row}-acceptance_criteria": "\n".join(item.criteria),
            f"milestones-{row}-amount": "2,500.00",
            f"milestones-{row}-due_on": item.due_on.isoformat(),
        }
    return form | changes


def test_the_freelancer_counters_with_another_price(offered, freelancer_side, client_side):
    form = counter(offered.terms.draft)
    assert freelancer_side.post(at("terms_proposal", offered), form).status_code == 302
    contract = fresh(offered)
    assert (contract.state, contract.terms.draft.price.minor) == (ContractState.COUNTERED, 500_000)
    page = text_of(client_side.get(at("terms_changes", offered, number=2)))
    assert ("6,600.00 USD" in page, "5,000.00 USD" in page) == (True, True)


def test_rows_are_added_and_removed_without_scripts(offered, freelancer_side):
    address, form = at("terms_proposal", offered), counter(offered.terms.draft)
    added = freelancer_side.post(address, form | {"add": "1"}).content.decode()
    removed = freelancer_side.post(address, form | {"remove": "0"}).content.decode()
    assert 'name="milestones-2-title"' in added
    assert 'name="milestones-1-title"' not in removed.split("<template")[0]
    assert fresh(offered).terms.number == 1


@pytest.mark.parametrize("price", ["a lot", "0.01", "1,000,000.00"])
def test_a_wrong_price_keeps_what_was_typed(offered, freelancer_side, price):
    form = counter(offered.terms.draft, **{"milestones-1-amount": price})
    answer = freelancer_side.post(at("terms_proposal", offered), form)
    assert (answer.status_code, f'value="{price}"' in answer.content.decode()) == (422, True)
    assert fresh(offered).terms.number == 1


def test_the_funding_page_shows_the_rail_and_what_happens_and_moves_nothing(agreed, client_side):
    unit = agreed.units.get(position=1)
    page = text_of(client_side.get(at("funding", unit)))
    for part in ("to fund 6,600.00", "Pay", "2,400.00 USD", "2,208.00 USD", "192.00 USD"):
        assert part in page
    assert "You have 7 days to approve" in page
    assert (fresh(unit).state, fresh(unit).escrow) == (UnitState.PLANNED, None)


def test_what_is_not_to_be_funded_now_leads_to_its_page(funded, client_side):
    answer = client_side.get(at("funding", funded))
    assert answer.url == funded.get_absolute_url()


def test_delivering_takes_several_files_that_both_sides_download(
    funded, freelancer_side, client_side
):
    files = [SimpleUploadedFile(f"part{n}.csv", b"a,b\n1,2\n") for n in (1, 2)]
    form = {"note": "Both parts.", "uploads": files} | CLAIMS
    assert freelancer_side.post(at("submission", funded), form).status_code == 302
    submission = Submission.objects.get()
    assert [file.name for file in submission.files.all()] == ["part1.csv", "part2.csv"]
    answer = client_side.get(at("file", submission.files.first()))
    assert b"".join(answer.streaming_content) == b"a,b\n1,2\n"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_program_is_not_delivered(funded, freelancer_side):
    program = SimpleUploadedFile("run.exe", b"MZ\x90\x00")
    form = {"note": "Run it.", "uploads": [program]} | CLAIMS
    answer = freelancer_side.post(at("submission", funded), form)
    assert (answer.status_code, fresh(funded).state) == (422, UnitState.FUNDED)
    assert "Run it." in text_of(answer)


def test_the_approval_says_what_happens_to_the_money_before(submitted, client_side):
    page = text_of(client_side.get(at("approval", submitted)))
    for amount in ("2,400.00 USD", "2,208.00 USD", "192.00 USD"):
        assert f'<span class="money">{amount}</span>' in page
    assert fresh(submitted).state == UnitState.SUBMITTED
    client_side.post(at("approval", submitted))
    assert fresh(submitted).state == UnitState.RELEASED


def test_a_late_approval_is_told_why_not(submitted, client_side):
    client_side.post(at("approval", submitted))
    answer = client_side.post(at("approval", submitted))
    assert (answer.status_code, "cannot be approved now" in text_of(answer)) == (422, True)


def test_delivering_answers_each_criterion(funded, freelancer_side):
    address = at("submission", funded)
    silent = CLAIMS | {"criterion-2-met": ""}
    vague = CLAIMS | {"criterion-2-words": ""}
    for form in (silent, vague):
        answer = freelancer_side.post(address, {"note": "Done."} | form)
        assert (answer.status_code, "Row 12." in text_of(answer)) == (422, True)
    assert fresh(funded).state == UnitState.FUNDED
    assert freelancer_side.post(address, {"note": "Done."} | CLAIMS).status_code == 302
    answers = Submission.objects.get().answers.all()
    assert [(answer.is_claimed_met, answer.shown_by) for answer in answers] == [
        (True, "Row 12."),
        (False, "Cell 4 stops."),
    ]


def test_one_page_shows_what_was_delivered_and_takes_either_decision(submitted, client_side):
    for door in ("approval", "change_request"):
        page = text_of(client_side.get(at(door, submitted)))
        for part in ("Report and notebook.", "report.csv", "<td>tenure</td>", "cannot be undone"):
            assert part in page
        for act in ("approval", "change_request"):
            assert f'formaction="{at(act, submitted)}"' in page


def test_changes_are_requested_for_each_criterion_that_is_not_met(submitted, client_side):
    address = at("change_request", submitted)
    form = {"note": "Not yet.", "criterion-1-met": "not_met", "criterion-2-met": "not_met"}
    for missing in ({"note": "Not yet."}, form | {"criterion-1-words": "Column 4."}):
        answer = client_side.post(address, missing)
        assert (answer.status_code, "Not yet." in text_of(answer)) == (422, True)
    assert fresh(submitted).state == UnitState.SUBMITTED
    reasons = {"criterion-1-words": "Column 4.", "criterion-2-words": "It stops."}
    assert client_side.post(address, form | reasons).status_code == 302
    unmet = submitted.submissions.get().change_request.unmet
    assert [answer.reason for answer in unmet] == ["Column 4.", "It stops."]
    page = text_of(client_side.get(submitted.contract.get_absolute_url()))
    assert page.count("criterion--missed") == 2


def test_what_is_marked_as_not_met_is_not_approved(submitted, client_side):
    answer = client_side.post(at("approval", submitted), {"criterion-2-met": "not_met"})
    assert (answer.status_code, "request changes instead" in text_of(answer)) == (422, True)
    assert fresh(submitted).state == UnitState.SUBMITTED


def test_the_work_room_shows_the_criteria_and_ticks_what_is_met(
    submitted, client_side, freelancer_side
):
    room = submitted.contract.get_absolute_url()
    for browser in (client_side, freelancer_side):
        page = text_of(browser.get(room))
        assert page.count("The report names every column used.") == 2
        assert ("criterion--met" in page, "work-step__number--done" in page) == (False, False)
    client_side.post(at("approval", submitted))
    page = text_of(freelancer_side.get(room))
    assert (page.count("criterion--met"), page.count("work-step__number--done")) == (2, 1)


def test_the_next_round_begins_with_what_was_found_true(submitted, freelancer_side, as_client):
    submitted.submissions.get().answers.update(is_claimed_met=True, shown_by="Row 12.")
    send_back(submitted, as_client)
    form = freelancer_side.get(at("submission", submitted)).context["form"]
    assert form.initial == {"criterion-2-met": "met", "criterion-2-words": "Row 12."}


def test_consent_to_a_cancellation_refunds(funded, as_freelancer, client_side):
    question = ask_cancellation(unit=funded, by=as_freelancer, why="Too little data.")
    assert "goes back to" in text_of(client_side.get(at("cancellation_consent", question)))
    client_side.post(at("cancellation_consent", question))
    assert fresh(funded).state == UnitState.REFUNDED


def test_each_side_sees_exactly_one_next_act(funded, client_side, freelancer_side):
    room = funded.contract.get_absolute_url()
    assert "Waiting for Fay Freelancer to deliver milestone 1." in text_of(client_side.get(room))
    assert "Your turn: deliver milestone 1." in text_of(freelancer_side.get(room))
    deliver(funded)
    assert "Your turn: review milestone 1." in text_of(client_side.get(room))
    waiting = "Waiting for Northwind Telecom to review milestone 1."
    assert waiting in text_of(freelancer_side.get(room))


def test_a_proposal_leads_to_signing_and_then_to_its_contract(offered, client_side, as_client):
    door = at("of_proposal", offered.proposal)
    assert client_side.get(door).url == at("signature", offered)
    sign_terms(contract=offered, sha256=offered.terms.sha256, by=as_client, name="Clara Client")
    assert client_side.get(door).url == offered.get_absolute_url()


def test_accepting_a_proposal_leads_to_signing(proposal_of_client, client_side):
    door = proposal_of_client.get_absolute_url() + "acceptance/"
    page = client_side.post(door, {"version": 1}, follow=True)
    contract = Contract.objects.get()
    assert page.redirect_chain[-1] == (at("signature", contract), 302)


def test_staff_terminate_with_a_reason_that_is_kept(active, moderator, browser_of, settings):
    settings.SECOND_PERSON_ABOVE = {"USD": 1_000_000}
    staff, address = browser_of(moderator), at("staff_termination", active)
    assert staff.post(address, {"why": ""}).status_code == 422
    assert fresh(active).state == ContractState.ACTIVE
    staff.post(address, {"why": "Report 12."})
    assert fresh(active).state == ContractState.TERMINATED
    assert "Report 12." in text_of(staff.get(address))


@pytest.mark.parametrize("noun", ["contract", "termsversion", "milestone", "submission"])
def test_staff_find_and_read_but_do_not_write(noun, submitted, browser_of, django_user_model):
    admin = django_user_model.objects.create_superuser("root@example.com", "x", name="Root")
    client = browser_of(admin)
    listed = client.get(reverse(f"admin:contracts_{noun}_changelist"), {"q": "Churn"})
    row = apps.get_model("contracts", noun).objects.first()
    read = client.get(reverse(f"admin:contracts_{noun}_change", args=[row.pk]))
    written = client.post(reverse(f"admin:contracts_{noun}_change", args=[row.pk]), {})
    assert (listed.status_code, read.status_code, written.status_code) == (200, 200, 403)


def test_after_a_notice_the_fee_is_of_what_may_still_be_released(
    active, as_client, freelancer_side
):
    give_notice(contract=active, by=as_client, why="Budget cut.")
    page = text_of(freelancer_side.get(active.get_absolute_url()))
    spoken = 'You receive <span class="money">2,208.00 USD</span> of'
    assert spoken in page


def test_the_freelancer_is_asked_for_a_third_round(funded, as_client, freelancer_side):
    for _ in range(3):
        deliver(fresh(funded))
        send_back(fresh(funded), as_client, reason="No.")
    page = text_of(freelancer_side.get(funded.get_absolute_url()))
    assert ("Another round of changes?" in page, "Waiting for the review" in page) == (True, False)
    question = funded.submissions.last().change_request
    freelancer_side.post(at("change_request_acceptance", question))
    assert fresh(funded).state == UnitState.CHANGES_REQUESTED
