"""Writing and reading the event log."""

from collections.abc import Mapping
from typing import Any

from django.db import models

from marketplace.core.data import batches
from marketplace.core.data.actors import Actor
from marketplace.core.data.arrays import AnyOf
from marketplace.core.data.models import Event
from marketplace.core.data.signals import event_recorded


def record(
    verb: str,
    *,
    subject: models.Model,
    actor: Actor,
    from_state: str = "",
    to_state: str = "",
    why: str = "",
    particulars: Mapping[str, Any] | None = None,
) -> Event:
    """Append one event and tell the receivers of `event_recorded` in the same transaction.

    The event is known by its public id: its row may be written with others of its act.
    """
    event = Event(
        verb=verb,
        actor=actor.user,
        role=actor.role,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        from_state=from_state,
        to_state=to_state,
        why=why,
        particulars=dict(particulars or {}),
    )
    batches.add(event)
    event_recorded.send(sender=Event, event=event)
    return event


def about(rows: models.QuerySet[Any], *former_labels: str) -> models.Q:
    """Which events are about these rows, whatever their model was called before.

    The subjects are named by a subquery: whoever asks for several finds all by the index.
    """
    labels = (rows.model._meta.label_lower, *former_labels)
    return models.Q(AnyOf("subject_id", rows.values("pk")), subject_type__in=labels)


def events_in_order(wanted: models.Q) -> models.QuerySet[Event]:
    """Oldest first, with their actors."""
    return Event.objects.filter(wanted).select_related("actor").order_by("id")


def events_of(*subjects: models.Model) -> models.QuerySet[Event]:
    """The events of all `subjects` together, oldest first, with their actors."""
    wanted = models.Q(pk__in=[])
    by_type: dict[str, list[int]] = {}
    for subject in subjects:
        by_type.setdefault(subject._meta.label_lower, []).append(subject.pk)
    for subject_type, ids in by_type.items():
        wanted |= models.Q(subject_type=subject_type, subject_id__in=ids)
    return events_in_order(wanted)
