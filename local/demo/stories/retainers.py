"""A retainer: a first period that is over, reported and approved, and the one that runs."""

from dataclasses import asdict
from datetime import date, datetime, timedelta

from django.db.models import F
from django.utils import timezone

from contracts.agreements.models.contracts import Contract
from contracts.retainers.cycle.clock import months_after
from contracts.retainers.models.periods import Period
from contracts.retainers.services.laying_down import title_of
from contracts.retainers.services.periods import keep_periods
from contracts.retainers.services.reports import approve_period, hand_in_report
from contracts.timesheets.models.entries import TimeEntry
from contracts.timesheets.services.entries import log_time
from contracts.units.models.units import Unit
from contracts.units.services.funding import open_funding
from local.demo.content import shapes
from local.demo.stories.cast import FREELANCER_ADDRESS, hirer_of, payer_of
from local.demo.stories.jobs import run_promised_jobs
from local.demo.stories.money import pay, save_card
from marketplace.core.data.actors import freelancer

# The first period ended so many days ago: its report is not missed, and the second one runs.
ENDED = 1


def look_after_a_model(contract: Contract, deal: shapes.Deal) -> None:
    """Act until the first period is approved; begun again after an interruption, goes on."""
    save_card(contract.organisation, contract.currency)
    first = _period(contract, 1)
    if first.is_unfunded:
        payer = payer_of(contract.organisation)
        escrow = open_funding(unit=first, by=payer)
        pay(escrow, by=payer, back_to=contract.get_absolute_url())
        first = _period(contract, 1)
    if first.is_funded:
        today = timezone.now().date()
        _place(first, today - timedelta(days=6))
        _write_down(first, deal)
        _move_back(first, months_after(today - timedelta(days=ENDED), -1))
        keep_periods(contract=Contract.objects.get(pk=contract.pk))
        run_promised_jobs()
        _report(_period(contract, 1), deal)
    first = _period(contract, 1)
    if first.is_in_review:
        approve_period(unit=first, by=hirer_of(contract.organisation), note="Clear. Thank you.")
        run_promised_jobs()


def _period(contract: Contract, position: int) -> Unit:
    units = contract.units.select_related("period", "escrow", "contract")
    return units.get(position=position)


def _move_back(unit: Unit, starts_on: date) -> None:
    """Nobody waits a month for a demo: the period with its lines is made one of the past."""
    unit.refresh_from_db()
    assert unit.starts_at is not None  # it was laid down with its days
    earlier = unit.starts_at.date() - starts_on
    TimeEntry.objects.filter(unit=unit.pk).update(
        started_at=F("started_at") - earlier,
        ended_at=F("ended_at") - earlier,
        entered_at=F("ended_at") - earlier,
    )
    _place(unit, starts_on)


def _place(unit: Unit, starts_on: date) -> None:
    ends_on = months_after(starts_on, 1)
    Unit.objects.filter(pk=unit.pk).update(
        title=title_of(starts_on, ends_on),
        starts_at=_midnight(starts_on),
        ends_at=_midnight(ends_on),
        funded_at=_midnight(starts_on),
    )
    Period.objects.filter(pk=unit.pk).update(renews_from=starts_on, renewals=1)


def _midnight(day: date) -> datetime:
    return timezone.now().replace(
        year=day.year, month=day.month, day=day.day, hour=0, minute=0, second=0, microsecond=0
    )


def _write_down(unit: Unit, deal: shapes.Deal) -> None:
    """What is not written down yet, in the order of the deal."""
    for line in deal.lines[unit.time_entries.count() :]:
        fresh = _period(unit.contract, unit.position)
        assert fresh.starts_at is not None
        started_at = fresh.starts_at + timedelta(days=line.day, hours=line.starts)
        log_time(
            unit=fresh,
            by=freelancer(unit.contract.freelancer, FREELANCER_ADDRESS),
            started_at=started_at,
            ended_at=started_at + timedelta(hours=line.hours),
            task=line.task,
            note=line.note,
            links=[line.link] if line.link else [],
        )


def _report(unit: Unit, deal: shapes.Deal) -> None:
    author = unit.contract.freelancer
    assert deal.monthly is not None  # a retainer has one
    hand_in_report(
        unit=unit,
        by=freelancer(author, FREELANCER_ADDRESS),
        name=author.name,
        written=asdict(deal.monthly),
    )
    run_promised_jobs()
