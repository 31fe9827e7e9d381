"""A brief by link says so everywhere, and has its link to copy."""

import pytest

from projects.briefs.services.briefs import pause_brief, publish_brief
from tests.factories.projects import hirer, make_draft_brief
from tests.people import sign_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("visibility", "is_listed"), [("listed", True), ("link", False)])
def test_what_is_said_of_a_brief_is_true_of_where_it_is_found(
    visibility, is_listed, organisation, client_person, client
):
    brief = make_draft_brief(organisation, visibility=visibility)
    tab, by, page = sign_in(client_person), hirer(organisation), brief.get_absolute_url()
    assert ("it is listed" in tab.get(page).content.decode()) is is_listed
    assert "it is listed" not in tab.get(f"{page}edit/").content.decode()
    publish_brief(brief=brief, by=by)
    link = f'value="http://testserver{page}" readonly'
    text = " ".join(tab.get(page).content.decode().split())
    assert (link in text, "Freelancers can find it" in text) == (not is_listed, is_listed)
    assert (link in " ".join(client.get(page).content.decode().split())) is False
    assert ("noindex" in client.get(page).content.decode()) is not is_listed
    assert (str(brief) in client.get("/briefs/").content.decode()) is is_listed
    pause_brief(brief=brief, by=by)
    text = " ".join(tab.get(page).content.decode().split())
    assert (link in text, "off the list" in text) == (not is_listed, is_listed)
