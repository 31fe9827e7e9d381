"""Companies with their members, freelancers with their profiles, and the staff."""

import os
from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.services.organisations import add_member, create_organisation
from accounts.people.models import User
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.services.case_studies import add_case_study
from accounts.profiles.services.profiles import create_profile
from local.demo.content import shapes
from local.demo.content.billing import BILLING
from local.demo.content.freelancers import FREELANCERS
from local.demo.content.organisations import ORGANISATIONS
from local.demo.content.staff import DOMAIN, STAFF
from local.demo.stories.cast import email_of
from local.demo.stories.notices import wish_for_no_email
from marketplace.core.data.actors import person
from marketplace.core.data.money import exponent
from payments.documents.services.billing_details import keep_billing_details


def tell_people() -> int:
    """Make everybody who is not there yet; returns how many people there are."""
    password = make_password(os.environ.get("DEMO_PASSWORD") or None)
    for organisation in ORGANISATIONS:
        _tell_organisation(organisation, password)
    for freelancer in FREELANCERS:
        _tell_freelancer(freelancer, password)
    for member in STAFF:
        _tell_staff(member, password)
    return User.objects.count()


@transaction.atomic
def _tell_organisation(told: shapes.Organisation, password: str) -> None:
    if Organisation.objects.filter(name=told.name).exists():
        return
    owner, *others = told.members
    by = person(_person(owner, domain=told.domain, password=password))
    organisation = create_organisation(
        by=by,
        name=told.name,
        about=told.about,
        website=f"https://{told.domain}",
        country=told.country,
    )
    billing = BILLING[told.key]
    keep_billing_details(of=organisation, by=by, country=told.country, **billing._asdict())
    for member in others:
        user = _person(member, domain=told.domain, password=password)
        add_member(organisation=organisation, user=user, role=member.role, by=by)


@transaction.atomic
def _tell_freelancer(told: shapes.Freelancer, password: str) -> None:
    if User.objects.filter(email=email_of(told.name)).exists():
        return
    user = _user(told.name, email_of(told.name), told.zone, password, is_demo=bool(told.try_this))
    tools: Any = [
        {"name": name, "years": years, "last_used": last_used}
        for name, years, last_used in told.tools
    ]
    profile = create_profile(by=person(user), tools=tools, **_profile_facts(told))
    for study in told.studies:
        add_case_study(profile=profile, by=person(user), **_study_facts(study))


def _tell_staff(told: shapes.Member, password: str) -> None:
    if User.objects.filter(email=email_of(told.name, domain=DOMAIN)).exists():
        return
    powers = {"is_superuser": True} if told.role == "admin" else {"is_moderator": True}
    _person(told, domain=DOMAIN, password=password, is_staff=True, **powers)


def _person(told: shapes.Member, *, domain: str, password: str, **powers: bool) -> User:
    email = email_of(told.name, domain=domain)
    return _user(told.name, email, told.zone, password, is_demo=bool(told.try_this), **powers)


def _user(name: str, email: str, zone: str, password: str, **fields: bool) -> User:
    """Somebody who signed up and confirmed the address; one hash serves everybody."""
    user = User.objects.create_user(email, None, name=name, time_zone=zone, **fields)
    user.password = password
    user.save(update_fields=["password"])
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    if not user.is_demo:
        wish_for_no_email(user)
    return user


def _profile_facts(told: shapes.Freelancer) -> dict[str, Any]:
    """The fields of a FreelancerProfile."""
    later = told.free_in_weeks > 0
    states = FreelancerProfile.Availability
    return {
        "headline": told.headline,
        "story": told.story,
        "country": told.country,
        "specialisms": list(told.specialisms),
        "industries": list(told.industries),
        "stages": list(told.stages),
        "languages": list(told.languages),
        "currency": told.currency,
        "hourly_rate": told.hourly * 10 ** exponent(told.currency),
        "fixed_from": told.fixed_from * 10 ** exponent(told.currency),
        "hours_per_week": told.hours_per_week,
        "availability": states.LATER if later else states.NOW,
        "available_from": (
            timezone.now().date() + timedelta(weeks=told.free_in_weeks) if later else None
        ),
    }


def _study_facts(told: shapes.Study) -> dict[str, Any]:
    return {
        "title": told.title,
        "industry": told.industry,
        "specialisms": list(told.specialisms),
        "finished_in": told.year,
        "problem": told.problem,
        "data": told.data,
        "baseline": told.baseline,
        "approach": told.approach,
        "metric": told.metric,
        "business_impact": told.impact,
        "trade_offs": told.trade_offs,
        "what_did_not_work": told.failed,
    }
