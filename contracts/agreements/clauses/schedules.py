"""The units that terms promise, as data: one shape for each kind of engagement."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from accounts.profiles.taxonomy import EngagementKind


@dataclass(frozen=True, kw_only=True)
class MilestoneDraft:
    """One milestone as proposed; `amount` in minor units of the draft's currency.

    `number` is kept only where it is not its place: a change order dropped one before it.
    """

    title: str
    phase: str
    deliverables: str
    criteria: tuple[str, ...]
    amount: int
    due_on: date | None = None
    number: int | None = None

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
        facts = asdict(self) | {"criteria": list(self.criteria), "due_on": due_on}
        return {name: fact for name, fact in facts.items() if (name, fact) != ("number", None)}


@dataclass(frozen=True)
class MilestoneSchedule:
    """Milestones in the order in which they are funded."""

    milestones: tuple[MilestoneDraft, ...]

    def amounts(self) -> list[tuple[str, int]]:
        return [(name, milestone.amount) for name, milestone in self._named()]

    def days(self) -> list[tuple[str, date]]:
        named = ((name, milestone.due_on) for name, milestone in self._named())
        return [(name, day) for name, day in named if day is not None]

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "MilestoneSchedule":
        return cls(tuple(MilestoneDraft.from_json(item) for item in data["milestones"]))

    def as_json(self) -> dict[str, Any]:
        return {"milestones": [milestone.as_json() for milestone in self.milestones]}

    def _named(self) -> list[tuple[str, MilestoneDraft]]:
        return [(f"milestone {number}", item) for number, item in self.by_number.items()]

    @property
    def by_number(self) -> dict[int, MilestoneDraft]:
        """Each by the number that it has for good, which its unit has as well."""
        return {item.number or place: item for place, item in enumerate(self.milestones, 1)}

    @classmethod
    def of_numbers(cls, items: Mapping[int, MilestoneDraft]) -> "MilestoneSchedule":
        """By their numbers, however they were told."""
        places = enumerate(sorted(items.items()), 1)
        return cls(
            tuple(
                replace(item, number=None if number == place else number)
                for place, (number, item) in places
            )
        )


@dataclass(frozen=True, kw_only=True)
class HourlySchedule:
    """Weeks by the hour; rates in minor units of the draft's currency for an hour."""

    rate: int
    weekly_hours: int
    waiting_rate: int | None = None

    @property
    def of_a_week(self) -> int:
        """Minor units of a week at its limit."""
        return self.rate * self.weekly_hours

    def amounts(self) -> list[tuple[str, int]]:
        return [("a full week", self.of_a_week)]

    def days(self) -> list[tuple[str, date]]:
        return []

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "HourlySchedule":
        return cls(**data)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, kw_only=True)
class TrialSchedule:
    """One unit, tried out: `amount` in minor units of the draft's currency for all of it.

    `due_days` are working days after the money is there.
    """

    task: str
    hours: int
    due_days: int
    amount: int
    criteria: tuple[str, ...]

    def amounts(self) -> list[tuple[str, int]]:
        return [("the trial", self.amount)]

    def days(self) -> list[tuple[str, date]]:
        return []

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "TrialSchedule":
        return cls(**data | {"criteria": tuple(data["criteria"])})

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"criteria": list(self.criteria)}


@dataclass(frozen=True, kw_only=True)
class RetainerSchedule:
    """Periods of a month for one `fee`, in minor units of the draft's currency.

    `hours` are included in each, or `outcomes` named. `response` are business hours until an
    incident is answered, by severity: critical, major, minor; they count from nine to five in
    `zone` (IANA), without its weekends and the holidays of the country `holidays` (ISO 3166,
    empty for none). Periods that begin within `notice_days` of a notice still run.
    """

    fee: int
    hours: int | None
    outcomes: tuple[str, ...]
    response: tuple[int, int, int] = (4, 8, 24)
    zone: str = "UTC"
    holidays: str = ""
    notice_days: int = 30

    def amounts(self) -> list[tuple[str, int]]:
        return [("a period", self.fee)]

    def days(self) -> list[tuple[str, date]]:
        return []

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "RetainerSchedule":
        listed = {name: tuple(data[name]) for name in ("outcomes", "response")}
        return cls(**data | listed)

    def as_json(self) -> dict[str, Any]:
        listed = {"outcomes": list(self.outcomes), "response": list(self.response)}
        return asdict(self) | listed


Schedule = MilestoneSchedule | HourlySchedule | TrialSchedule | RetainerSchedule
SCHEDULES: dict[str, type[Schedule]] = {
    EngagementKind.FIXED.value: MilestoneSchedule,
    EngagementKind.HOURLY.value: HourlySchedule,
    EngagementKind.TRIAL.value: TrialSchedule,
    EngagementKind.RETAINER.value: RetainerSchedule,
}
