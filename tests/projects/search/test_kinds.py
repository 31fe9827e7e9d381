"""Open briefs by the kind of engagement that they ask for."""

import pytest

from projects.briefs.forms.briefs import BriefForm
from projects.briefs.models.briefs import Brief
from tests.factories.projects import make_brief, make_draft_brief
from tests.projects.hourly import make_hourly_brief

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hourly_is_live")]


def test_find_work_offers_the_kinds_and_shows_those_that_fit(client, organisation):
    by_the_hour, fixed = make_hourly_brief(organisation), make_brief(organisation)
    page = client.get("/briefs/")
    choices = page.context["form"].fields["kind"].choices
    assert [value for value, _ in choices] == ["", "fixed", "hourly", "retainer", "trial"]
    for kind, brief in [("hourly", by_the_hour), ("fixed", fixed)]:
        found = client.get("/briefs/", {"kind": kind})
        assert (found.context["count"], list(found.context["page"].items)) == (1, [brief])
    assert "Hourly ·" in client.get("/briefs/", {"kind": "hourly"}).content.decode()


def test_a_brief_is_written_and_published_by_the_hour(browser_of, client_person, organisation):
    draft = make_draft_brief(organisation, engagement_kind="")
    hirer = browser_of(client_person)
    address = f"/briefs/{draft.public_id}/edit/"
    page = hirer.get(address)
    text = " ".join(page.content.decode().split())
    assert "It is for all of the work, also by the hour: all weeks together." in text
    assert "A rate, and at most so many hours a week; each week is held before it begins." in text
    form = page.context["form"]
    sent = {bound.html_name: bound.value() for bound in form if bound.value() is not None}
    sent |= {"engagement_kind": "hourly", "publish": "1", "tools": "Python"}
    assert hirer.post(address, sent).status_code == 302
    draft.refresh_from_db()
    assert (draft.state, draft.engagement_kind, draft.is_hourly) == ("open", "hourly", True)


def test_the_form_of_a_brief_offers_each(organisation):
    choices = BriefForm(instance=Brief()).fields["engagement_kind"].choices
    assert [value for value, _ in choices] == ["fixed", "hourly", "retainer", "trial"]
