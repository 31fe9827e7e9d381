from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from projects.proposals.models.proposals import Proposal
from projects.proposals.services.proposals import revise_proposal
from projects.proposals.services.versions import save_proposal
from tests.factories.projects import PLAN, make_brief, make_proposal, plan_milestones

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(browser_of, freelancer_person) -> Client:
    return browser_of(freelancer_person)


@pytest.fixture
def hirer(browser_of, client_person) -> Client:
    return browser_of(client_person)


def typed(*amounts: str, **changes: str) -> dict[str, str]:
    """A proposal as somebody would type it, with a milestone for each amount."""
    data = {**PLAN, "milestones-TOTAL_FORMS": str(len(amounts)), "milestones-INITIAL_FORMS": "0"}
    for index, amount in enumerate(amounts):
        row = {"title": f"Step {index + 1}", "phase": "data", "deliverables": "A report."}
        row |= {"acceptance_criteria": "It is readable.", "amount": amount, "due_on": "2027-01-31"}
        data |= {f"milestones-{index}-{name}": value for name, value in row.items()}
    return data | changes


def queries(browser: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(address).status_code == 200
    return len(captured)


def test_from_the_brief_to_a_sent_proposal(author, brief):
    assert author.get(f"/briefs/{brief.public_id}/proposals/new/").status_code == 200
    edit = author.post(f"/briefs/{brief.public_id}/proposals/drafts/")["Location"]
    proposal = Proposal.objects.get()
    assert edit == f"/proposals/{proposal.public_id}/edit/"
    assert author.post(edit, typed("2,400", "4,200.50")).status_code == 302
    assert author.post(f"/proposals/{proposal.public_id}/submission/").status_code == 302
    proposal.refresh_from_db()
    assert (proposal.state, proposal.price.minor) == ("submitted", 660_050)


def test_a_milestone_is_added_without_scripts_and_nothing_is_lost(author, draft):
    address = f"/proposals/{draft.public_id}/edit/"
    page = author.post(address, typed("100", "abc", add="1", risks="Unsaved risk"))
    rows = page.context["rows"].forms
    assert [row["amount"].value() for row in rows] == ["100", "abc", None]
    assert "Unsaved risk" in page.content.decode()
    assert draft.versions.get().milestones.count() == 3


def test_a_milestone_is_removed_without_scripts(author, draft):
    address = f"/proposals/{draft.public_id}/edit/"
    page = author.post(address, typed("100", "200", "300", remove="1"))
    assert [row["amount"].value() for row in page.context["rows"].forms] == ["100", "300"]
    assert page.context["split"].price.minor == 40_000


def test_the_price_shows_the_fee_as_it_is_typed(author, draft):
    page = author.post(f"/proposals/{draft.public_id}/price/", typed("1,000", "500", "x"))
    split = page.context["split"]
    assert (split.price.minor, split.fee.minor, split.received.minor) == (150_000, 12_000, 138_000)
    assert draft.versions.get().amount == 960_000


def test_a_draft_is_saved_while_it_is_written(author, draft):
    address = f"/proposals/{draft.public_id}/draft/"
    assert author.post(address, typed("100", risks="Half")).status_code == 204
    assert author.post(address, typed("100", "x", risks="Half a risk")).status_code == 422
    version = draft.versions.get()
    assert (version.risks, version.amount, version.milestones.count()) == ("Half a risk", 10_000, 2)


def test_a_mistake_keeps_what_was_typed(author, draft):
    page = author.post(f"/proposals/{draft.public_id}/edit/", typed("1.005", risks="Kept"))
    assert page.status_code == 422
    assert 'value="1.005"' in page.content.decode()
    assert "Kept" in page.content.decode()
    assert draft.versions.get().risks == PLAN["risks"]


def test_a_draft_shows_what_is_missing(author, draft):
    author.post(f"/proposals/{draft.public_id}/edit/", typed("100", validation_plan=""))
    page = author.get(f"/proposals/{draft.public_id}/")
    assert [part.field for part in page.context["missing"]] == ["validation_plan"]
    assert f"/proposals/{draft.public_id}/edit/#id_validation_plan-field" in page.content.decode()


def test_answers_to_the_clients_questions_are_kept_in_order(author, organisation):
    brief = make_brief(organisation, screening_questions=["Which model?", "Which data?"])
    author.post(f"/briefs/{brief.public_id}/proposals/drafts/")
    proposal = Proposal.objects.get()
    answers = {"answer_0": "Trees.", "answer_1": "Tables."}
    author.post(f"/proposals/{proposal.public_id}/edit/", typed("100", **answers))
    assert proposal.versions.get().screening_answers == ["Trees.", "Tables."]


def test_only_own_case_studies_are_linked(author, draft):
    study = make_proposal().freelancer.freelancer_profile.case_studies.get()
    data = typed("100", case_studies=str(study.pk))
    assert author.post(f"/proposals/{draft.public_id}/edit/", data).status_code == 422
    assert list(draft.versions.get().case_studies.all()) == []


def test_the_client_sees_the_sent_version_and_the_difference(hirer, proposal, as_freelancer):
    milestones = plan_milestones(500_000)
    save_proposal(proposal=proposal, by=as_freelancer, facts={}, milestones=milestones)
    address = f"/proposals/{proposal.public_id}/"
    assert hirer.get(address).context["version"].number == 1
    revise_proposal(proposal=proposal, by=as_freelancer)
    assert hirer.get(address).context["version"].number == 2
    changes = hirer.get(f"{address}versions/2/").context["changes"]
    assert [change.label for change in changes] == ["Milestones and price"]
    assert hirer.get(f"{address}versions/3/").status_code == 404


def test_the_client_cannot_read_a_version_that_was_not_sent(hirer, proposal, as_freelancer):
    save_proposal(proposal=proposal, by=as_freelancer, facts={}, milestones=[])
    assert hirer.get(f"/proposals/{proposal.public_id}/versions/2/").status_code == 404


def test_acceptance_says_the_amounts_before_it_is_done(hirer, proposal):
    address = f"/proposals/{proposal.public_id}/acceptance/"
    page = hirer.get(address)
    split = page.context["split"]
    assert (split.price.minor, split.fee.minor, split.received.minor) == (960_000, 76_800, 883_200)
    assert Proposal.objects.get(pk=proposal.pk).state == "submitted"
    assert hirer.post(address, {"version": 1}).status_code == 302
    assert Proposal.objects.get(pk=proposal.pk).state == "accepted"


def test_acceptance_of_an_old_version_is_refused_with_the_reason(hirer, proposal):
    page = hirer.post(f"/proposals/{proposal.public_id}/acceptance/", {"version": 7})
    assert page.status_code == 422
    assert page.context["form"].non_field_errors() == [
        "A newer version of this proposal has arrived. Read version 1 first."
    ]
    assert Proposal.objects.get(pk=proposal.pk).state == "submitted"


def test_decline_withdraw_and_shortlist(hirer, author, proposal, brief):
    other = make_proposal(brief)
    hirer.post(f"/proposals/{other.public_id}/decline/", {"why": "Over the budget."})
    hirer.post(f"/proposals/{proposal.public_id}/shortlisting/")
    author.post(f"/proposals/{proposal.public_id}/withdrawal/", {"why": "No time."})
    other.refresh_from_db()
    proposal.refresh_from_db()
    assert (other.state, other.reason) == ("declined", "Over the budget.")
    assert (proposal.state, proposal.reason) == ("withdrawn", "No time.")


def test_the_comparison_shows_the_chosen_ones(hirer, proposal, brief):
    other = make_proposal(brief)
    address = f"/briefs/{brief.public_id}/proposals/comparison/"
    both = hirer.get(address).context["columns"]
    chosen = hirer.get(f"{address}?p={proposal.public_id}").context["columns"]
    assert [column.proposal for column in both] == [other, proposal]
    assert [column.proposal for column in chosen] == [proposal]


def test_the_comparison_decides_in_its_head_and_keeps_its_columns(hirer, proposal, brief):
    other = make_proposal(brief, screening_answers=[], amounts=(1_200_000, 400_000))
    address = f"/briefs/{brief.public_id}/proposals/comparison/"
    page = hirer.get(address)
    head, text = page.content.decode().split("</thead>")[0], page.content.decode()
    assert [head.count(act) for act in (">Accept<", ">Shortlist<", ">Decline<")] == [2, 2, 2]
    assert "above your budget" in text
    assert proposal.current.data_preparation in text
    shortlisting = f"/proposals/{other.public_id}/shortlisting/"
    answer = hirer.post(f"{shortlisting}?{urlencode({'next': page.context['here']})}")
    assert answer["Location"] == page.context["here"]
    assert len(hirer.get(answer["Location"]).context["columns"]) == 2


def test_a_decision_never_leads_to_another_site(hirer, proposal):
    shortlisting = f"/proposals/{proposal.public_id}/shortlisting/?next=https://evil.example/"
    assert hirer.post(shortlisting)["Location"] == proposal.get_absolute_url()


@pytest.mark.parametrize("page", ["", "comparison/", "?show=ended"])
def test_client_lists_cost_the_same_for_one_and_three(hirer, proposal, brief, page):
    address = f"/briefs/{brief.public_id}/proposals/{page}"
    hirer.get(address)
    one = queries(hirer, address)
    make_proposal(brief)
    make_proposal(brief)
    assert queries(hirer, address) == one


def test_own_proposals_cost_the_same_for_one_and_three(author, freelancer_person, proposal):
    author.get("/proposals/")
    one = queries(author, "/proposals/")
    make_proposal(make_brief(), freelancer_person)
    make_proposal(make_brief(), freelancer_person)
    assert queries(author, "/proposals/") == one
    assert one <= 6
