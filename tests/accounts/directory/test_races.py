"""Two who change at once what one profile is found by: the search knows both changes."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from accounts.directory.models import ProfileEntry
from accounts.directory.queries.directory import directory
from accounts.people.models import User
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.services.profiles import update_profile
from marketplace.core.data.actors import person
from tests.factories.accounts import make_freelancer


@pytest.mark.django_db(transaction=True)
def test_a_name_and_a_headline_that_change_at_once_are_both_found():
    user = make_freelancer("Fay Freelancer")
    for number in "abcde":
        start = Barrier(2)

        def rename(name: str = f"Zoe name{number}", start: Barrier = start) -> None:
            start.wait()
            User.objects.filter(pk=user.pk).update(name=name)
            connection.close()

        def edit(headline: str = f"Models head{number}", start: Barrier = start) -> None:
            profile = FreelancerProfile.objects.get(user=user)
            start.wait()
            update_profile(profile=profile, by=person(user), facts={"headline": headline})
            connection.close()

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda act: act(), (rename, edit)))
        found = directory(words=f"name{number} head{number}").rows
        assert ([row.user for row in found], ProfileEntry.objects.count()) == ([user], 1)
