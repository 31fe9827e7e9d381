"""Acceptance criteria as a page shows them: with what either side says of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from contracts.units.models.submissions import CriterionAnswer, Submission


@dataclass(frozen=True, kw_only=True)
class CriterionLine:
    """One criterion; before the first submission nobody has said anything of it."""

    position: int
    text: str
    answer: CriterionAnswer | None = None

    @property
    def mark(self) -> str:
        """What stands before it: only what the client found is ticked or crossed."""
        found = self.answer.is_found_met if self.answer else None
        return {True: "met", False: "missed", None: "open"}[found]


def with_answers(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    """Submissions with their change request, files, and what was said of each criterion."""
    answers = CriterionAnswer.objects.select_related("criterion")
    return submissions.select_related("change_request").prefetch_related(
        "files", Prefetch("answers", answers)
    )


def criteria_lines(
    texts: Sequence[str], submission: Submission | None = None
) -> list[CriterionLine]:
    """The criteria `texts` in their order, each with its answer in `submission`, if any."""
    answers = {}
    if submission is not None:
        answers = {answer.criterion.position: answer for answer in submission.answers.all()}
    return [
        CriterionLine(position=position, text=text, answer=answers.get(position))
        for position, text in enumerate(texts, start=1)
    ]
