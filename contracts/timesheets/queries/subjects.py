"""What a page or a program about time is about; a stranger finds nothing."""

from typing import Any

from django.shortcuts import get_object_or_404

from contracts.agreements.queries.contracts import contracts_for
from contracts.timesheets.models.entries import TimeContest, TimeEntry


def entry_for(user: Any, public_id: Any) -> TimeEntry:
    """One line, with its week, unit and contract as the viewer sees it."""
    where = {"units__time_entries__public_id": public_id}
    contract = get_object_or_404(contracts_for(user), **where)
    entry = TimeEntry.objects.select_related("unit__escrow", "unit__week").get(public_id=public_id)
    entry.unit.contract = contract
    return entry


def contest_for(user: Any, public_id: Any) -> TimeContest:
    """What is contested of a line, with that line as `entry_for` finds it."""
    where = {"units__time_entries__contest__public_id": public_id}
    contract = get_object_or_404(contracts_for(user), **where)
    contests = TimeContest.objects.select_related("entry__unit__escrow")
    contest = contests.get(public_id=public_id)
    contest.entry.unit.contract = contract
    return contest
