"""Who hears of an event, and in which words: each app registers its own.

    @notice_for("milestone.approved")
    def milestone_approved(event: Event) -> Iterable[Notice]:
        milestone = event.subject
        yield Notice(recipients=[…], kind=NoticeKind.MILESTONES, subject=…, body=…, url=…, action=…)

The modules with the builders are imported in `apps.ready()`. Builders run in a worker after
the event has committed, perhaps twice and perhaps late: they read and write nothing.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from accounts.models import NoticeKind, User
from marketplace.core.models import Event

Builder = Callable[[Event], Iterable["Notice"]]

# An escaped character, or one that a link begins or ends with.
LINKING = re.compile(r"\\.|[\[\]<]")
MARKUP = re.compile(r"([\\`*_\[\]<>#])")

_builders: dict[str, Builder] = {}


@dataclass(frozen=True, kw_only=True)
class Notice:
    """One message to some people.

    `body` is markdown in plain words, with `plain()` around what people typed; `url` is a path
    on this site, `action` the link's label.
    The actor of the event is left out of the recipients unless `to_actor` is set.
    """

    recipients: Sequence[User]
    kind: NoticeKind
    subject: str
    body: str
    url: str
    action: str
    to_actor: bool = False


def plain(text: object) -> str:
    """What a person typed, such as a name or a title, for use inside the markdown of a body.

    Without this a name could carry a link into somebody else's inbox.
    """
    return MARKUP.sub(r"\\\1", str(text))


def without_links(body: str) -> str:
    """`body` with any link in it as mere text: notices lead to their `url` and nowhere else."""
    return LINKING.sub(lambda found: found[0] if len(found[0]) > 1 else f"\\{found[0]}", body)


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


def notices_of(event: Event) -> list[tuple[User, Notice]]:
    """Every recipient of `event` with their notice."""
    builder = builder_for(event.verb)
    return [
        (user, notice)
        for notice in (builder(event) if builder else ())
        for user in notice.recipients
        if notice.to_actor or user.pk != event.actor_id
    ]
