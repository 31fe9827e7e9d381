"""What the schedule has to look at now."""

from django.db.models import QuerySet
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import WAITING


def contracts_to_lapse() -> QuerySet[Contract]:
    due = Contract.objects.filter(state__in=WAITING, lapses_at__lte=timezone.now())
    return due.filter(stands_still_since=None)
