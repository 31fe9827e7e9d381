"""A moderator reads first briefs and regulated ones before anybody else does."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from marketplace.core.data import actors
from marketplace.core.data.errors import IllegalMove
from marketplace.core.staff.reasons import ReasonTooShort
from projects.briefs.errors import BriefIncomplete, BriefRevised
from projects.briefs.models.briefs import Brief, DataSensitivity
from projects.briefs.queries.review import FIRST, REGULATED, RETURNED, reasons_for_review
from projects.briefs.services import attachments, briefs, moderation, review
from tests.factories.projects import make_attachment, make_brief, make_draft_brief

pytestmark = pytest.mark.django_db

WHY = "It names its data and asks for nothing free."


@pytest.fixture
def as_moderator(moderator) -> actors.Actor:
    return actors.moderator(moderator)


@pytest.fixture
def queued(settings, draft_brief, as_client) -> Brief:
    settings.BRIEF_REVIEW_FIRST = True
    return briefs.publish_brief(brief=draft_brief, by=as_client)


def read(brief: Brief) -> Brief:
    return Brief.objects.get(pk=brief.pk)


def test_a_first_brief_waits_for_a_moderator(queued, verbs):
    assert (read(queued).state, read(queued).published_at) == ("in_review", None)
    assert verbs(queued) == ["brief.drafted", "brief.queued"]


def test_an_incomplete_brief_is_not_queued(settings, organisation, as_client):
    settings.BRIEF_REVIEW_FIRST = True
    brief = make_draft_brief(organisation, deliverables="")
    with pytest.raises(BriefIncomplete):
        briefs.publish_brief(brief=brief, by=as_client)
    assert read(brief).state == "draft"


def test_a_second_brief_is_published_at_once(settings, brief, organisation):
    settings.BRIEF_REVIEW_FIRST = True
    assert make_brief(organisation).state == "open"


def test_with_the_setting_off_nothing_waits(organisation):
    assert make_brief(organisation, data_sensitivity=DataSensitivity.HEALTH).state == "open"


@pytest.mark.parametrize(
    ("sensitivity", "waits"),
    [("none", False), ("personal", False), ("health", True), ("financial", True), ("other", True)],
)
def test_data_of_a_regulated_domain_wait_each_time(
    settings, brief, organisation, sensitivity, waits
):
    settings.BRIEF_REVIEW_FIRST = True
    second = make_draft_brief(organisation, data_sensitivity=sensitivity)
    assert reasons_for_review(second) == [REGULATED] * waits


def test_a_removed_brief_speaks_for_nobody(settings, brief, organisation, as_moderator):
    moderation.remove_brief(brief=brief, by=as_moderator, why="It asks for free work.")
    settings.BRIEF_REVIEW_FIRST = True
    assert reasons_for_review(make_draft_brief(organisation)) == [FIRST]


def test_an_approved_brief_is_open(queued, as_moderator, verbs):
    review.approve_brief(brief=queued, by=as_moderator, why=WHY, queued_at=queued.queued_at)
    assert (read(queued).state, read(queued).published_at is None) == ("open", False)
    assert verbs(queued)[-1] == "brief.approved"


def test_a_returned_brief_is_a_draft_that_can_be_sent_again(queued, as_moderator, as_client):
    review.return_brief(brief=queued, by=as_moderator, why=WHY, queued_at=queued.queued_at)
    assert read(queued).state == "draft"
    assert briefs.publish_brief(brief=queued, by=as_client).state == "in_review"


@pytest.mark.parametrize("decide", [review.approve_brief, review.return_brief])
def test_a_decision_needs_a_reason(queued, as_moderator, decide):
    with pytest.raises(ReasonTooShort):
        decide(brief=queued, by=as_moderator, why="Fine.", queued_at=queued.queued_at)
    assert read(queued).state == "in_review"


def test_a_brief_is_taken_back(queued, as_client, as_moderator):
    review.recall_brief(brief=queued, by=as_client)
    with pytest.raises(IllegalMove):
        review.approve_brief(brief=queued, by=as_moderator, why=WHY, queued_at=queued.queued_at)
    assert read(queued).state == "draft"


def test_a_change_takes_it_out_of_the_queue(queued, as_client, verbs):
    briefs.save_brief(brief=queued, by=as_client, facts={"title": queued.title})
    assert read(queued).state == "in_review"
    briefs.save_brief(brief=queued, by=as_client, facts={"problem": ""})
    assert (read(queued).state, read(queued).problem) == ("draft", "")
    assert verbs(queued)[-1] == "brief.recalled"


def test_a_file_takes_it_out_of_the_queue(queued, as_client):
    upload = SimpleUploadedFile("columns.csv", b"column,meaning\n")
    attachments.attach_file(brief=queued, by=as_client, upload=upload)
    assert read(queued).state == "draft"


def test_a_file_taken_off_takes_it_out_of_the_queue(settings, draft_brief, as_client):
    settings.BRIEF_REVIEW_FIRST = True
    attachment = make_attachment(draft_brief)
    briefs.publish_brief(brief=draft_brief, by=as_client)
    attachments.remove_attachment(attachment=attachment, by=as_client)
    assert read(draft_brief).state == "draft"


def test_nobody_approves_what_was_changed_since_they_read_it(queued, as_client, as_moderator):
    seen = queued.queued_at
    briefs.save_brief(brief=queued, by=as_client, facts={"problem": "Something else."})
    briefs.publish_brief(brief=queued, by=as_client)
    with pytest.raises(BriefRevised):
        review.approve_brief(brief=queued, by=as_moderator, why=WHY, queued_at=seen)
    assert read(queued).state == "in_review"


def test_a_returned_brief_waits_again_even_where_another_one_stands(
    settings, queued, organisation, as_client, as_moderator
):
    settings.BRIEF_REVIEW_FIRST = False
    make_brief(organisation)
    settings.BRIEF_REVIEW_FIRST = True
    review.return_brief(brief=queued, by=as_moderator, why=WHY, queued_at=queued.queued_at)
    assert reasons_for_review(read(queued)) == [RETURNED]
    assert briefs.publish_brief(brief=queued, by=as_client).state == "in_review"
