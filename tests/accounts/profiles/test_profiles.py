import pytest

from accounts.profiles.errors import ProfileExists
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.services.case_studies import delete_case_study, update_case_study
from accounts.profiles.services.profiles import update_profile
from accounts.profiles.taxonomy import EvidenceGrade
from marketplace.core.data.actors import person
from marketplace.core.data.events import events_of
from marketplace.core.data.money import Money
from tests.factories.accounts import make_case_study, make_profile, make_user


@pytest.fixture
def profile(db) -> FreelancerProfile:
    return make_profile(make_user("Fay Freelancer"))


def test_a_person_has_one_profile(profile):
    with pytest.raises(ProfileExists):
        make_profile(profile.user)
    assert FreelancerProfile.objects.count() == 1


def test_a_change_replaces_the_tools_and_is_recorded(profile):
    tools = [{"name": "PyTorch", "years": 3, "last_used": 2026}]
    update_profile(
        profile=profile, by=person(profile.user), tools=tools, facts={"headline": "Vision"}
    )
    assert list(profile.tools.values_list("name", flat=True)) == ["PyTorch"]
    assert events_of(profile).last().particulars == {"fields": ["headline", "tools"]}


def test_rates_are_money_in_the_profiles_currency(profile):
    assert [(rate.kind, rate.amount) for rate in profile.rates] == [
        ("fixed", Money(400_000, "USD"))
    ]


def test_a_link_raises_the_grade_and_its_loss_lowers_it(profile):
    study = make_case_study(profile, link="https://example.com/repo")
    assert study.grade == EvidenceGrade.LINKED
    update_case_study(case_study=study, by=person(profile.user), facts={"link": ""})
    study.refresh_from_db()
    assert study.grade == EvidenceGrade.SELF_STATED


def test_a_deleted_case_study_stays_in_the_log(profile):
    study = make_case_study(profile)
    delete_case_study(case_study=study, by=person(profile.user))
    assert profile.case_studies.count() == 0
    assert events_of(profile).last().particulars == {"title": study.title}
