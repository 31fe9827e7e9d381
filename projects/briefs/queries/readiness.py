"""What a brief still lacks. The readiness score will grow from these parts."""

from dataclasses import dataclass
from datetime import date

from accounts.profiles.taxonomy import offered_kinds
from marketplace.core.text.days import has_passed
from projects.briefs.models.briefs import Brief


@dataclass(frozen=True)
class MissingPart:
    """A missing part: the form field it is typed in, its name, and what to write there."""

    field: str
    label: str
    ask: str

    def __str__(self) -> str:
        return self.label

    @property
    def anchor(self) -> str:
        """Where the form asks for it."""
        return "part-milestones" if self.field == "milestones" else f"id_{self.field}-field"


REQUIRED_OF_BRIEF = (
    MissingPart("title", "title", "Name the outcome in a few words."),
    MissingPart("problem", "problem", "Say what happens today and what it costs."),
    MissingPart("goal_kpi", "business measure", "Name the figure that has to move."),
    MissingPart("goal_target", "target", "Say what that figure should become."),
    MissingPart("success_metrics", "model metrics", "Say how good the model has to be."),
    MissingPart("data_sources", "data sources", "Say which data exist."),
    MissingPart("data_sensitivity", "personal or regulated data", "Say whether there are any."),
    MissingPart("deliverables", "deliverables", "List what you want to have at the end."),
    MissingPart("specialisms", "specialisms", "Choose at least one."),
    MissingPart("industry", "industry", "Choose one."),
    MissingPart("engagement_kind", "kind of engagement", "Choose one."),
    MissingPart("budget_min", "lowest budget", "Give the least you expect to pay."),
    MissingPart("budget_max", "highest budget", "Give the most you would pay."),
    MissingPart("weeks", "length in weeks", "Say how long the work may take."),
)

PASSED = "It has passed. Give a later date."
DAYS_OF_BRIEF = (
    MissingPart("goal_due", "date of the goal", PASSED),
    MissingPart("hard_deadline", "date that cannot move", PASSED),
    MissingPart("starts_on", "start", PASSED),
)


def missing_of_brief(brief: Brief) -> list[MissingPart]:
    """The parts that publication needs and `brief` lacks, or whose day has passed by then."""
    missing = [part for part in REQUIRED_OF_BRIEF if not getattr(brief, part.field)]
    if brief.engagement_kind and brief.engagement_kind not in offered_kinds():
        missing.append(
            MissingPart("engagement_kind", "kind of engagement", "Choose one that is offered.")
        )
    if brief.budget_min and brief.budget_max and brief.budget_max < brief.budget_min:
        missing.append(
            MissingPart("budget_max", "highest budget", "It is below the lowest budget.")
        )
    if brief.is_draft:
        passed = (part for part in DAYS_OF_BRIEF if _has_passed(getattr(brief, part.field)))
        missing.extend(passed)
    return missing


def _has_passed(day: date | None) -> bool:
    return day is not None and has_passed(day)
