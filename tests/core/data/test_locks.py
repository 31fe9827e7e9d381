"""Locking a row, and reading it afresh."""

import pytest
from django.db.models.functions import Lower

from accounts.organisations.models.organisations import Membership
from marketplace.core.data.errors import Gone
from marketplace.core.data.locks import lock
from tests.factories.accounts import make_organisation, make_user

pytestmark = pytest.mark.django_db


def test_a_lock_reads_the_row_and_what_it_points_to_afresh(django_assert_num_queries):
    membership = make_organisation(make_user("Olivia Owner")).memberships.get()
    assert membership.user.name == "Olivia Owner"
    other = make_user("Nora Next")
    Membership.objects.filter(pk=membership.pk).update(user=other, role="finance")
    with django_assert_num_queries(1) as captured:
        lock(membership)
    assert captured.captured_queries[0]["sql"].endswith("FOR UPDATE")
    assert (membership.role, membership.user) == ("finance", other)


def test_what_a_row_points_to_is_loaded_anew_though_the_key_is_the_same():
    membership = make_organisation(make_user("Olivia Owner")).memberships.get()
    type(membership.user).objects.update(name="Olivia Other")
    lock(membership)
    assert membership.user.name == "Olivia Other"


def test_expressions_are_read_by_the_same_query(django_assert_num_queries):
    organisation = make_organisation(make_user("Olivia Owner"))
    with django_assert_num_queries(1):
        read = lock(organisation, lowered=Lower("country"))
    assert read == {"lowered": organisation.country.lower()}


def test_a_deleted_row_is_gone():
    membership = make_organisation(make_user("Olivia Owner")).memberships.get()
    Membership.objects.filter(pk=membership.pk).delete()
    with pytest.raises(Gone):
        lock(membership)
