"""Case studies: a freelancer's past work, told as evidence."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.taxonomy import EvidenceGrade
from marketplace.core.data.actors import Actor
from marketplace.core.data.edit_versions import editable_facts, refuse_passed_version
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock


@transaction.atomic
def add_case_study(*, profile: FreelancerProfile, by: Actor, **facts: Any) -> CaseStudy:
    """Add a case study to a profile, graded by what backs it; writes an event."""
    lock(profile)
    case_study = CaseStudy.objects.create(profile=profile, grade=_grade(facts), **facts)
    record("case_study.added", subject=case_study, actor=by)
    return case_study


@transaction.atomic
def update_case_study(
    *, case_study: CaseStudy, by: Actor, facts: Mapping[str, Any], seen: str = ""
) -> CaseStudy:
    """Change a case study and grade it anew; writes an event.

    With `seen`, the version that was edited, raises EditedMeanwhile if another is stored by now.
    """
    lock(case_study.profile)
    lock(case_study)
    refuse_passed_version(seen, wanted=facts, stored=lambda: editable_facts(case_study))
    for field, value in facts.items():
        setattr(case_study, field, value)
    case_study.grade = _grade({"link": case_study.link})
    case_study.updated_at = timezone.now()
    case_study.save()
    record("case_study.updated", subject=case_study, actor=by)
    return case_study


@transaction.atomic
def delete_case_study(*, case_study: CaseStudy, by: Actor) -> None:
    """Take a case study off the profile; the event keeps its title."""
    profile = case_study.profile
    lock(profile)
    record("case_study.deleted", subject=profile, actor=by, particulars={"title": case_study.title})
    case_study.delete()


def _grade(facts: Mapping[str, Any]) -> str:
    return EvidenceGrade.LINKED if facts.get("link") else EvidenceGrade.SELF_STATED
