import pytest

from accounts.organisations.errors import LastOwner
from accounts.organisations.models.organisations import Membership
from accounts.organisations.services.organisations import add_member, change_role, remove_member
from marketplace.core.data.actors import person
from marketplace.core.data.events import events_of
from tests.factories.accounts import make_member

Role = Membership.Role


def verbs(organisation):
    return [event.verb for event in events_of(organisation)]


def test_creator_is_the_owner(organisation, client_person):
    assert organisation.memberships.get().user == client_person
    assert organisation.memberships.get().role == Role.OWNER
    assert verbs(organisation) == ["organisation.created"]


def test_adding_a_member_twice_adds_one(organisation, stranger, client_person):
    for _ in range(2):
        add_member(
            organisation=organisation, user=stranger, role=Role.VIEWER, by=person(client_person)
        )
    assert organisation.memberships.count() == 2
    assert verbs(organisation) == ["organisation.created", "organisation.member_added"]


def test_role_change_is_recorded_with_the_earlier_role(organisation, client_person):
    membership = make_member(organisation, Role.VIEWER)
    change_role(membership=membership, role=Role.FINANCE, by=person(client_person))
    membership.refresh_from_db()
    assert membership.role == Role.FINANCE
    particulars = events_of(organisation).last().particulars
    assert (particulars["earlier"], particulars["role"]) == ("viewer", "finance")


def test_last_owner_keeps_the_role(organisation, client_person):
    membership = organisation.memberships.get()
    with pytest.raises(LastOwner):
        change_role(membership=membership, role=Role.VIEWER, by=person(client_person))
    membership.refresh_from_db()
    assert membership.role == Role.OWNER
    assert verbs(organisation) == ["organisation.created"]


def test_last_owner_is_not_removed(organisation, client_person):
    with pytest.raises(LastOwner):
        remove_member(membership=organisation.memberships.get(), by=person(client_person))
    assert organisation.memberships.count() == 1
    assert verbs(organisation) == ["organisation.created"]


def test_one_of_two_owners_can_leave(organisation, client_person):
    second = make_member(organisation, Role.OWNER)
    remove_member(
        membership=organisation.memberships.get(user=client_person), by=person(second.user)
    )
    assert [m.user for m in organisation.memberships.all()] == [second.user]
