"""Trials with what every page of them shows, and those of one brief."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.clauses.schedules import TrialSchedule
from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import CLOSED, FALLEN_THROUGH
from contracts.units.models.submissions import Submission
from contracts.units.queries.criteria import CriterionLine, criteria_lines, with_answers
from contracts.units.queries.units import units_with_money
from contracts.units.states import UNFUNDED, UnitState
from marketplace.core.data.money import Money
from projects.briefs.models.briefs import Brief
from projects.proposals.models.proposals import Proposal

NOUN = "trial"
# Side by side, as many as a page has room for.
MOST_COMPARED = 4


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


def schedule_of_brief(brief: Brief) -> TrialSchedule | None:
    """What everybody who tries for a brief is asked; None before the first offer."""
    first = trial_contracts_of(brief).select_related("terms").first()
    return first.terms.draft.trial if first is not None and first.terms is not None else None


@dataclass(frozen=True, kw_only=True)
class Column:
    """One trial in the comparison; what is not there yet is None."""

    contract: Contract
    unit: Any
    latest: Submission | None
    criteria: list[CriterionLine]

    @property
    def price(self) -> Money:
        assert self.contract.terms is not None
        return self.contract.terms.draft.price

    @property
    def met(self) -> int:
        return sum(line.mark == "met" for line in self.criteria)


def trial_contracts_in_full(brief: Brief) -> QuerySet[Contract]:
    """Those of a brief, with their terms, their one unit and all that was delivered."""
    rows = trial_contracts_of(brief).select_related("terms", "freelancer", "proposal")
    return rows.defer("terms__text").prefetch_related(Prefetch("units", trials_in_full()))


def compare_trials(brief: Brief) -> list[Column]:
    """The trials of a brief in the order of their offers; the newest of very many."""
    newest = trial_contracts_in_full(brief).order_by("-id")[:MOST_COMPARED]
    return [_column(contract) for contract in reversed(newest)]


def _column(contract: Contract) -> Column:
    unit = next(iter(contract.units.all()), None)
    submissions = list(unit.submissions.all()) if unit else []
    latest = submissions[-1] if submissions else None
    texts = [criterion.text for criterion in unit.criteria.all()] if unit else []
    lines = criteria_lines(texts, latest)
    return Column(contract=contract, unit=unit, latest=latest, criteria=lines)


def trial_before(contract: Contract) -> Any:
    """The trial that a contract was made after, with what was delivered in it; None without."""
    if contract.is_trial:
        return None
    tried = trials_with_money().exclude(state__in=(*UNFUNDED, UnitState.CANCELLED))
    tried = tried.filter(contract__proposal=contract.proposal_id)
    submissions = Prefetch("submissions", Submission.objects.prefetch_related("files"))
    return tried.prefetch_related(submissions).first()
