import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.organisations.models.organisations import Membership, Organisation
from accounts.organisations.permissions import (
    can_end_membership,
    can_hire_for,
    can_manage_organisation,
    can_pay_for,
    can_view_organisation,
    role_for,
    role_in,
)
from accounts.organisations.queries import carried_role
from accounts.profiles.permissions import has_case_study
from tests.factories.accounts import make_case_study, make_member, make_profile, make_user

Role = Membership.Role

MAY = {
    Role.OWNER: (True, True, True, True),
    Role.HIRING_MANAGER: (True, True, False, False),
    Role.FINANCE: (True, False, True, False),
    Role.VIEWER: (True, False, False, False),
}


@pytest.mark.parametrize("role", MAY)
def test_each_role_may_what_its_name_says(organisation, role):
    user = make_member(organisation, role).user
    predicates = (
        can_view_organisation,
        can_hire_for,
        can_pay_for,
        can_manage_organisation,
    )
    assert tuple(may(user, organisation) for may in predicates) == MAY[role]


@pytest.mark.parametrize("somebody", ["stranger", "visitor"])
def test_who_is_no_member_may_nothing(organisation, stranger, somebody):
    user = stranger if somebody == "stranger" else AnonymousUser()
    assert role_in(user, organisation) is None
    assert can_view_organisation(user, organisation) is False
    assert role_for(organisation, user, organisation) is None


def test_a_row_carries_the_role_of_its_viewer_alone(organisation, client_person, stranger):
    carried = carried_role(client_person, "pk")
    row = Organisation.objects.annotate(**carried).get(pk=organisation.pk)
    with CaptureQueriesContext(connection) as asked:
        assert role_for(row, client_person, organisation) == Role.OWNER
    assert len(asked) == 0
    assert role_for(row, stranger, organisation) is None
    assert role_for(row, AnonymousUser(), organisation) is None


def test_proposing_needs_a_case_study(db):
    user = make_user()
    profile = make_profile(user)
    assert has_case_study(user) is False
    make_case_study(profile)
    assert has_case_study(user) is True


def test_a_viewer_may_leave_but_not_remove_others(organisation):
    viewer, other = (make_member(organisation, Role.VIEWER) for _ in range(2))
    assert can_end_membership(viewer.user, viewer) is True
    assert can_end_membership(viewer.user, other) is False
