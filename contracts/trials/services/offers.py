"""Offering a paid trial from a proposal, which stays undecided beside it."""

from collections.abc import Sequence

from django.db import transaction

from accounts.profiles.taxonomy import EngagementKind
from contracts.agreements.clauses.schedules import TrialSchedule
from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.drafts import draft_of
from contracts.agreements.services.offers import draw_up
from contracts.trials.cycle import MOST_AT_ONCE, MOST_DAYS, MOST_HOURS, REVIEW_DAYS
from contracts.trials.errors import (
    AnotherTask,
    ProposalDecided,
    TooManyTrials,
    TrialAlreadyOffered,
    TrialIncomplete,
    TrialTooCheap,
    TrialTooLong,
    UnpaidTrial,
)
from contracts.trials.queries import open_trials_of, schedule_of_brief, trial_of
from marketplace.core.data.actors import Actor
from marketplace.core.data.locks import lock
from marketplace.core.data.money import Money
from projects.briefs.errors import BriefNotOpen
from projects.briefs.models.briefs import Brief
from projects.briefs.services.activity import touch_brief
from projects.briefs.states import LISTED
from projects.proposals.models.proposals import Proposal
from projects.proposals.services.sides import refuse_member


@transaction.atomic
def offer_trial(
    *,
    proposal: Proposal,
    task: str,
    hours: int,
    due_days: int,
    amount: int,
    criteria: Sequence[str],
    by: Actor,
) -> Contract:
    """Offer who wrote a proposal a trial for `amount` minor units of its currency; they are told.

    The brief is locked first, so that offers at the same time are counted one by one.
    """
    brief = proposal.brief
    lock(brief)
    lock(proposal)
    proposal.brief = brief
    schedule = TrialSchedule(
        task=task.strip(),
        hours=hours,
        due_days=due_days,
        amount=amount,
        criteria=tuple(line.strip() for line in criteria if line.strip()),
    )
    _refuse_unready(proposal)
    _refuse_unfair(proposal, schedule)
    _refuse_beside(brief, schedule)
    draft = draft_of(
        proposal, kind=EngagementKind.TRIAL, schedule=schedule, review_days=REVIEW_DAYS
    )
    contract = draw_up(proposal=proposal, draft=draft, title=f"Trial: {draft.title}", by=by)
    touch_brief(brief=brief)
    return contract


def _refuse_unready(proposal: Proposal) -> None:
    """Raise unless a trial can be offered from a locked proposal now."""
    if proposal.brief.state not in LISTED:
        raise BriefNotOpen(state=proposal.brief.state)
    if not proposal.is_undecided:
        raise ProposalDecided(state=proposal.get_state_display().lower())
    refuse_member(proposal.freelancer, of=proposal.brief.organisation)
    if trial_of(proposal):
        raise TrialAlreadyOffered(name=proposal.freelancer)


def _refuse_unfair(proposal: Proposal, schedule: TrialSchedule) -> None:
    """Raise for what is not enough pay for one hour, or too much work for a trial."""
    if not schedule.task or not schedule.criteria:
        raise TrialIncomplete
    if not (1 <= schedule.hours <= MOST_HOURS and 1 <= schedule.due_days <= MOST_DAYS):
        raise TrialTooLong(hours=MOST_HOURS, days=MOST_DAYS)
    if schedule.amount <= 0:
        raise UnpaidTrial
    rate = rate_for(proposal)
    if rate is not None and schedule.amount < rate.minor:
        price = Money(schedule.amount, rate.currency)
        raise TrialTooCheap(name=proposal.freelancer, rate=rate, price=price)


def rate_for(proposal: Proposal) -> Money | None:
    """An hour at the rate of the profile; None without one in the currency of the proposal."""
    profile, version = proposal.freelancer.freelancer_profile, proposal.current
    assert version is not None  # drafts are not read by clients
    if profile.hourly_rate is None or profile.currency != version.currency:
        return None
    return Money(profile.hourly_rate, version.currency)


def _refuse_beside(brief: Brief, schedule: TrialSchedule) -> None:
    """Raise for a fourth trial at once, and for another task than the others have."""
    if open_trials_of(brief).count() >= MOST_AT_ONCE:
        raise TooManyTrials(most=MOST_AT_ONCE)
    other = schedule_of_brief(brief)
    if other is not None and task_of(other) != task_of(schedule):
        raise AnotherTask


def task_of(schedule: TrialSchedule) -> tuple[object, ...]:
    """What is the same for all who try; the price follows from what each of them asks for."""
    return (schedule.task, schedule.hours, schedule.due_days, schedule.criteria)
