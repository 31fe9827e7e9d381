"""Cards of the directory come from the cache, and never say what is no longer so."""

import pytest
from django.core.cache import cache

from accounts.people.models import User
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.services.profiles import update_profile
from marketplace.core.data.actors import freelancer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


def listed(client) -> str:
    return client.get("/freelancers/").content.decode()


def test_a_changed_headline_and_name_show_at_once(client, freelancer_person):
    profile, by = freelancer_person.freelancer_profile, freelancer(freelancer_person)
    assert profile.headline in listed(client)
    update_profile(profile=profile, by=by, facts={"headline": "Forecasts that hold"})
    assert "Forecasts that hold" in listed(client)
    User.objects.filter(pk=freelancer_person.pk).update(name="Flora Freelancer")
    assert "Flora Freelancer" in listed(client)


def test_a_changed_case_study_shows_at_once(client, freelancer_person):
    study = freelancer_person.freelancer_profile.case_studies.get()
    assert study.title in listed(client)
    study.delete()
    assert study.title not in listed(client)


def test_a_card_is_kept_until_its_version_changes(client, freelancer_person):
    headline = freelancer_person.freelancer_profile.headline
    listed(client)
    FreelancerProfile.objects.update(headline="Changed past the services")
    assert headline in listed(client)
