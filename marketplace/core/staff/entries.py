"""Events as staff read them: the verb in words, and the subject by its name.

register_subject("contracts.contract", url=…, related=("organisation",))
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps

from marketplace.core.data.models import Event

_subjects: dict[str, tuple[Callable[[Any], str], tuple[str, ...]]] = {}


def register_subject(
    label: str, *, url: Callable[[Any], str], related: tuple[str, ...] = ()
) -> None:
    """Say where staff look at the subject `app_label.model` of an event."""
    _subjects[label] = (url, related)


def staff_address(row: Any) -> str:
    """Where staff look at a row; empty where its app named no page for it."""
    named = _subjects.get(row._meta.label_lower)
    return named[0](row) if named else ""


def staff_entries(events: Iterable[Event]) -> list[dict[str, Any]]:
    """Props of timeline entries: the verb in words with its subject, one query for each kind."""
    listed = list(events)
    named = named_rows((event.subject_type, event.subject_id) for event in listed)
    return [
        _entry(event, *named.get((event.subject_type, event.subject_id), ("", "")))
        for event in listed
    ]


def named_rows(identified: Iterable[tuple[str, int]]) -> dict[tuple[str, int], tuple[str, str]]:
    """Name and address of each (`app_label.model`, row) that has one, one query for each kind."""
    wanted: dict[str, set[int]] = {}
    for label, pk in identified:
        if label in _subjects:
            wanted.setdefault(label, set()).add(pk)
    named = {}
    for label, ids in wanted.items():
        url, related = _subjects[label]
        rows = apps.get_model(label)._base_manager.select_related(*related).in_bulk(ids)
        named.update({(label, pk): (str(row), url(row)) for pk, row in rows.items()})
    return named


def _entry(event: Event, name: str, url: str) -> dict[str, Any]:
    words = event.verb.replace(".", " ").replace("_", " ").capitalize()
    return {
        "what": f"{words}: {name}" if name else words,
        "when": event.at,
        "who": f"{event.actor} as {event.role}" if event.actor else "Holdout",
        "why": event.why,
        "url": url,
    }
