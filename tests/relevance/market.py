"""The labelled set as open briefs and listed profiles, in whatever database is there."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from accounts.directory.models import ProfileEntry
from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.models.profiles import FreelancerProfile, ToolExperience
from local.demo.content import shapes as demo
from local.demo.content.briefs import BRIEFS as DEMO_BRIEFS
from local.demo.content.freelancers import FREELANCERS as DEMO_FREELANCERS
from local.demo.content.organisations import ORGANISATIONS
from local.demo.stories.briefs import SAME
from marketplace.core.data.search.embedding import embed
from projects.briefs.models.briefs import Brief
from projects.briefs.states import BriefState
from projects.search.models import BriefEntry
from tests.relevance import briefs, freelancers, shapes
from tests.vectors import without_the_dead

SAME_OF_STUDY = ("industry", "problem", "data", "baseline", "approach", "metric", "trade_offs")


def tell_briefs() -> dict[int, str]:
    """Write them with their vectors; returns the key of each by its number in the database."""
    without_the_dead(BriefEntry)
    person = User.objects.create(email="judge@example.com", name="Jo Judge")
    written = {}
    facts = {one.key: _demo_facts(one) for one in DEMO_BRIEFS if one.state == BriefState.OPEN}
    facts |= {one.key: _facts(one) for one in briefs.BRIEFS}
    for number, (key, said) in enumerate(facts.items()):
        published = timezone.now() - timedelta(days=100) + timedelta(minutes=number)
        brief = Brief.objects.create(
            created_by=person,
            state=BriefState.OPEN,
            published_at=published,
            budget_min=1,
            budget_max=2,
            **said,
        )
        written[brief.pk] = key
    embed(BriefEntry)
    return written


def _facts(told: shapes.Brief) -> dict[str, Any]:
    names = ("industry", "title", "summary", "problem")
    return {name: getattr(told, name) for name in names} | {
        "organisation": _organisation(told.client, told.country),
        "specialisms": shapes.keys(told.specialisms),
        "tools": shapes.keys(told.tools),
    }


def _demo_facts(told: demo.Brief) -> dict[str, Any]:
    client = next(one for one in ORGANISATIONS if one.key == told.organisation)
    return {name: getattr(told, name) for name in SAME} | {
        "organisation": _organisation(client.name, client.country),
        "specialisms": list(told.specialisms),
        "tools": list(told.tools),
    }


def _organisation(name: str, country: str) -> Organisation:
    return Organisation.objects.get_or_create(name=name, defaults={"country": country})[0]


def tell_freelancers() -> dict[int, str]:
    """As `tell_briefs`."""
    without_the_dead(ProfileEntry)
    written = {}
    for told in DEMO_FREELANCERS:
        profile = _profile(told, told.specialisms, told.industries, [one[0] for one in told.tools])
        for study in told.studies:
            said = {name: getattr(study, name) for name in SAME_OF_STUDY}
            CaseStudy.objects.create(
                profile=profile,
                title=study.title,
                specialisms=list(study.specialisms),
                finished_in=study.year,
                **said,
            )
        written[profile.pk] = told.name
    for own in freelancers.FREELANCERS:
        sorts = shapes.keys(own.specialisms), shapes.keys(own.industries)
        profile = _profile(own, *sorts, shapes.keys(own.tools))
        CaseStudy.objects.create(profile=profile, title=own.study, finished_in=2026)
        written[profile.pk] = own.name
    embed(ProfileEntry)
    return written


def _profile(told: Any, specialisms: Any, industries: Any, tools: list[str]) -> FreelancerProfile:
    number = User.objects.count()
    profile = FreelancerProfile.objects.create(
        user=User.objects.create(email=f"judged{number}@example.com", name=told.name),
        headline=told.headline,
        story=told.story,
        country=told.country,
        specialisms=list(specialisms),
        industries=list(industries),
    )
    ToolExperience.objects.bulk_create(
        ToolExperience(profile=profile, name=name, years=3, last_used=2026) for name in tools
    )
    return profile
