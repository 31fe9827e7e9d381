"""Answers to acceptance criteria: the freelancer's with a submission, the client's at reviewing."""

from collections.abc import Sequence
from dataclasses import dataclass

from contracts.units.errors import (
    CriterionNamedTwice,
    ForeignCriterion,
    MissedWithoutReason,
    NothingMissed,
)
from contracts.units.models.criteria import AcceptanceCriterion
from contracts.units.models.submissions import CriterionAnswer, Submission
from contracts.units.models.units import Unit


@dataclass(frozen=True)
class Claim:
    """What the freelancer says of one criterion, and how one can see it."""

    criterion: AcceptanceCriterion
    is_met: bool
    shown_by: str = ""


@dataclass(frozen=True)
class Finding:
    """What the client says of one criterion; one that is not met has a reason."""

    criterion: AcceptanceCriterion
    is_met: bool
    reason: str = ""


def write_claims(*, submission: Submission, claims: Sequence[Claim]) -> None:
    """Lay down an answer for every criterion of a new submission, with what is claimed of it."""
    criteria = list(submission.unit.criteria.all())
    claimed = {claim.criterion.pk: claim for claim in claims}
    _check_named(submission.unit, criteria, [claim.criterion for claim in claims])
    CriterionAnswer.objects.bulk_create(
        CriterionAnswer(
            submission=submission,
            criterion=criterion,
            is_claimed_met=claim.is_met if (claim := claimed.get(criterion.pk)) else None,
            shown_by=claim.shown_by.strip() if claim else "",
        )
        for criterion in criteria
    )


def write_findings(*, submission: Submission, findings: Sequence[Finding]) -> list[CriterionAnswer]:
    """Write down what the client found of a submission that misses something; the missed ones."""
    answers = {answer.criterion_id: answer for answer in submission.answers.all()}
    _check_findings(submission, findings)
    for finding in findings:
        answer = answers[finding.criterion.pk]
        answer.is_found_met = finding.is_met
        answer.reason = "" if finding.is_met else finding.reason.strip()
    CriterionAnswer.objects.bulk_update(answers.values(), ["is_found_met", "reason"])
    return [answer for answer in answers.values() if answer.is_found_met is False]


def find_all_met(unit: Unit) -> None:
    """Approving accepts every criterion; one that was found missed before stays on record so."""
    latest = Submission.objects.filter(unit=unit).order_by("-round").values("pk")[:1]
    answers = CriterionAnswer.objects.filter(submission=latest, is_found_met=None)
    answers.update(is_found_met=True)


def _check_findings(submission: Submission, findings: Sequence[Finding]) -> None:
    criteria = list(submission.unit.criteria.all())
    _check_named(submission.unit, criteria, [finding.criterion for finding in findings])
    missed = [finding for finding in findings if not finding.is_met]
    if not missed:
        raise NothingMissed
    if any(not finding.reason.strip() for finding in missed):
        raise MissedWithoutReason


def _check_named(
    unit: Unit, criteria: Sequence[AcceptanceCriterion], named: Sequence[AcceptanceCriterion]
) -> None:
    if not set(named) <= set(criteria):
        raise ForeignCriterion(noun=unit.of_kind.noun)
    if len(set(named)) != len(named):
        raise CriterionNamedTwice
