"""A contract by the hour: a week that is paid but for one line, and the one that runs."""

from datetime import datetime, timedelta

from django.db.models import F
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.timesheets.cycle.clock import WEEK, monday_of
from contracts.timesheets.models.entries import TimeContest, TimeEntry
from contracts.timesheets.models.weeks import Week
from contracts.timesheets.services.entries import log_time
from contracts.timesheets.services.laying_down import title_of
from contracts.timesheets.services.reviews import approve_week, contest_lines
from contracts.timesheets.services.weeks import keep_weeks
from contracts.timesheets.states import Ground
from contracts.units.models.units import Unit
from contracts.units.services.funding import open_funding
from local.demo.content import shapes
from local.demo.stories.cast import FREELANCER_ADDRESS, hirer_of, payer_of
from local.demo.stories.jobs import run_promised_jobs
from local.demo.stories.money import pay, save_card
from marketplace.core.data.actors import freelancer


def work_by_the_hour(contract: Contract, deal: shapes.Deal) -> None:
    """Act until the first week is answered; begun again after an interruption, goes on."""
    save_card(contract.organisation, contract.currency)
    first = contract.units.get(position=1)
    if first.is_unfunded:
        payer = payer_of(contract.organisation)
        escrow = open_funding(unit=first, by=payer)
        pay(escrow, by=payer, back_to=contract.get_absolute_url())
        first = contract.units.get(position=1)
    if first.is_funded:
        _begin(first, timezone.now().replace(hour=0, minute=0, second=0, microsecond=0))
        _write_down(first, deal)
        _move_back(first, monday_of(timezone.now()) - 2 * WEEK)
        keep_weeks(contract=Contract.objects.get(pk=contract.pk))
        run_promised_jobs()
    first = contract.units.get(position=1)
    if first.is_in_review:
        _answer(first, deal)


def _begin(unit: Unit, today: datetime) -> None:
    """Nobody waits a week for a demo: this one ends tonight, and its time may be written down."""
    _place(unit, today - timedelta(days=6))


def _move_back(unit: Unit, starts_at: datetime) -> None:
    """The week with its lines is made one of the past, so that the clock closes it."""
    unit.refresh_from_db()
    assert unit.starts_at is not None  # it was begun
    earlier = unit.starts_at - starts_at
    TimeEntry.objects.filter(unit=unit.pk).update(
        started_at=F("started_at") - earlier,
        ended_at=F("ended_at") - earlier,
        entered_at=F("ended_at") - earlier,
    )
    _place(unit, starts_at)


def _place(unit: Unit, starts_at: datetime) -> None:
    Unit.objects.filter(pk=unit.pk).update(
        title=title_of(starts_at),
        starts_at=starts_at,
        ends_at=starts_at + WEEK,
        funded_at=starts_at,
    )


def _write_down(unit: Unit, deal: shapes.Deal) -> None:
    """What is not written down yet, in the order of the deal."""
    week = Week.objects.select_related("unit__contract", "unit__escrow").get(pk=unit.pk)
    assert week.unit.starts_at is not None  # it was moved there
    for line in deal.lines[week.unit.time_entries.count() :]:
        started_at = week.unit.starts_at + timedelta(days=line.day, hours=line.starts)
        log_time(
            unit=week.unit,
            by=freelancer(week.unit.contract.freelancer, FREELANCER_ADDRESS),
            started_at=started_at,
            ended_at=started_at + timedelta(hours=line.hours),
            task=line.task,
            note=line.note,
            links=[line.link] if line.link else [],
            is_waiting=line.is_waiting,
        )


def _answer(unit: Unit, deal: shapes.Deal) -> None:
    by = hirer_of(unit.contract.organisation)
    if not TimeContest.objects.filter(entry__unit=unit.pk).exists():
        contest_lines(
            unit=unit,
            entries=list(unit.time_entries.filter(task=deal.contested)),
            ground=Ground.OUT_OF_SCOPE,
            why=deal.contested_because,
            by=by,
        )
    approve_week(unit=unit, by=by)
