import pytest

from contracts.errors import ChangeAlreadyAsked, ForeignCriterion, MilestoneNotInReview
from contracts.models import ChangeRequest
from contracts.services.change_requests import (
    accept_change_request,
    refuse_change_request,
    request_changes,
)
from contracts.services.reviews import approve_milestone
from contracts.states import ChangeRequestState, MilestoneState
from tests.factories.contracts import deliver, fresh


def ask(milestone, actor, *, criterion=None):
    return request_changes(
        milestone=milestone,
        criterion=criterion or milestone.criteria.first(),
        note="Column 4 is missing.",
        by=actor,
    )


@pytest.fixture
def exhausted(submitted, as_client):
    """Submitted for the third time, after both agreed rounds."""
    for _ in range(2):
        ask(submitted, as_client)
        deliver(submitted)
    return fresh(submitted)


def test_a_request_names_a_criterion_and_sends_the_submission_back(submitted, as_client):
    request = ask(submitted, as_client)
    milestone = fresh(submitted)
    assert (milestone.state, milestone.rounds_used) == (MilestoneState.CHANGES_REQUESTED, 1)
    assert (milestone.review_ends_at, request.state) == (None, ChangeRequestState.BINDING)
    deliver(milestone)
    assert fresh(submitted).state == MilestoneState.SUBMITTED
    assert submitted.submissions.latest("round").round == 2


def test_a_criterion_of_another_milestone_is_refused(submitted, planned, as_client):
    with pytest.raises(ForeignCriterion):
        ask(submitted, as_client, criterion=planned.criteria.first())
    assert (fresh(submitted).state, ChangeRequest.objects.count()) == (MilestoneState.SUBMITTED, 0)


def test_nothing_is_sent_back_that_was_not_submitted(funded, as_client):
    with pytest.raises(MilestoneNotInReview):
        ask(funded, as_client)
    assert (fresh(funded).state, ChangeRequest.objects.count()) == (MilestoneState.FUNDED, 0)


def test_a_third_round_only_asks_and_the_review_period_runs_on(exhausted, as_client):
    request = ask(exhausted, as_client)
    milestone = fresh(exhausted)
    assert request.state == ChangeRequestState.ASKED
    assert (milestone.state, milestone.rounds_used) == (MilestoneState.SUBMITTED, 2)
    assert milestone.review_ends_at == exhausted.review_ends_at


def test_one_submission_is_asked_about_once(exhausted, as_client):
    ask(exhausted, as_client)
    with pytest.raises(ChangeAlreadyAsked):
        ask(exhausted, as_client)
    assert ChangeRequest.objects.filter(state=ChangeRequestState.ASKED).count() == 1


def test_an_accepted_round_sends_the_submission_back(exhausted, as_client, as_freelancer):
    request = ask(exhausted, as_client)
    accept_change_request(change_request=request, by=as_freelancer)
    milestone = fresh(exhausted)
    assert milestone.state == MilestoneState.CHANGES_REQUESTED
    assert (milestone.rounds_used, milestone.rounds_allowed) == (3, 3)


def test_a_refused_round_leaves_the_decision_to_the_client(exhausted, as_client, as_freelancer):
    request = ask(exhausted, as_client)
    refuse_change_request(change_request=request, by=as_freelancer)
    assert (fresh(request).state, fresh(exhausted).state) == ("refused", MilestoneState.SUBMITTED)
    approve_milestone(milestone=exhausted, by=as_client)
    assert fresh(exhausted).state == MilestoneState.RELEASED


def test_a_round_is_not_accepted_after_the_approval(exhausted, as_client, as_freelancer):
    request = ask(exhausted, as_client)
    approve_milestone(milestone=exhausted, by=as_client)
    with pytest.raises(MilestoneNotInReview):
        accept_change_request(change_request=request, by=as_freelancer)
    assert fresh(exhausted).state == MilestoneState.RELEASED
