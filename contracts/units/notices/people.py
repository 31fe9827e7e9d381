"""Whom a contract concerns, and words that depend on the reader."""

from collections.abc import Iterable

from accounts.letters.texts import Body, Quotation, Subject, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice
from accounts.people.models import User
from contracts.units.models.units import Unit
from marketplace.core.data.models import Event
from marketplace.core.text.markdown import as_text


def unit_of(event: Event) -> Unit:
    """The unit of an event, also of one from before there were units: it has kept its id."""
    return Unit.objects.select_related("contract").get(pk=event.subject_id)


def about_unit(
    unit: Unit,
    people: Iterable[User],
    subject: Subject,
    body: Body,
    *,
    url: str = "",
    action: str = "",
) -> Notice:
    return Notice(
        recipients=list(people),
        kind=NoticeKind.MILESTONES,
        subject=subject,
        body=body,
        url=url or unit.get_absolute_url(),
        action=action or f"Open the {unit.of_kind.noun}",
    )


def on_unit(start: str, unit: Unit, *words: object) -> Subject:
    """`start` filled with `words`, and then which unit it is about."""
    end = f"{unit.name} of “{{}}”"
    return subject_line(f"{start} {end}", *words, unit.contract.title)


def missed(event: Event) -> list[Quotation]:
    """The criteria that are not met, each with its reason, and what was said beside them."""
    criteria = event.particulars["criteria"]
    words = [part for row in criteria for part in (row["text"], row["reason"])]
    return [Quotation(part) for part in (*words, as_text(event.why)) if part]
