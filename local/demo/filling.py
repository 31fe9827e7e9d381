"""The order in which the demo marketplace comes to life, and the mark that it has."""

from collections.abc import Callable
from dataclasses import dataclass

from accounts.people.models import User
from local.demo.stories.briefs import tell_briefs
from local.demo.stories.contracts import tell_contracts
from local.demo.stories.money import tell_comparison, tell_methods
from local.demo.stories.notices import tell_notices
from local.demo.stories.people import tell_people
from local.demo.stories.trials import tell_trials
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.events import record
from marketplace.core.data.models import Event

FILLED = "demo.filled"


@dataclass(frozen=True)
class Chapter:
    """One part of the filling; `tell` adds what is missing and returns a count of `things`."""

    title: str
    things: str
    tell: Callable[[], int]


# Each can be begun again: what is there already is left alone.
CHAPTERS = (
    Chapter("People and profiles", "people", tell_people),
    Chapter("Briefs and proposals", "briefs", tell_briefs),
    Chapter("Contracts and money", "contracts", tell_contracts),
    Chapter("Paid trials", "trials", tell_trials),
    Chapter("Payment methods", "saved", tell_methods),
    Chapter("Comparison with the processor", "lines", tell_comparison),
    Chapter("Notices", "unread", tell_notices),
)


def is_filled() -> bool:
    return Event.objects.filter(verb=FILLED).exists()


def mark_filled() -> None:
    """Write the event by which the next run knows that nothing is left to do."""
    admin = User.objects.get(is_superuser=True, is_demo=True)
    record(FILLED, subject=admin, actor=SYSTEM)
