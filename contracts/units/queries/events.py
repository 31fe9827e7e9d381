"""Everything that happened on a contract."""

from django.db.models import Q, QuerySet

from contracts.agreements.models.contracts import Contract
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest
from contracts.units.models.units import Unit
from marketplace.core.data.arrays import AnyOf
from marketplace.core.data.models import Event

# Before there were units an event named the milestone, whose id the unit has kept; decision 22.
UNIT_LABELS = (Unit._meta.label_lower, "contracts.milestone")


def events_of_contract(contract: Contract) -> QuerySet[Event]:
    """The events of a contract and of all that belongs to it, oldest first, with their actors.

    The subjects are named by subqueries: one query, by the index on subjects.
    """
    own = Q(subject_type=contract._meta.label_lower, subject_id=contract.pk)
    return _events(own | _about_units(Unit.objects.filter(contract=contract)))


def events_of_unit(unit: Unit) -> QuerySet[Event]:
    """The events of one unit and of what is asked about it, oldest first."""
    return _events(_about_units(Unit.objects.filter(pk=unit.pk)))


def own_events_of(unit: Unit, verb: str) -> QuerySet[Event]:
    """The events in which `verb` happened to a unit, oldest first."""
    named = f"{unit.of_kind.noun}.{verb}"
    return _events(Q(subject_type__in=UNIT_LABELS, subject_id=unit.pk, verb=named))


def _about_units(units: QuerySet[Unit]) -> Q:
    about = Q(AnyOf("subject_id", units.values("pk")), subject_type__in=UNIT_LABELS)
    for asked in (
        ChangeRequest.objects.filter(submission__unit__in=units),
        Cancellation.objects.filter(unit__in=units),
    ):
        label = asked.model._meta.label_lower
        about |= Q(AnyOf("subject_id", asked.values("pk")), subject_type=label)
    return about


def _events(wanted: Q) -> QuerySet[Event]:
    return Event.objects.filter(wanted).select_related("actor").order_by("id")
