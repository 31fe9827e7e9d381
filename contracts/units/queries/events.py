"""Everything that happened on a contract."""

from django.db.models import Q, QuerySet

from contracts.agreements.models.contracts import Contract
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest
from contracts.units.models.units import Unit
from marketplace.core.data.events import about, events_in_order
from marketplace.core.data.models import Event

# Before there were units an event named the milestone, whose id the unit has kept; decision 22.
FORMER_LABEL = "contracts.milestone"


def events_of_contract(contract: Contract) -> QuerySet[Event]:
    """The events of a contract and of all that belongs to it, oldest first, with their actors."""
    own = Q(subject_type=contract._meta.label_lower, subject_id=contract.pk)
    orders = about(contract.change_orders.all())
    return events_in_order(own | orders | _about_units(Unit.objects.filter(contract=contract)))


def events_of_unit(unit: Unit) -> QuerySet[Event]:
    """The events of one unit and of what is asked about it, oldest first."""
    return events_in_order(_about_units(Unit.objects.filter(pk=unit.pk)))


def own_events_of(unit: Unit, verb: str) -> QuerySet[Event]:
    """The events in which `verb` happened to a unit, oldest first."""
    named = f"{unit.of_kind.noun}.{verb}"
    own = about(Unit.objects.filter(pk=unit.pk), FORMER_LABEL)
    return events_in_order(own & Q(verb=named))


def _about_units(units: QuerySet[Unit]) -> Q:
    return (
        about(units, FORMER_LABEL)
        | about(ChangeRequest.objects.filter(submission__unit__in=units))
        | about(Cancellation.objects.filter(unit__in=units))
    )
