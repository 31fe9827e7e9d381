"""An ended brief is copied into a new draft of the same organisation."""

from datetime import timedelta

import pytest
from django.utils import timezone

from projects.briefs.errors import BriefNotEnded
from projects.briefs.models.briefs import Brief
from projects.briefs.services import briefs, copies
from tests.factories.projects import CHURN_BRIEF, make_attachment

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(brief, as_client) -> Brief:
    make_attachment(brief)
    return briefs.close_brief(brief=brief, by=as_client)


def test_a_copy_is_a_draft_with_the_same_words_and_no_files(closed, as_client, verbs):
    copy = copies.copy_brief(brief=closed, by=as_client)
    assert {name: getattr(copy, name) for name in CHURN_BRIEF} == CHURN_BRIEF
    assert (copy.state, copy.published_at, copy.organisation) == (
        "draft",
        None,
        closed.organisation,
    )
    assert (copy.public_id == closed.public_id, copy.attachments.count()) == (False, 0)
    assert verbs(copy) == ["brief.drafted"]


def test_dates_are_not_copied(draft_brief, as_client):
    day = timezone.now().date() + timedelta(days=30)
    facts = dict.fromkeys(("starts_on", "goal_due", "hard_deadline"), day)
    briefs.save_brief(brief=draft_brief, by=as_client, facts=facts)
    briefs.publish_brief(brief=draft_brief, by=as_client)
    briefs.close_brief(brief=draft_brief, by=as_client)
    copy = copies.copy_brief(brief=draft_brief, by=as_client)
    assert (copy.starts_on, copy.goal_due, copy.hard_deadline) == (None, None, None)


@pytest.mark.parametrize("state", ["draft", "open", "paused", "removed"])
def test_a_brief_that_has_not_ended_is_not_copied(brief, as_client, state):
    Brief.objects.filter(pk=brief.pk).update(state=state)
    with pytest.raises(BriefNotEnded):
        copies.copy_brief(brief=brief, by=as_client)
    assert Brief.objects.count() == 1


@pytest.mark.parametrize("state", ["filled", "closed", "expired"])
def test_its_owner_copies_it_on_the_page_and_others_do_not(
    browser_of, brief, client_person, freelancer_person, state
):
    Brief.objects.filter(pk=brief.pk).update(state=state)
    path = f"/briefs/{brief.public_id}/"
    assert browser_of(freelancer_person).post(f"{path}copies/").status_code == 404
    assert Brief.objects.count() == 1
    owner = browser_of(client_person)
    assert "Copy into a new draft" in owner.get(path).content.decode()
    answer = owner.post(f"{path}copies/")
    assert answer["Location"] == f"/briefs/{Brief.objects.latest('id').public_id}/edit/"
