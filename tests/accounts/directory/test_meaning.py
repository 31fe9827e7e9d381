"""Freelancers are found by what they mean, once a job has read their profiles."""

import pytest

from accounts.directory.models import ProfileEntry
from accounts.directory.queries.directory import PRICE, directory
from accounts.profiles.services.profiles import update_profile
from marketplace.core.data.actors import person
from marketplace.core.web.pages import keyset_page
from tests.factories.accounts import make_freelancer
from tests.jobs import run_jobs
from tests.vectors import without_the_dead


def names(words: str, **wanted) -> list[str]:
    found = directory(words=words, **wanted)
    return [profile.user.name for profile in keyset_page(found.rows, keys=found.keys).items]


@pytest.fixture
def vet(db):
    without_the_dead(ProfileEntry)
    make_freelancer("Fay Freelancer")
    about = {"headline": "Dairy cows, pigs and hens on camera", "story": "Animal health on farms."}
    return make_freelancer("Vera Vet", **about, industries=["agriculture"])


def test_until_the_job_has_run_words_alone_find(vet):
    assert names("livestock farming") == []
    run_jobs("accounts.embed_profiles")
    assert names("livestock farming") == ["Vera Vet"]
    assert names("livestock farming", sort=PRICE) == ["Vera Vet"]
    assert names("livestock farming", is_literal=True) == ["Vera Vet"]
    assert names("livestock farming", currency="EUR") == []


def test_a_name_stands_above_what_is_near(vet):
    make_freelancer("Cattle Barnes", headline="Contracts", story="")
    run_jobs("accounts.embed_profiles")
    assert names("cattle")[:2] == ["Cattle Barnes", "Vera Vet"]


def test_other_words_empty_the_embedding_and_the_same_words_keep_it(vet):
    run_jobs("accounts.embed_profiles")
    profile, by = vet.freelancer_profile, person(vet)
    update_profile(profile=profile, by=by, facts={"fixed_from": 900_000})
    assert ProfileEntry.objects.get(profile=profile).embedding
    update_profile(profile=profile, by=by, facts={"story": "Milk yield."})
    assert ProfileEntry.objects.get(profile=profile).embedding is None
