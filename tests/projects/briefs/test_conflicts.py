"""Two tabs edit one brief: the later one is told, sees both texts, and chooses."""

import pytest

from marketplace.core.data.actors import client
from projects.briefs.forms.examples import LABELS
from projects.briefs.services.briefs import save_brief
from tests.projects.briefs.test_pages import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def tab(browser_of, client_person):
    return browser_of(client_person)


def opened(tab, brief) -> dict[str, str]:
    """What the form of a page that was opened now carries."""
    return {"edit_version": tab.get(address(brief)).context["editing"].edit_version}


def address(brief) -> str:
    return f"/briefs/{brief.public_id}/edit/"


def colleague_saves(brief, by, **facts) -> None:
    save_brief(brief=type(brief).objects.get(pk=brief.pk), by=client(by), facts=facts)


def test_a_brief_is_edited_in_all_that_its_form_shows(draft_brief):
    assert sorted(draft_brief.written) == sorted(LABELS)


@pytest.mark.parametrize("kind", ["draft_brief", "brief"])
def test_the_second_save_is_told_and_keeps_both_texts(request, kind, tab, client_person):
    brief = request.getfixturevalue(kind)
    mine = typed(problem="Mine.", why_it_matters="Ours too.") | opened(tab, brief)
    colleague_saves(brief, client_person, problem="Theirs.", weeks=9)
    answer = tab.post(address(brief), mine)
    assert answer.status_code == 409
    brief.refresh_from_db()
    assert (brief.problem, brief.weeks) == ("Theirs.", 9)
    editing, form = answer.context["editing"], answer.context["form"]
    told = {each.label: (each.theirs, each.mine, each.is_taken) for each in editing.differences}
    assert told[LABELS["problem"]] == ("Theirs.", "Mine.", False)
    assert told[LABELS["weeks"]][0] == "9"
    assert (form["problem"].value(), form["why_it_matters"].value()) == ("Mine.", "Ours too.")
    kept = mine | {"weeks": form["weeks"].value(), "edit_version": editing.edit_version}
    assert tab.post(address(brief), kept).status_code == 302
    brief.refresh_from_db()
    assert (brief.problem, brief.why_it_matters) == ("Mine.", "Ours too.")


def test_what_only_the_colleague_changed_stands_in_the_form(tab, draft_brief, client_person):
    tab.post(address(draft_brief), typed())
    mine = typed(problem="Mine.") | opened(tab, draft_brief)
    colleague_saves(draft_brief, client_person, tools=["dbt"], phases=["deployment"], weeks=None)
    answer = tab.post(address(draft_brief), mine)
    form, editing = answer.context["form"], answer.context["editing"]
    shown = [form[name].value() for name in ("tools", "phases", "weeks", "problem")]
    assert shown == ["dbt", ["deployment"], None, "Mine."]
    assert [each.label for each in editing.differences if not each.is_taken] == [LABELS["problem"]]
    assert b"data-autosave" not in answer.content


def test_a_mistake_on_the_way_does_not_hide_the_conflict(tab, draft_brief, client_person):
    mine = typed(weeks="9999") | opened(tab, draft_brief)
    colleague_saves(draft_brief, client_person, problem="Theirs.")
    answer = tab.post(address(draft_brief), mine)
    assert answer.status_code == 422
    again = mine | {"weeks": "8", "edit_version": answer.context["editing"].edit_version}
    assert tab.post(address(draft_brief), again).status_code == 409


def test_saving_while_one_writes_goes_on_from_its_own_saves(tab, draft_brief, client_person):
    draft = f"/briefs/{draft_brief.public_id}/draft/"
    words = typed() | opened(tab, draft_brief)
    for problem, weeks, status in [("One", "8", 204), ("Two", "x", 422), ("Three", "9", 204)]:
        answer = tab.post(draft, words | {"problem": problem, "weeks": weeks})
        assert answer.status_code == status
        words["edit_version"] = answer["Edit-Version"]
    colleague_saves(draft_brief, client_person, problem="Theirs.")
    assert tab.post(draft, words | {"problem": "Four"}).status_code == 409
    draft_brief.refresh_from_db()
    assert draft_brief.problem == "Theirs."
