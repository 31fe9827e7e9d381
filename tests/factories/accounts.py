"""People and organisations, made by the services that the pages call."""

import itertools
from typing import Any

from allauth.account.models import EmailAddress

from accounts.organisations.models.organisations import Membership, Organisation
from accounts.organisations.services.organisations import add_member, create_organisation
from accounts.people.models import User
from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.services.case_studies import add_case_study
from accounts.profiles.services.profiles import create_profile
from accounts.profiles.taxonomy import Industry, LifecycleStage, Specialism
from marketplace.core.data.actors import person

PASSWORD = "correct horse battery"

CHURN_STUDY = {
    "title": "Churn model for a regional telecom operator",
    "industry": Industry.TELECOM,
    "specialisms": [Specialism.SUPERVISED],
    "finished_in": 2025,
    "problem": "One customer in four left within a year, and retention calls went to everyone.",
    "data": "7 043 customers, 21 columns, 26.5 % churned.",
    "baseline": "Calling customers at random reached 26.5 % churners.",
    "approach": "Gradient boosting on contract and usage features, validated by time.",
    "metric": "Lift of 2.9 in the top decile on a later quarter.",
    "business_impact": "The call team reached the same churners with a third of the calls.",
    "trade_offs": "A linear model was kept for the explanations.",
    "what_did_not_work": "Call-centre notes added nothing that survived the next quarter.",
}

_numbers = itertools.count(1)


def make_user(name: str = "", email: str = "", **fields: Any) -> User:
    """A person with a verified email address and the password `PASSWORD`."""
    number = next(_numbers)
    name = name or f"Person {number}"
    email = email or f"{name.split(' ')[0].lower()}{number}@example.com"
    user = User.objects.create_user(email, PASSWORD, name=name, **fields)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def make_organisation(owner: User | None = None, name: str = "Northwind Telecom") -> Organisation:
    owner = owner or make_user("Olivia Owner")
    return create_organisation(by=person(owner), name=name, country="US")


def make_member(organisation: Organisation, role: str, user: User | None = None) -> Membership:
    owner = organisation.memberships.get(role=Membership.Role.OWNER).user
    user = user or make_user("Mara Member")
    return add_member(organisation=organisation, user=user, role=role, by=person(owner))


def make_profile(user: User, **facts: Any) -> FreelancerProfile:
    stated = {
        "headline": "Churn and demand models that hold up",
        "story": "Ten years of models in production.",
        "specialisms": [Specialism.SUPERVISED, Specialism.FORECASTING],
        "industries": [Industry.TELECOM],
        "stages": [LifecycleStage.MODELLING],
        "languages": ["en"],
        "country": "US",
        "currency": "USD",
        "fixed_from": 400_000,
        "tools": [{"name": "LightGBM", "years": 6, "last_used": 2026}],
    }
    return create_profile(by=person(user), **(stated | facts))


def make_case_study(profile: FreelancerProfile, **facts: Any) -> CaseStudy:
    return add_case_study(profile=profile, by=person(profile.user), **(CHURN_STUDY | facts))


def make_freelancer(name: str = "Fay Freelancer", **facts: Any) -> User:
    """A person with a profile and one case study: may propose."""
    user = make_user(name)
    make_case_study(make_profile(user, **facts))
    return user
