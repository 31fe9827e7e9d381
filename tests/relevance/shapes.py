"""What the labelled set is written in."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Brief:
    """As much of a brief as a search reads; `tools` and `specialisms` are parted by commas."""

    key: str
    client: str
    country: str
    industry: str
    specialisms: str
    tools: str
    title: str
    summary: str
    problem: str


@dataclass(frozen=True)
class Freelancer:
    """As much of a profile; `study` is the title of the one case study."""

    name: str
    country: str
    industries: str
    specialisms: str
    tools: str
    headline: str
    story: str
    study: str


@dataclass(frozen=True)
class Judged:
    """A question, the keys that answer it (two points each) and those that nearly do (one)."""

    text: str
    kind: str
    best: str
    near: str = ""
    grades: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        graded = dict.fromkeys(keys(self.best), 2) | dict.fromkeys(keys(self.near), 1)
        object.__setattr__(self, "grades", graded)


def keys(written: str) -> list[str]:
    return [key.strip() for key in written.split(",") if key.strip()]
