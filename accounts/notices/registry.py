"""Who hears of an event, and in which words: each app registers its own.

    @notice_for("milestone.approved")
    def milestone_approved(event: Event) -> Iterable[Notice]:
        milestone = event.subject
        yield Notice(
            recipients=[…],
            kind=NoticeKind.MILESTONES,
            subject=subject_line("Approved: “{}”", milestone.title),
            body=["It was approved. The reason:", Quotation(event.why)],
            url=…,
            action="Open the milestone",
        )

The modules with the builders are imported in `apps.ready()`. Builders run in a worker after
the event has committed, perhaps twice and perhaps late, and once for each time zone among
the recipients: they change nothing, and yield the same notices each time.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils import timezone

from accounts.letters.texts import Body, Subject, as_plain_text, stored
from accounts.notices.models import NoticeKind
from accounts.people.models import User
from marketplace.core.data.models import Event

Builder = Callable[[Event], Iterable["Notice"]]

_builders: dict[str, Builder] = {}


@dataclass(frozen=True, kw_only=True)
class Notice:
    """One message to some people.

    `body` is a sentence or several parts; nothing in it is markup. `url` is a path on this
    site and the only link, `action` its label.
    The actor of the event is left out of the recipients unless `to_actor` is set.
    """

    recipients: Sequence[User]
    kind: NoticeKind
    subject: Subject
    body: Body
    url: str
    action: str
    to_actor: bool = False

    @property
    def text(self) -> str:
        """The body as somebody reads it in a letter without markup."""
        return as_plain_text(stored(self.body))


def notice_for(*verbs: str) -> Callable[[Builder], Builder]:
    """Register a function of the event as the builder of the notices of `verbs`."""

    def register(builder: Builder) -> Builder:
        for verb in verbs:
            if _builders.get(verb, builder) is not builder:
                raise ValueError(f"{verb} has two builders of notices")
            _builders[verb] = builder
        return builder

    return register


def builder_for(verb: str) -> Builder | None:
    return _builders.get(verb)


def told_verbs() -> list[str]:
    """Every verb that somebody hears of."""
    return sorted(_builders)


def notices_of(event: Event) -> list[tuple[User, Notice]]:
    """Every recipient of `event` with their notice, whose moments are in their own zone."""
    builder = builder_for(event.verb)
    if builder is None:
        return []
    built = {"UTC": _built(builder, event, "UTC")}
    found = []
    for place, notice in enumerate(built["UTC"]):
        for user in notice.recipients:
            if notice.to_actor or user.pk != event.actor_id:
                zone = user.time_zone
                built[zone] = built.get(zone) or _built(builder, event, zone)
                found.append((user, built[zone][place]))
    return found


def _built(builder: Builder, event: Event, zone: str) -> list[Notice]:
    with timezone.override(ZoneInfo(zone)):
        return list(builder(event))
