import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from marketplace.core.data import actors
from marketplace.core.data.errors import IllegalMove
from marketplace.core.staff.reasons import ReasonTooShort
from projects.briefs.errors import (
    BriefHasOffer,
    BriefIncomplete,
    BriefNotEditable,
    CurrencyFixed,
    TooManyAttachments,
)
from projects.briefs.models.briefs import Brief
from projects.briefs.services import attachments, briefs, moderation
from tests.factories.projects import make_accepted_proposal, make_attachment, make_proposal

pytestmark = pytest.mark.django_db


def state_of(subject) -> str:
    return type(subject).objects.get(pk=subject.pk).state


def test_a_draft_needs_only_a_title(organisation, as_client, verbs):
    brief = briefs.draft_brief(organisation=organisation, by=as_client, facts={"title": "Churn"})
    assert (brief.state, brief.title, verbs(brief)) == ("draft", "Churn", ["brief.drafted"])


def test_publication_names_what_is_missing(draft_brief, as_client):
    briefs.save_brief(brief=draft_brief, by=as_client, facts={"goal_kpi": "", "budget_max": None})
    with pytest.raises(BriefIncomplete) as refusal:
        briefs.publish_brief(brief=draft_brief, by=as_client)
    assert [part.field for part in refusal.value.missing] == ["goal_kpi", "budget_max"]
    assert state_of(draft_brief) == "draft"


def test_a_budget_the_wrong_way_round_cannot_be_published(draft_brief, as_client):
    briefs.save_brief(brief=draft_brief, by=as_client, facts={"budget_max": 1})
    with pytest.raises(BriefIncomplete) as refusal:
        briefs.publish_brief(brief=draft_brief, by=as_client)
    assert [part.field for part in refusal.value.missing] == ["budget_max"]


def test_a_kind_without_contracts_cannot_be_published(draft_brief, as_client, only_fixed_is_live):
    briefs.save_brief(brief=draft_brief, by=as_client, facts={"engagement_kind": "retainer"})
    with pytest.raises(BriefIncomplete):
        briefs.publish_brief(brief=draft_brief, by=as_client)
    assert state_of(draft_brief) == "draft"


def test_a_complete_draft_is_published(draft_brief, as_client, verbs):
    briefs.publish_brief(brief=draft_brief, by=as_client)
    assert state_of(draft_brief) == "open"
    assert verbs(draft_brief) == ["brief.drafted", "brief.published"]


def test_a_published_brief_stays_complete(brief, as_client):
    with pytest.raises(BriefIncomplete):
        briefs.save_brief(brief=brief, by=as_client, facts={"problem": ""})
    assert Brief.objects.get(pk=brief.pk).problem != ""


def test_an_edit_of_a_published_brief_names_the_changed_fields(brief, as_client, verbs):
    facts = {"title": brief.title, "weeks": 6}
    briefs.save_brief(brief=brief, by=as_client, facts=facts)
    assert Brief.objects.get(pk=brief.pk).weeks == 6
    assert verbs(brief) == ["brief.drafted", "brief.published", "brief.edited"]


def test_the_currency_of_a_published_brief_is_fixed(brief, as_client):
    with pytest.raises(CurrencyFixed):
        briefs.save_brief(brief=brief, by=as_client, facts={"currency": "EUR"})
    assert Brief.objects.get(pk=brief.pk).currency == "USD"


def test_pause_and_reopening(brief, as_client):
    briefs.pause_brief(brief=brief, by=as_client)
    assert state_of(brief) == "paused"
    briefs.reopen_brief(brief=brief, by=as_client)
    assert state_of(brief) == "open"


def test_closing_closes_the_undecided_proposals(brief, proposal, as_client):
    briefs.close_brief(brief=brief, by=as_client, why="The budget is gone.")
    assert (state_of(brief), state_of(proposal)) == ("closed", "closed")


def test_a_brief_with_an_open_offer_cannot_be_closed(brief, freelancer_person, as_client):
    accepted = make_accepted_proposal(brief, freelancer_person)
    with pytest.raises(BriefHasOffer):
        briefs.close_brief(brief=brief, by=as_client)
    assert (state_of(brief), state_of(accepted)) == ("open", "accepted")


def test_filling_closes_the_other_proposals(brief, freelancer_person):
    accepted = make_accepted_proposal(brief, freelancer_person)
    other = make_proposal(brief)
    briefs.fill_brief(brief=brief)
    assert [state_of(one) for one in (brief, accepted, other)] == ["filled", "accepted", "closed"]


def test_filling_a_brief_that_left_the_list_changes_nothing(brief, moderator, verbs):
    moderation.remove_brief(brief=brief, by=actors.moderator(moderator), why="It is spam.")
    briefs.fill_brief(brief=brief, by=actors.SYSTEM)
    assert state_of(brief) == "removed"
    assert verbs(brief)[-1] == "brief.removed"


def test_a_removal_needs_a_reason(brief, moderator):
    with pytest.raises(ReasonTooShort):
        moderation.remove_brief(brief=brief, by=actors.moderator(moderator), why="Spam.")
    assert state_of(brief) == "open"


def test_a_removed_brief_is_restored_on_appeal(brief, moderator, proposal):
    by = actors.moderator(moderator)
    moderation.remove_brief(brief=brief, by=by, why="It asks for free work.")
    assert (state_of(brief), state_of(proposal)) == ("removed", "submitted")
    moderation.restore_brief(brief=brief, by=by, why="It was a misunderstanding.")
    assert state_of(brief) == "open"


def test_only_a_draft_is_discarded(brief, draft_brief, as_client):
    with pytest.raises(BriefNotEditable):
        briefs.discard_brief(brief=brief, by=as_client)
    briefs.discard_brief(brief=draft_brief, by=as_client)
    assert list(Brief.objects.all()) == [brief]


def test_a_closed_brief_stays_closed(brief, as_client):
    briefs.close_brief(brief=brief, by=as_client)
    with pytest.raises(IllegalMove):
        briefs.reopen_brief(brief=brief, by=as_client)
    with pytest.raises(BriefNotEditable):
        briefs.save_brief(brief=brief, by=as_client, facts={"weeks": 1})
    assert state_of(brief) == "closed"


def test_files_are_limited_in_number(brief):
    for _ in range(attachments.LIMIT):
        make_attachment(brief)
    with pytest.raises(TooManyAttachments):
        make_attachment(brief)
    assert brief.attachments.count() == attachments.LIMIT


def test_a_program_is_no_attachment(brief, as_client):
    upload = SimpleUploadedFile("columns.exe", b"MZ")
    with pytest.raises(ValidationError):
        attachments.attach_file(brief=brief, by=as_client, upload=upload)
    assert brief.attachments.count() == 0
