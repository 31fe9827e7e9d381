"""What a brief still lacks. The readiness score will grow from these parts."""

from dataclasses import dataclass
from datetime import date

from accounts.profiles.taxonomy import offered_kinds
from marketplace.core.text.days import has_passed
from projects.briefs.models.briefs import Brief


@dataclass(frozen=True)
class Part:
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
    Part("title", "title", "Name the outcome in a few words."),
    Part("problem", "problem", "Say what happens today and what it costs."),
    Part("goal_kpi", "business measure", "Name the figure that has to move."),
    Part("goal_target", "target", "Say what that figure should become."),
    Part("success_metrics", "model metrics", "Say how good the model has to be."),
    Part("data_sources", "data sources", "Say which data exist."),
    Part("data_sensitivity", "personal or regulated data", "Say whether there are any."),
    Part("deliverables", "deliverables", "List what you want to have at the end."),
    Part("specialisms", "specialisms", "Choose at least one."),
    Part("industry", "industry", "Choose one."),
    Part("engagement_kind", "kind of engagement", "Choose one."),
    Part("budget_min", "lowest budget", "Give the least you expect to pay."),
    Part("budget_max", "highest budget", "Give the most you would pay."),
    Part("weeks", "length in weeks", "Say how long the work may take."),
)

PASSED = "It has passed. Give a later date."
DAYS_OF_BRIEF = (
    Part("goal_due", "date of the goal", PASSED),
    Part("hard_deadline", "date that cannot move", PASSED),
    Part("starts_on", "start", PASSED),
)


def missing_of_brief(brief: Brief) -> list[Part]:
    """The parts that publication needs and `brief` lacks, or whose day has passed by then."""
    missing = [part for part in REQUIRED_OF_BRIEF if not getattr(brief, part.field)]
    if brief.engagement_kind and brief.engagement_kind not in offered_kinds():
        missing.append(Part("engagement_kind", "kind of engagement", "Choose one that is offered."))
    if brief.budget_min and brief.budget_max and brief.budget_max < brief.budget_min:
        missing.append(Part("budget_max", "highest budget", "It is below the lowest budget."))
    if brief.is_draft:
        passed = (part for part in DAYS_OF_BRIEF if _has_passed(getattr(brief, part.field)))
        missing.extend(passed)
    return missing


def _has_passed(day: date | None) -> bool:
    return day is not None and has_passed(day)
