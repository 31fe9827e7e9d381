"""What the terms of one contract say, as data: the document is written from this alone."""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from marketplace.core.data.money import Money


@dataclass(frozen=True, kw_only=True)
class MilestoneDraft:
    """One milestone as proposed; `amount` in minor units of the draft's currency."""

    title: str
    phase: str
    deliverables: str
    criteria: tuple[str, ...]
    amount: int
    due_on: date | None = None

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "MilestoneDraft":
        due_on = data["due_on"]
        return cls(
            **data
            | {
                "criteria": tuple(data["criteria"]),
                "due_on": date.fromisoformat(due_on) if due_on else None,
            }
        )

    def as_json(self) -> dict[str, Any]:
        due_on = self.due_on.isoformat() if self.due_on else None
        return asdict(self) | {"criteria": list(self.criteria), "due_on": due_on}


@dataclass(frozen=True, kw_only=True)
class TermsDraft:
    """Everything that varies between two contracts. Free text is the parties' own words."""

    title: str
    client: str
    freelancer: str
    currency: str
    fee_basis_points: int
    review_days: int
    milestones: tuple[MilestoneDraft, ...]
    purpose: str = ""
    goal: str = ""
    success_metrics: str = ""
    guardrails: str = ""
    approach: str = ""
    data_preparation: str = ""
    validation_plan: str = ""
    assumptions: str = ""
    data_rules: str = ""
    residency: str = ""
    sensitivity: str = field(default="none")
    special_terms: str = ""

    @property
    def negotiable(self) -> dict[str, Any]:
        """What the sides may change by another version; the rest stays."""
        return {
            "review_days": self.review_days,
            "special_terms": self.special_terms,
            "milestones": [milestone.as_json() for milestone in self.milestones],
        }

    @property
    def price(self) -> Money:
        return Money(sum(milestone.amount for milestone in self.milestones), self.currency)

    @property
    def fee(self) -> Money:
        """The fee on all milestones, each rounded by itself as at its release."""
        amounts = (Money(milestone.amount, self.currency) for milestone in self.milestones)
        shares = (amount.part(self.fee_basis_points).minor for amount in amounts)
        return Money(sum(shares), self.currency)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "TermsDraft":
        milestones = tuple(MilestoneDraft.from_json(item) for item in data["milestones"])
        return cls(**data | {"milestones": milestones})

    def as_json(self) -> dict[str, Any]:
        milestones = [milestone.as_json() for milestone in self.milestones]
        return asdict(self) | {"milestones": milestones}
