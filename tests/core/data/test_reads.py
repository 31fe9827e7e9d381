"""One value by its key, without the ORM."""

import pytest

from accounts.organisations.models.organisations import Membership
from marketplace.core.data.reads import value_of
from tests.factories.accounts import make_organisation, make_user

pytestmark = pytest.mark.django_db


def test_the_value_of_the_row_with_the_key_and_of_no_other():
    owner, stranger = make_user("Olivia Owner"), make_user("Stan Stranger")
    organisation, other = make_organisation(owner), make_organisation(stranger)
    Membership.objects.filter(organisation=other).update(role="finance")
    assert [
        value_of(Membership, "role", user=user.pk, organisation=of.pk)
        for user in (owner, stranger)
        for of in (organisation, other)
    ] == ["owner", None, None, "finance"]
