"""Acts of staff: a reason each, one event each, and never on what is one's own."""

import pytest
from django.test import Client

from accounts.people.models import User
from accounts.profiles.models.profiles import FreelancerProfile
from marketplace.core.data.models import Event
from tests.factories.accounts import PASSWORD, make_member, make_user

WHY = "Reported three times for asking to be paid elsewhere."


def acts(verb: str) -> list[tuple[User, str, str]]:
    rows = Event.objects.filter(verb=verb).select_related("actor")
    return [(event.actor, event.role, event.why) for event in rows]


def on_person(user: User, act: str) -> str:
    return f"/staff/people/{user.public_id}/{act}/"


def on_profile(user: User, act: str) -> str:
    return f"/staff/profiles/{user.freelancer_profile.public_id}/{act}/"


def test_a_suspended_person_is_signed_out_and_cannot_sign_in(browser_of, moderator, stranger):
    theirs = browser_of(stranger)
    assert theirs.get("/settings/").status_code == 200
    browser_of(moderator).post(on_person(stranger, "suspension"), {"why": WHY})
    assert theirs.get("/settings/").status_code == 302
    again = Client()
    again.post("/account/login/", {"login": stranger.email, "password": PASSWORD})
    assert again.get("/settings/").status_code == 302
    assert acts("user.suspended") == [(moderator, "moderator", WHY)]


def test_a_restored_person_signs_in_again(browser_of, moderator, stranger):
    browser = browser_of(moderator)
    browser.post(on_person(stranger, "suspension"), {"why": WHY})
    browser.post(on_person(stranger, "restoration"), {"why": "It was another person."})
    assert browser_of(stranger).get("/settings/").status_code == 200
    assert acts("user.restored") == [(moderator, "moderator", "It was another person.")]


def test_a_hidden_profile_is_seen_by_its_owner_only(browser_of, moderator, freelancer_person):
    browser, profile = browser_of(moderator), freelancer_person.freelancer_profile
    browser.post(on_profile(freelancer_person, "hiding"), {"why": WHY})
    assert Client().get(profile.get_absolute_url()).status_code == 404
    assert browser_of(freelancer_person).get(profile.get_absolute_url()).status_code == 200
    assert acts("profile.hidden") == [(moderator, "moderator", WHY)]
    browser.post(on_profile(freelancer_person, "showing"), {"why": "The headline was corrected."})
    assert Client().get(profile.get_absolute_url()).status_code == 200
    assert len(acts("profile.shown")) == 1


@pytest.mark.parametrize("why", ["", "   ", "spam"])
def test_without_a_reason_nothing_happens(browser_of, moderator, freelancer_person, contract, why):
    browser, before = browser_of(moderator), Event.objects.count()
    for path in (
        on_person(freelancer_person, "suspension"),
        on_profile(freelancer_person, "hiding"),
        f"/briefs/{contract.brief.public_id}/removal/",
        f"/staff/contracts/{contract.public_id}/termination/",
    ):
        assert browser.post(path, {"why": why}).status_code in (403, 422)
    assert Event.objects.count() == before
    assert User.objects.get(pk=freelancer_person.pk).is_active is True
    assert FreelancerProfile.objects.get(user=freelancer_person).is_hidden is False


def test_ordinary_people_cannot_act(browser_of, stranger, client_person, freelancer_person):
    for person in (stranger, client_person, freelancer_person):
        browser = browser_of(person)
        for path in (on_person(stranger, "suspension"), on_profile(freelancer_person, "hiding")):
            assert browser.get(path).status_code == 403
            assert browser.post(path, {"why": WHY}).status_code == 403
    assert acts("user.suspended") + acts("profile.hidden") == []


def test_staff_who_do_not_moderate_only_look(browser_of, stranger):
    clerk = make_user("Cleo Clerk", is_staff=True)
    assert browser_of(clerk).get(f"/staff/people/{stranger.public_id}/").status_code == 200
    path = on_person(stranger, "suspension")
    assert browser_of(clerk).post(path, {"why": WHY}).status_code == 403


def test_nobody_moderates_themselves_staff_or_colleagues(browser_of, moderator, organisation):
    other = make_user("Mia Moderator", is_moderator=True)
    make_member(organisation, "viewer", moderator)
    colleague = organisation.memberships.get(role="owner").user
    browser = browser_of(moderator)
    for person in (moderator, other, colleague):
        assert browser.post(on_person(person, "suspension"), {"why": WHY}).status_code == 403
    assert acts("user.suspended") == []


def test_a_moderator_with_a_part_in_it_cannot_touch_a_contract(browser_of, moderator, contract):
    make_member(contract.organisation, "viewer", moderator)
    browser = browser_of(moderator)
    removal = f"/briefs/{contract.brief.public_id}/removal/"
    end = f"/staff/contracts/{contract.public_id}/termination/"
    assert browser.post(removal, {"why": WHY}).status_code == 403
    assert browser.post(end, {"why": WHY}).status_code == 403
    assert acts("brief.removed") + acts("contract.terminated") == []


def test_a_terminated_contract_names_the_reason_once(browser_of, moderator, contract, settings):
    settings.SECOND_PERSON_ABOVE = {"USD": 1_000_000}
    path = f"/staff/contracts/{contract.public_id}/termination/"
    browser_of(moderator).post(path, {"why": WHY})
    assert acts("contract.terminated") == [(moderator, "moderator", WHY)]


def test_only_an_administrator_gives_powers(browser_of, admin, moderator, stranger):
    path = on_person(stranger, "powers")
    powers = {"is_moderator": "on", "why": "Joins the team of moderators."}
    assert browser_of(moderator).post(path, powers).status_code == 403
    browser_of(admin).post(path, powers)
    stranger.refresh_from_db()
    assert (stranger.is_moderator, stranger.is_staff) == (True, False)
    assert acts("user.powers_set") == [(admin, "moderator", "Joins the team of moderators.")]


def test_a_fee_is_set_with_a_reason(browser_of, admin, moderator):
    path = "/admin/payments/feeschedule/add/"
    fee = {"engagement_kind": "trial", "basis_points": "500", "valid_from": "2027-01-01"}
    assert browser_of(moderator).get(path).status_code == 403
    assert browser_of(admin).post(path, fee).status_code == 200
    assert acts("fee_schedule.set") == []
    browser_of(admin).post(path, fee | {"why": "Trials should cost less."})
    assert acts("fee_schedule.set") == [(admin, "moderator", "Trials should cost less.")]
