"""What the terms of one contract say, as data: the document is written from this alone."""

from dataclasses import dataclass, field, fields
from typing import Any

from contracts.agreements.clauses.schedules import (
    SCHEDULES,
    HourlySchedule,
    MilestoneDraft,
    MilestoneSchedule,
    RetainerSchedule,
    Schedule,
    TrialSchedule,
)
from marketplace.core.data.money import Money

# Of the JSON that a version of the terms is stored with; it is read for ever.
VERSION = 2


@dataclass(frozen=True, kw_only=True)
class TermsDraft:
    """Everything that varies between two contracts. Free text is the parties' own words."""

    title: str
    client: str
    freelancer: str
    currency: str
    fee_basis_points: int
    review_days: int
    kind: str
    schedule: Schedule
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
        facts = {"review_days": self.review_days, "special_terms": self.special_terms}
        return facts | self.schedule.as_json()

    @property
    def milestones(self) -> tuple[MilestoneDraft, ...]:
        """Of a fixed price; none of another kind."""
        return self.schedule.milestones if isinstance(self.schedule, MilestoneSchedule) else ()

    @property
    def by_number(self) -> dict[int, MilestoneDraft]:
        """The same, each by the number that it keeps though one before it was dropped."""
        return self.schedule.by_number if isinstance(self.schedule, MilestoneSchedule) else {}

    @property
    def hours(self) -> HourlySchedule:
        """Rate and limit of work by the hour, which this must be."""
        assert isinstance(self.schedule, HourlySchedule)
        return self.schedule

    @property
    def trial(self) -> TrialSchedule:
        """Task and time of a trial, which this must be."""
        assert isinstance(self.schedule, TrialSchedule)
        return self.schedule

    @property
    def retainer(self) -> RetainerSchedule:
        """Fee, hours and promises of a retainer, which this must be."""
        assert isinstance(self.schedule, RetainerSchedule)
        return self.schedule

    @property
    def is_retainer(self) -> bool:
        return isinstance(self.schedule, RetainerSchedule)

    @property
    def is_trial(self) -> bool:
        return isinstance(self.schedule, TrialSchedule)

    @property
    def is_hourly(self) -> bool:
        return isinstance(self.schedule, HourlySchedule)

    @property
    def rate(self) -> Money:
        return Money(self.hours.rate, self.currency)

    @property
    def waiting_rate(self) -> Money | None:
        rate = self.hours.waiting_rate
        return None if rate is None else Money(rate, self.currency)

    @property
    def price(self) -> Money:
        """Of all units that the schedule names: milestones together, else one of its kind."""
        return Money(sum(amount for _, amount in self.schedule.amounts()), self.currency)

    @property
    def first_unit(self) -> str:
        """What is funded first, in a sentence."""
        if self.is_trial:
            return "the trial"
        if self.is_retainer:
            return "the first period"
        return "the first week" if self.is_hourly else "milestone 1"

    @property
    def first_price(self) -> Money:
        return Money(self.schedule.amounts()[0][1], self.currency)

    @property
    def fee(self) -> Money:
        """The fee on all units, each rounded by itself as at its release."""
        amounts = (Money(amount, self.currency) for _, amount in self.schedule.amounts())
        shares = (amount.part(self.fee_basis_points).minor for amount in amounts)
        return Money(sum(shares), self.currency)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "TermsDraft":
        """Also of the JSON of before versions, which knew milestones only."""
        if "version" not in data:
            milestones = {"milestones": data["milestones"]}
            rest = {name: fact for name, fact in data.items() if name != "milestones"}
            data = {"version": VERSION, "kind": "fixed", "schedule": milestones, **rest}
        facts = {name: fact for name, fact in data.items() if name != "version"}
        schedule = SCHEDULES[facts["kind"]].from_json(facts["schedule"])
        return cls(**facts | {"schedule": schedule})

    def as_json(self) -> dict[str, Any]:
        facts = {each.name: getattr(self, each.name) for each in fields(self)}
        return {"version": VERSION, **facts, "schedule": self.schedule.as_json()}
