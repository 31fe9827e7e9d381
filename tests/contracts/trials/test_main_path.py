"""A trial from its money to its end, and the contract that one of three becomes."""

from datetime import UTC, datetime, timedelta

import pytest

from contracts.agreements.services.pauses import pause_contract, resume_contract
from contracts.agreements.services.progress import note_progress
from contracts.trials.cycle import end_of_days
from contracts.trials.services.reviews import approve_trial, give_feedback, request_changes
from contracts.units.errors import FreelancerNotSilent
from contracts.units.services.cancellations import reclaim_unit
from contracts.units.services.criteria import Claim, Finding
from contracts.units.services.reviews import approve_silent_unit, approve_unit
from marketplace.core.data.errors import DomainError
from payments.payouts.models.payouts import Payout
from projects.proposals.services.proposals import accept_proposal, withdraw_proposal
from tests.factories.accounts import make_freelancer
from tests.factories.contracts import deliver, fresh, fund, sign_both
from tests.factories.trials import hand_in, offer_to, propose_to, start, trial_of

FEEDBACK = "Clear and quick. The chart needs a legend."


def at(day: int, hour: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def refusal_of(act, **facts) -> str:
    with pytest.raises(DomainError) as refusal:
        act(**facts)
    return refusal.value.code


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [(at(4, 10), 1, at(6)), (at(4, 10), 5, at(12)), (at(7, 9), 1, at(10)), (at(6, 23), 2, at(11))],
)
def test_working_days_leave_out_the_weekend(start, days, end):
    assert end_of_days(start, days) == end


def test_money_begins_it_and_the_brief_stays_open(clock, trial_unit, proposal):
    assert (trial_unit.state, trial_unit.contract.state) == ("funded", "active")
    assert (trial_unit.starts_at, trial_unit.ends_at) == (at(4, 10), at(12))
    assert trial_unit.held_in.clears_at_once
    assert fresh(proposal).state == "submitted"
    assert fresh(proposal.brief).state == "open"


def test_it_is_delivered_with_answers_and_reviewed_in_three_days(clock, trial_unit):
    claims = [Claim(trial_unit.criteria.first(), is_met=True, shown_by="Cell 4")]
    submission = hand_in(trial_unit, claims=claims)
    unit = fresh(trial_unit)
    assert (unit.state, unit.review_ends_at) == ("submitted", at(7, 10))
    assert submission.trial_report.next_steps.startswith("A split by time")
    assert [answer.is_claimed_met for answer in submission.answers.all()] == [True, None]


def test_approval_releases_it_without_clearing_and_keeps_the_feedback(
    clock, settings, in_review, as_client
):
    settings.CLEARING_DAYS = 5
    approve_trial(trial=trial_of(in_review), by=as_client, feedback=f" {FEEDBACK} ")
    unit, trial, payout = fresh(in_review), trial_of(in_review), Payout.objects.get()
    assert (unit.state, unit.contract.state) == ("released", "completed")
    assert (trial.feedback, trial.feedback_by) == (FEEDBACK, as_client.user)
    assert (payout.amount, payout.state, payout.clears_at) == (82_800, "available", at(4, 10))


def test_a_milestone_still_clears(settings, funded, as_client):
    settings.CLEARING_DAYS = 5
    deliver(funded)
    approve_unit(unit=fresh(funded), by=as_client)
    assert Payout.objects.get().state == "accrued"


def test_approval_without_words_is_refused(in_review, as_client):
    act = {"trial": trial_of(in_review), "by": as_client, "feedback": "  "}
    assert refusal_of(approve_trial, **act) == "feedback_needed"
    assert fresh(in_review).state == "submitted"
    assert not Payout.objects.exists()


def test_changes_are_requested_once(in_review, as_client):
    missed = [Finding(in_review.criteria.first(), is_met=False, reason="It stops in cell 3.")]
    request_changes(trial=trial_of(in_review), findings=missed, by=as_client)
    assert fresh(in_review).state == "changes_requested"
    hand_in(fresh(in_review))
    act = {"trial": trial_of(in_review), "findings": missed, "by": as_client}
    assert refusal_of(request_changes, **act) == "no_round_left"
    assert (fresh(in_review).state, in_review.submissions.count()) == ("submitted", 2)


def test_silence_approves_after_three_days_and_words_may_follow(clock, in_review, as_client):
    clock.shift(timedelta(days=3, seconds=-1))
    assert not approve_silent_unit(unit=fresh(in_review))
    act = {"trial": trial_of(in_review), "by": as_client, "feedback": FEEDBACK}
    assert refusal_of(give_feedback, **act) == "trial_not_over"
    clock.shift(timedelta(seconds=1))
    assert approve_silent_unit(unit=fresh(in_review))
    assert (fresh(in_review).state, trial_of(in_review).feedback) == ("released", "")
    give_feedback(trial=trial_of(in_review), by=as_client, feedback=FEEDBACK)
    assert trial_of(in_review).feedback == FEEDBACK
    assert refusal_of(give_feedback, **act) == "feedback_given"


def test_what_is_not_delivered_in_time_may_be_taken_back(
    clock, trial_unit, as_client, as_freelancer
):
    clock.move_to(at(10))
    note_progress(contract=trial_unit.contract, by=as_freelancer, note="Half of it.")
    clock.move_to(at(11, 23))
    with pytest.raises(FreelancerNotSilent):
        reclaim_unit(unit=fresh(trial_unit), by=as_client)
    clock.move_to(at(12))
    reclaim_unit(unit=fresh(trial_unit), by=as_client)
    unit = fresh(trial_unit)
    assert (unit.state, unit.contract.state) == ("refunded", "completed")
    assert not Payout.objects.exists()


def test_a_pause_does_not_make_anybody_late(clock, trial_unit, as_client):
    pause_contract(contract=trial_unit.contract, by=as_client, why="No access yet.")
    clock.move_to(at(12))
    resume_contract(contract=fresh(trial_unit.contract), by=as_client)
    with pytest.raises(FreelancerNotSilent):
        reclaim_unit(unit=fresh(trial_unit), by=as_client)
    assert fresh(trial_unit).state == "funded"


def test_what_was_delivered_cannot_be_taken_back(clock, in_review, as_client):
    clock.shift(timedelta(days=30))
    assert refusal_of(reclaim_unit, unit=fresh(in_review), by=as_client) == "illegal_move"
    assert fresh(in_review).state == "submitted"


def test_one_of_three_becomes_a_contract(proposal, as_client):
    others = [propose_to(proposal.brief, make_freelancer()) for _ in range(2)]
    units = [start(offer_to(each)) for each in (proposal, *others)]
    for unit in units[:2]:
        hand_in(unit)
        approve_trial(trial=trial_of(unit), by=as_client, feedback=FEEDBACK)
    accept_proposal(proposal=fresh(proposal), by=as_client, version=1)
    contract = proposal.contracts.get(kind="fixed")
    assert [row.kind for row in proposal.contracts.order_by("id")] == ["trial", "fixed"]
    fund(sign_both(contract).units.get(position=1))
    states = [fresh(each).state for each in (proposal, *others)]
    assert (fresh(proposal.brief).state, states) == ("filled", ["accepted", "closed", "closed"])
    assert (fresh(units[2]).state, fresh(units[2].contract).state) == ("funded", "active")


def test_withdrawing_a_proposal_leaves_its_trial(trial_unit, proposal, as_freelancer, as_client):
    withdraw_proposal(proposal=fresh(proposal), by=as_freelancer)
    hand_in(trial_unit)
    approve_trial(trial=trial_of(trial_unit), by=as_client, feedback=FEEDBACK)
    assert (fresh(proposal).state, fresh(trial_unit).state) == ("withdrawn", "released")
