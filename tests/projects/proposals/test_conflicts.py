"""Two tabs write one proposal: the later one is told, sees both texts, and chooses."""

import pytest

from marketplace.core.data.actors import freelancer
from projects.proposals.queries.proposals import working_version
from projects.proposals.services.versions import save_proposal
from tests.factories.projects import plan_milestones
from tests.projects.proposals.test_pages import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def tab(browser_of, freelancer_person):
    return browser_of(freelancer_person)


def opened(tab, proposal) -> dict[str, str]:
    page = tab.get(f"/proposals/{proposal.public_id}/edit/")
    return {"edit_version": page.context["editing"].edit_version}


def other_tab_saves(proposal, *amounts, **facts) -> None:
    save_proposal(
        proposal=type(proposal).objects.get(pk=proposal.pk),
        by=freelancer(proposal.freelancer),
        facts=facts,
        milestones=plan_milestones(*amounts),
    )


@pytest.mark.parametrize("kind", ["draft", "proposal"])
def test_the_second_save_is_told_and_keeps_both_texts(request, kind, tab):
    proposal = request.getfixturevalue(kind)
    address = f"/proposals/{proposal.public_id}/edit/"
    assert tab.post(address, typed("100", "200")).status_code == 302
    mine = typed("100", "300", risks="Mine.") | opened(tab, proposal)
    other_tab_saves(proposal, 10_000, risks="Theirs.", approach="Another.")
    answer = tab.post(address, mine)
    assert answer.status_code == 409
    version = working_version(proposal)
    assert (version.risks, version.amount) == ("Theirs.", 10_000)
    editing = answer.context["editing"]
    told = {each.label: each.is_taken for each in editing.differences}
    assert told == {"Approach": True, "Risks": False, "Milestones": False}
    form, rows = answer.context["form"], answer.context["rows"]
    assert (form["approach"].value(), form["risks"].value()) == ("Another.", "Mine.")
    assert [row["amount"].value() for row in rows] == ["100", "300"]
    assert b"data-autosave" not in answer.content
    assert tab.post(address, mine | {"edit_version": editing.edit_version}).status_code == 302
    version = working_version(proposal)
    assert (version.risks, version.amount) == ("Mine.", 40_000)


def test_milestones_that_only_the_other_tab_changed_stand_in_the_form(tab, draft):
    address = f"/proposals/{draft.public_id}/edit/"
    tab.post(address, typed("100"))
    mine = typed("100", risks="Mine.") | opened(tab, draft)
    other_tab_saves(draft, 10_000, 50_000)
    answer = tab.post(address, mine)
    assert [row["amount"].value() for row in answer.context["rows"]] == ["100", "500"]
    assert answer.context["split"].price.minor == 60_000


def test_saving_while_one_writes_goes_on_from_its_own_saves(tab, draft):
    address = f"/proposals/{draft.public_id}/draft/"
    words = typed("100") | opened(tab, draft)
    for risks, amount, status in [("One", "200", 204), ("Two", "x", 422), ("Three", "5", 204)]:
        answer = tab.post(address, words | {"risks": risks, "milestones-0-amount": amount})
        assert answer.status_code == status
        words["edit_version"] = answer["Edit-Version"]
    other_tab_saves(draft, 10_000, risks="Theirs.")
    assert tab.post(address, words | {"risks": "Four"}).status_code == 409
    assert working_version(draft).risks == "Theirs."
