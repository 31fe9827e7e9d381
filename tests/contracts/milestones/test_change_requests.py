import pytest

from contracts.milestones.errors import MilestoneNotInReview
from contracts.milestones.services.change_requests import (
    accept_change_request,
    refuse_change_request,
    request_changes,
)
from contracts.milestones.services.submissions import submit_milestone
from contracts.units.errors import (
    ChangeAlreadyAsked,
    CriterionNamedTwice,
    ForeignCriterion,
    MissedWithoutReason,
    NothingMissed,
)
from contracts.units.models.submissions import ChangeRequest, CriterionAnswer
from contracts.units.services.criteria import Claim, Finding
from contracts.units.services.reviews import approve_silent_unit, approve_unit
from contracts.units.states import ChangeRequestState, UnitState
from tests.factories.contracts import deliver, fresh


def ask(unit, actor, *, missed=None, met=()):
    """Request changes to the first criterion, or to those in `missed`."""
    missed = [unit.criteria.first()] if missed is None else missed
    findings = [Finding(each, is_met=False, reason="Column 4 is missing.") for each in missed]
    findings += [Finding(each, is_met=True) for each in met]
    return request_changes(milestone=unit.milestone, findings=findings, by=actor)


@pytest.fixture
def exhausted(submitted, as_client):
    """Submitted for the third time, after both agreed rounds."""
    for _ in range(2):
        ask(submitted, as_client)
        deliver(submitted)
    return fresh(submitted)


def test_a_request_names_a_criterion_and_sends_the_submission_back(submitted, as_client):
    request = ask(submitted, as_client)
    unit = fresh(submitted)
    assert (unit.state, unit.milestone.rounds_used) == (UnitState.CHANGES_REQUESTED, 1)
    assert (unit.review_ends_at, request.state) == (None, ChangeRequestState.BINDING)
    deliver(unit)
    assert fresh(submitted).state == UnitState.SUBMITTED
    assert submitted.submissions.latest("round").round == 2


def test_a_criterion_of_another_milestone_is_refused(submitted, planned, as_client):
    with pytest.raises(ForeignCriterion):
        ask(submitted, as_client, missed=[planned.criteria.first()])
    assert (fresh(submitted).state, ChangeRequest.objects.count()) == (UnitState.SUBMITTED, 0)


def test_several_criteria_are_named_in_one_request_each_with_its_reason(submitted, as_client):
    first, second = submitted.criteria.all()
    assert len(ask(submitted, as_client, missed=[first, second]).unmet) == 2
    deliver(fresh(submitted))
    request = ask(fresh(submitted), as_client, missed=[second], met=[first])
    answers = [
        (answer.criterion, answer.is_found_met, answer.reason)
        for answer in request.submission.answers.all()
    ]
    assert answers == [(first, True, ""), (second, False, "Column 4 is missing.")]


@pytest.mark.parametrize(
    ("findings", "refusal"),
    [
        ([], NothingMissed),
        ([("first", True, "")], NothingMissed),
        ([("first", False, " ")], MissedWithoutReason),
        ([("first", False, "No."), ("first", True, "")], CriterionNamedTwice),
    ],
)
def test_a_request_without_a_missed_criterion_or_its_reason_moves_nothing(
    submitted, as_client, findings, refusal
):
    named = [Finding(submitted.criteria.first(), met, reason) for _, met, reason in findings]
    with pytest.raises(refusal):
        request_changes(milestone=submitted.milestone, findings=named, by=as_client)
    assert (fresh(submitted).state, ChangeRequest.objects.count()) == (UnitState.SUBMITTED, 0)
    assert not CriterionAnswer.objects.exclude(is_found_met=None).exists()


def test_approving_accepts_what_was_not_found_missing(exhausted, as_client, as_freelancer):
    first = exhausted.criteria.first()
    request = ask(exhausted, as_client, missed=[first])
    refuse_change_request(change_request=request, by=as_freelancer)
    approve_unit(unit=fresh(exhausted), by=as_client)
    answers = exhausted.submissions.latest("round").answers.all()
    assert [answer.is_found_met for answer in answers] == [False, True]


def test_silence_says_nothing_of_any_criterion(submitted):
    submitted.review_ends_at = submitted.submitted_at
    submitted.save()
    assert approve_silent_unit(unit=submitted) is True
    answers = submitted.submissions.get().answers.all()
    assert [answer.is_found_met for answer in answers] == [None, None]


def test_a_claim_stands_beside_its_criterion(funded, as_freelancer):
    first, second = funded.criteria.all()
    claims = [Claim(second, is_met=False, shown_by="Cell 4 stops.")]
    submission = submit_milestone(
        milestone=funded.milestone, by=as_freelancer, note="Half.", claims=claims
    )
    answers = [(a.criterion, a.is_claimed_met, a.shown_by) for a in submission.answers.all()]
    assert answers == [(first, None, ""), (second, False, "Cell 4 stops.")]


def test_nothing_is_sent_back_that_was_not_submitted(funded, as_client):
    with pytest.raises(MilestoneNotInReview):
        ask(funded, as_client)
    assert (fresh(funded).state, ChangeRequest.objects.count()) == (UnitState.FUNDED, 0)


def test_a_third_round_only_asks_and_the_review_period_runs_on(exhausted, as_client):
    request = ask(exhausted, as_client)
    unit = fresh(exhausted)
    assert request.state == ChangeRequestState.ASKED
    assert (unit.state, unit.milestone.rounds_used) == (UnitState.SUBMITTED, 2)
    assert unit.review_ends_at == exhausted.review_ends_at


def test_one_submission_is_asked_about_once(exhausted, as_client):
    ask(exhausted, as_client)
    with pytest.raises(ChangeAlreadyAsked):
        ask(exhausted, as_client)
    assert ChangeRequest.objects.filter(state=ChangeRequestState.ASKED).count() == 1


def test_an_accepted_round_sends_the_submission_back(exhausted, as_client, as_freelancer):
    request = ask(exhausted, as_client)
    accept_change_request(change_request=request, by=as_freelancer)
    unit = fresh(exhausted)
    assert unit.state == UnitState.CHANGES_REQUESTED
    assert (unit.milestone.rounds_used, unit.milestone.rounds_allowed) == (3, 3)


def test_a_refused_round_leaves_the_decision_to_the_client(exhausted, as_client, as_freelancer):
    request = ask(exhausted, as_client)
    refuse_change_request(change_request=request, by=as_freelancer)
    assert (fresh(request).state, fresh(exhausted).state) == ("refused", UnitState.SUBMITTED)
    approve_unit(unit=exhausted, by=as_client)
    assert fresh(exhausted).state == UnitState.RELEASED


def test_a_round_is_not_accepted_after_the_approval(exhausted, as_client, as_freelancer):
    request = ask(exhausted, as_client)
    approve_unit(unit=exhausted, by=as_client)
    with pytest.raises(MilestoneNotInReview):
        accept_change_request(change_request=request, by=as_freelancer)
    assert fresh(exhausted).state == UnitState.RELEASED
