import pytest

from accounts.organisations.models.invitations import Invitation
from accounts.organisations.models.organisations import Membership, Organisation
from accounts.organisations.services.invitations import invitation_token, invite
from marketplace.core.data.actors import person
from tests.factories.accounts import make_member, make_user

Role = Membership.Role


@pytest.fixture
def owner(browser_of, client_person):
    return browser_of(client_person)


@pytest.fixture
def invitation(organisation, client_person) -> Invitation:
    return invite(
        organisation=organisation,
        email="cora@example.com",
        role=Role.FINANCE,
        by=person(client_person),
    )


def test_a_new_person_creates_an_organisation(browser_of, stranger):
    facts = {"name": "Acme", "country": "DE", "website": "acme.example", "about": "We make it."}
    answer = browser_of(stranger).post("/welcome/organisation/", facts)
    organisation = Organisation.objects.get()
    assert answer["Location"] == f"/organisations/{organisation.public_id}/"
    assert (organisation.name, organisation.website) == ("Acme", "https://acme.example")


def test_what_was_typed_stays_after_an_error(browser_of, stranger):
    answer = browser_of(stranger).post("/welcome/organisation/", {"name": "", "about": "Kept"})
    assert answer.status_code == 422
    assert "Kept" in answer.content.decode()
    assert Organisation.objects.count() == 0


def test_an_owner_invites_changes_and_removes(owner, organisation):
    base = f"/organisations/{organisation.public_id}/"
    owner.post(base + "invitations/", {"email": "x@example.com", "role": "viewer"})
    member = make_member(organisation, Role.VIEWER)
    owner.post(f"/memberships/{member.public_id}/role/", {"role": "finance"})
    member.refresh_from_db()
    assert (Invitation.objects.count(), member.role) == (1, Role.FINANCE)
    owner.post(f"/memberships/{member.public_id}/removal/")
    assert organisation.memberships.count() == 1


def test_the_last_owner_is_told_why_not(owner, organisation):
    mine = organisation.memberships.get()
    answer = owner.post(f"/memberships/{mine.public_id}/removal/", follow=True)
    assert "needs an owner" in answer.content.decode()
    assert organisation.memberships.count() == 1


def test_a_viewer_sees_but_cannot_manage(browser_of, organisation, invitation):
    viewer = browser_of(make_member(organisation, Role.VIEWER).user)
    base = f"/organisations/{organisation.public_id}/"
    assert viewer.get(base).status_code == 200
    assert viewer.get(base + "edit/").status_code == 403
    assert viewer.post(base + "invitations/", {"email": "x@y.zz"}).status_code == 403
    assert viewer.post(f"/invitations/{invitation.public_id}/revocation/").status_code == 403
    assert Invitation.objects.filter(revoked_at=None).count() == 1


def test_a_stranger_finds_nothing(browser_of, stranger, organisation, invitation):
    browser = browser_of(stranger)
    member = organisation.memberships.get()
    for address in (
        f"/organisations/{organisation.public_id}/",
        f"/organisations/{organisation.public_id}/edit/",
        f"/organisations/{organisation.public_id}/invitations/",
        f"/memberships/{member.public_id}/role/",
    ):
        assert browser.get(address).status_code == 404
    for act in (
        f"/memberships/{member.public_id}/removal/",
        f"/invitations/{invitation.public_id}/sending/",
        f"/invitations/{invitation.public_id}/revocation/",
    ):
        assert browser.post(act).status_code == 404


def test_the_invited_person_joins(browser_of, invitation):
    browser = browser_of(make_user("Cora Colleague", "cora@example.com"))
    address = f"/join/{invitation_token(invitation)}/"
    assert "Join Northwind Telecom" in browser.get(address).content.decode()
    answer = browser.post(address + "acceptance/")
    assert answer["Location"] == f"/organisations/{invitation.organisation.public_id}/"
    assert invitation.organisation.memberships.count() == 2


def test_somebody_else_with_the_link_does_not_join(browser_of, invitation, stranger):
    browser = browser_of(stranger)
    address = f"/join/{invitation_token(invitation)}/"
    assert "signed in with another address" in browser.get(address).content.decode()
    assert browser.post(address + "acceptance/").status_code == 403
    assert invitation.organisation.memberships.count() == 1


def test_a_visitor_is_led_to_sign_up_and_back(client, invitation):
    address = f"/join/{invitation_token(invitation)}/"
    assert f"/account/signup/?next={address}" in client.get(address).content.decode()
    assert client.get("/join/forged/").status_code == 404


def test_more_members_make_no_more_queries(
    owner, organisation, django_assert_num_queries, count_queries
):
    address = f"/organisations/{organisation.public_id}/"
    at_one = count_queries(lambda: owner.get(address))
    for _ in range(2):
        make_member(organisation, Role.VIEWER)
    assert count_queries(lambda: owner.get(address)) == at_one


def test_who_is_invited_sees_it_on_welcome(browser_of, invitation):
    browser = browser_of(make_user("Cora Colleague", "cora@example.com"))
    page = browser.get("/welcome/").content.decode()
    assert "Clara Client invites you to Northwind Telecom" in page
    assert 'href="/join/' in page


def test_others_do_not_see_it_on_welcome(browser_of, invitation, stranger):
    assert "/join/" not in browser_of(stranger).get("/welcome/").content.decode()
