"""Trials with what every page of them shows, and those of one brief."""

from typing import Any

from django.db.models import Prefetch, QuerySet

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import CLOSED, FALLEN_THROUGH
from contracts.units.models.submissions import Submission
from contracts.units.queries.criteria import with_answers
from contracts.units.queries.units import units_with_money
from projects.briefs.models.briefs import Brief
from projects.proposals.models.proposals import Proposal

NOUN = "trial"


def trials_with_money() -> QuerySet[Any]:
    """Units that are trials, as `units_with_money`, each with its row of a trial."""
    return units_with_money().filter(kind=NOUN).select_related("trial")


def submissions_of_trials() -> QuerySet[Submission]:
    """In their order, with their files, the answers and the report."""
    return with_answers(Submission.objects.select_related("submitted_by", "trial_report"))


def trials_in_full() -> QuerySet[Any]:
    """With their criteria, submissions, and the questions about them."""
    return trials_with_money().prefetch_related(
        "criteria", "cancellations", Prefetch("submissions", submissions_of_trials())
    )


def trial_contracts_of(brief: Brief) -> QuerySet[Contract]:
    """Offered, under way or ended, in the order of their offers; none that fell through."""
    rows = Contract.objects.filter(brief=brief, kind=EngagementKind.TRIAL)
    return rows.exclude(state__in=FALLEN_THROUGH).order_by("id")


def open_trials_of(brief: Brief) -> QuerySet[Contract]:
    return trial_contracts_of(brief).exclude(state__in=CLOSED)


def trial_of(proposal: Proposal) -> Contract | None:
    """The one that was offered from a proposal and did not fall through."""
    return trial_contracts_of(proposal.brief).filter(proposal=proposal).first()
