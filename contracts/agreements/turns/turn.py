"""What is next on a contract, as one of its people sees it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.urls import reverse

from marketplace.core.data.money import Money

PAUSED = (
    "Review and deadlines paused: {name} cannot act at the moment, because our staff suspended an "
    "account. Nothing is decided by silence; a moderator looks at it."
)


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One thing to press; `method` post makes it a form of one button."""

    label: str
    url: str
    is_primary: bool = True
    method: str = "get"


@dataclass(frozen=True, kw_only=True)
class Turn:
    """`title` says what is next; `due_words` lead up to the moment `due_at`."""

    title: str
    is_yours: bool = False
    sentence: str = ""
    due_words: str = ""
    due_at: datetime | None = None
    choices: tuple[Choice, ...] = ()
    # What the act is about, of money; none where it is about none.
    amount: Money | None = None

    @property
    def tone(self) -> str:
        return "accent" if self.is_yours else "neutral"

    @property
    def icon(self) -> str:
        return "clock" if self.is_yours else "hourglass"

    def until(self, due_words: str, due_at: datetime | None) -> "Turn":
        return replace(self, due_words=due_words, due_at=due_at)

    def stood_still(self, kept_out: str) -> "Turn":
        """No period runs: in place of its end stands why."""
        sentence = f"{PAUSED.format(name=kept_out)} {self.sentence}".strip()
        return replace(self, due_words="", due_at=None, sentence=sentence)

    def only_if(self, is_permitted: bool) -> "Turn":
        """A colleague has to act where the viewer's role does not allow it."""
        if is_permitted:
            return self
        title = self.title.replace("Your turn", "Your organisation’s turn")
        return replace(self, title=title, is_yours=False, choices=())


def page(name: str, subject: Any) -> str:
    """The page `name` of a contract, or of what belongs to one."""
    return reverse(f"contracts:{name}", args=[subject.public_id])
