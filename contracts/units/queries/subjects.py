"""What a page or a program is about, each with its contract as the viewer sees it (its role).

A stranger finds nothing.
"""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from contracts.agreements.queries.contracts import contracts_for
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest, CriterionAnswer, SubmissionFile
from contracts.units.models.units import Unit


def unit_for(user: Any, public_id: Any, *, among: QuerySet[Unit]) -> Unit:
    """One of the units `among`, which load what is shown of it."""
    contract = get_object_or_404(contracts_for(user), units__public_id=public_id)
    unit = get_object_or_404(among, contract=contract, public_id=public_id)
    unit.contract = contract
    return unit


def cancellation_for(user: Any, public_id: Any) -> Cancellation:
    """A question about cancelling a unit."""
    contract = get_object_or_404(contracts_for(user), units__cancellations__public_id=public_id)
    cancellation = Cancellation.objects.select_related("unit__escrow").get(public_id=public_id)
    cancellation.unit.contract = contract
    return cancellation


def change_request_for(user: Any, public_id: Any) -> ChangeRequest:
    """With what was found of each criterion."""
    where = {"units__submissions__change_request__public_id": public_id}
    contract = get_object_or_404(contracts_for(user), **where)
    answers = CriterionAnswer.objects.select_related("criterion")
    requests = ChangeRequest.objects.select_related("submission__unit__escrow")
    request = requests.prefetch_related(Prefetch("submission__answers", answers)).get(
        public_id=public_id
    )
    request.submission.unit.contract = contract
    return request


def delivered_file_for(user: Any, public_id: Any) -> SubmissionFile:
    mine = contracts_for(user).values("pk")
    files = SubmissionFile.objects.filter(submission__unit__contract__in=mine)
    return get_object_or_404(
        files.select_related("submission__unit__contract__organisation"), public_id=public_id
    )
