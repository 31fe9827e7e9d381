"""A brief from its draft to where it stands, with the proposals it received on the way."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.organisations.models.organisations import Organisation
from local.demo.content import shapes
from local.demo.content.briefs import BRIEFS
from local.demo.stories.cast import currency_of, hirer_of, organisation_of
from local.demo.stories.files import upload_of
from local.demo.stories.proposals import tell_proposals
from marketplace.core.data.actors import Actor
from marketplace.core.data.money import exponent
from projects.briefs.models.briefs import Brief
from projects.briefs.services.attachments import attach_file
from projects.briefs.services.briefs import close_brief, draft_brief, pause_brief, publish_brief
from projects.briefs.states import BriefState

FRIDAY = 4
# Fields of the content that Brief has under the same name.
SAME = (
    *("title", "summary", "problem", "why_it_matters", "goal_kpi", "goal_baseline"),
    *("goal_target", "goal_worth", "success_metrics", "guardrails", "data_sources"),
    *("data_volume", "data_labels", "data_quality", "data_location", "data_access"),
    *("data_sensitivity", "data_rules", "deployment", "stack", "residency", "priority"),
    *("deliverables", "overlap", "language", "check_ins", "industry", "engagement_kind", "weeks"),
)


def tell_briefs() -> int:
    """Write every brief that is not there yet; returns how many briefs there are."""
    for told in BRIEFS:
        organisation = organisation_of(told.organisation)
        if not Brief.objects.filter(organisation=organisation, title=told.title).exists():
            _tell(told, organisation)
    return Brief.objects.count()


@transaction.atomic
def _tell(told: shapes.Brief, organisation: Organisation) -> None:
    by = hirer_of(organisation)
    brief = draft_brief(organisation=organisation, by=by, facts=_facts(told))
    for document in told.documents:
        attach_file(brief=brief, by=by, upload=upload_of(document))
    if told.state == BriefState.DRAFT:
        return
    publish_brief(brief=brief, by=by)
    tell_proposals(told, brief)
    _settle(brief, told.state, by)


def _settle(brief: Brief, state: str, by: Actor) -> None:
    if state == BriefState.PAUSED:
        pause_brief(brief=brief, by=by)
    if state == BriefState.CLOSED:
        close_brief(brief=brief, by=by, why="Our buyers keep tasting everything themselves.")


def _facts(told: shapes.Brief) -> dict[str, Any]:
    currency = currency_of(told.organisation)
    least, most = (amount * 10 ** exponent(currency) for amount in told.budget)
    return {field: getattr(told, field) for field in SAME} | {
        "phases": list(told.phases),
        "specialisms": list(told.specialisms),
        "tools": list(told.tools),
        "screening_questions": list(told.questions),
        "currency": currency,
        "budget_min": least,
        "budget_max": most,
        "goal_due": friday_in(told.goal_weeks),
        "starts_on": friday_in(told.starts_in_weeks) + timedelta(days=3),
    }


def friday_in(weeks: int) -> date:
    """The Friday of the week that lies `weeks` ahead."""
    day = timezone.now().date() + timedelta(weeks=weeks)
    return day + timedelta(days=FRIDAY - day.weekday())
