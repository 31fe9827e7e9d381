"""A client keeps freelancers for later; the list is theirs alone."""

import pytest

from accounts.directory.models import SavedFreelancer
from accounts.profiles.models.profiles import FreelancerProfile
from tests.factories.accounts import make_freelancer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("organisation")]


@pytest.fixture
def saving(freelancer_person) -> str:
    return f"/freelancers/{freelancer_person.freelancer_profile.public_id}/saving/"


def names(browser) -> list[str]:
    page = browser.get("/freelancers/saved/").context["page"]
    return [profile.user.name for profile in page.items]


def test_a_client_saves_once_and_takes_off(browser_of, client_person, freelancer_person, saving):
    browser = browser_of(client_person)
    profile = saving.removesuffix("saving/")
    assert "Save for later" in browser.get(profile).content.decode()
    browser.post(saving)
    assert browser.post(saving)["Location"] == profile
    assert "Saved: remove it" in browser.get(profile).content.decode()
    other = make_freelancer("Second One").freelancer_profile
    browser.post(f"/freelancers/{other.public_id}/saving/")
    assert names(browser) == ["Second One", freelancer_person.name]
    browser.post(f"{saving}removal/")
    assert names(browser) == ["Second One"]


def test_who_can_no_longer_be_seen_is_left_out(browser_of, client_person, saving):
    browser = browser_of(client_person)
    browser.post(saving)
    FreelancerProfile.objects.update(is_hidden=True)
    assert names(browser) == []
    assert browser.post(saving).status_code == 404


def test_only_clients_save_and_never_themselves(browser_of, stranger, freelancer_person, saving):
    assert browser_of(stranger).post(saving).status_code == 403
    assert browser_of(freelancer_person).post(saving).status_code == 403
    assert browser_of(stranger).get("/freelancers/saved/").status_code == 403
    assert SavedFreelancer.objects.count() == 0
