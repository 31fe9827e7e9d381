"""Everything that happened on a contract."""

from django.db.models import Q, QuerySet

from contracts.agreements.models.contracts import Contract
from contracts.milestones.models import Milestone
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest
from marketplace.core.data.models import Event


def events_of_contract(contract: Contract) -> QuerySet[Event]:
    """The events of a contract and of all that belongs to it, oldest first, with their actors.

    The subjects are named by subqueries: one query, however much there is.
    """
    milestones = Milestone.objects.filter(contract=contract)
    belonging = (
        milestones,
        ChangeRequest.objects.filter(submission__milestone__contract=contract),
        Cancellation.objects.filter(milestone__contract=contract),
    )
    wanted = Q(subject_type=contract._meta.label_lower, subject_id=contract.pk)
    for rows in belonging:
        label = rows.model._meta.label_lower
        wanted |= Q(subject_type=label, subject_id__in=rows.values("pk"))
    return Event.objects.filter(wanted).select_related("actor").order_by("id")


def events_of_milestone(milestone: Milestone) -> QuerySet[Event]:
    """The events of one milestone and of what is asked about it, oldest first."""
    wanted = Q(subject_type=milestone._meta.label_lower, subject_id=milestone.pk)
    for rows in (
        ChangeRequest.objects.filter(submission__milestone=milestone),
        Cancellation.objects.filter(milestone=milestone),
    ):
        label = rows.model._meta.label_lower
        wanted |= Q(subject_type=label, subject_id__in=rows.values("pk"))
    return Event.objects.filter(wanted).select_related("actor").order_by("id")
