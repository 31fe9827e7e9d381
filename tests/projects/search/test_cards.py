"""Cards of Find work come from the cache, and never say what is no longer so."""

import pytest
from django.core.cache import cache

from accounts.organisations.models.organisations import Organisation
from projects.briefs.models.briefs import Brief
from projects.briefs.services import briefs
from tests.factories.projects import make_proposal

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


def test_a_changed_title_shows_at_once(client, brief, as_client):
    assert brief.title in client.get("/briefs/").content.decode()
    briefs.save_brief(brief=brief, by=as_client, facts={"title": "Find who leaves"})
    page = client.get("/briefs/").content.decode()
    assert ("Find who leaves" in page, "prepaid subscribers will leave" in page) == (True, False)


def test_a_new_proposal_and_a_new_name_show_at_once(client, brief):
    client.get("/briefs/")
    make_proposal(brief)
    Organisation.objects.update(name="Southwind Telecom")
    page = " ".join(client.get("/briefs/").content.decode().split())
    assert ("1 proposal <" in page, "Southwind" in page) == (True, True)


def test_a_cache_that_is_down_does_not_fail_the_page(client, brief, settings):
    down = settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}
    settings.CACHES = {"default": down}
    assert brief.title in client.get("/briefs/").content.decode()


def test_a_card_is_kept_until_its_version_changes(client, brief):
    client.get("/briefs/")
    Brief.objects.update(title="Changed past the services")
    assert brief.title in client.get("/briefs/").content.decode()
