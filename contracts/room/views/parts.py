"""What the room and the offer show of the units of a contract: of each kind in its own way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.clauses.draft import TermsDraft
from contracts.milestones.queries import milestones_with_money
from contracts.retainers.queries.periods import periods_with_time
from contracts.timesheets.queries.weeks import weeks_with_time
from contracts.trials.queries import submissions_of_trials, trials_with_money
from contracts.units.models.submissions import Submission
from contracts.units.queries.criteria import criteria_lines, with_answers
from contracts.units.queries.places import place_of_unit

# Of weeks and periods, which come one by one for as long as the contract goes on.
NEWEST = 12


@dataclass(frozen=True)
class RoomPart:
    """Templates begin with `name`; `rows` are what they show of the units, in their order."""

    name: str
    units: Callable[[], QuerySet[Any]]
    rows: Callable[[Sequence[Any], TermsDraft], list[dict[str, Any]]]

    @property
    def templates(self) -> dict[str, str]:
        return {
            "units_template": f"contracts/{self.name}_in_room.html",
            "offer_template": f"contracts/{self.name}_offered.html",
            "price_template": f"contracts/{self.name}_price.html",
            "terms_form": f"contracts:{TERMS_FORMS[self.name]}",
        }


TERMS_FORMS = {
    "milestones": "terms_proposal",
    "weeks": "hourly_terms_proposal",
    "periods": "retainer_terms_proposal",
    # Nobody is offered it: the terms of a trial are not negotiated.
    "trials": "terms_proposal",
}


def _milestones() -> QuerySet[Any]:
    submissions = with_answers(Submission.objects.all())
    return milestones_with_money().prefetch_related(Prefetch("submissions", submissions))


def _milestone_rows(units: Sequence[Any], draft: TermsDraft) -> list[dict[str, Any]]:
    return [_milestone_row(unit, draft) for unit in units]


def _milestone_row(unit: Any, draft: TermsDraft) -> dict[str, Any]:
    """A milestone of an agreed contract: its criteria stand in the terms that were signed.

    One that a change order dropped is not named there any more.
    """
    agreed = draft.by_number.get(unit.position)
    return _row_of(unit, agreed.criteria if agreed else ())


def _row_of(unit: Any, criteria: Sequence[str]) -> dict[str, Any]:
    submissions = list(unit.submissions.all())
    latest = submissions[-1] if submissions else None
    return {
        "unit": unit,
        "place": place_of_unit(unit),
        "latest": latest,
        "criteria": criteria_lines(criteria, latest),
    }


def _newest_rows(units: Sequence[Any], draft: TermsDraft) -> list[dict[str, Any]]:
    """The newest first."""
    newest = list(reversed(units))[:NEWEST]
    return [{"unit": unit, "place": place_of_unit(unit)} for unit in newest]


def _trials() -> QuerySet[Any]:
    return trials_with_money().prefetch_related(Prefetch("submissions", submissions_of_trials()))


def _trial_rows(units: Sequence[Any], draft: TermsDraft) -> list[dict[str, Any]]:
    return [_row_of(unit, draft.trial.criteria) for unit in units]


PARTS = {
    EngagementKind.FIXED: RoomPart("milestones", _milestones, _milestone_rows),
    EngagementKind.HOURLY: RoomPart("weeks", weeks_with_time, _newest_rows),
    EngagementKind.RETAINER: RoomPart("periods", periods_with_time, _newest_rows),
    EngagementKind.TRIAL: RoomPart("trials", _trials, _trial_rows),
}


def part_of(kind: str) -> RoomPart:
    return PARTS[EngagementKind(kind)]
