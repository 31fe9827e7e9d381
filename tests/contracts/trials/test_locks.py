"""Acts on a trial lock contract, unit and escrow once; an offer locks brief, then proposal."""

from contracts.trials.services.offers import offer_trial
from contracts.trials.services.reviews import approve_trial
from contracts.trials.services.submissions import submit_trial
from tests.contracts.units.test_locks import UNIT, locked
from tests.factories.contracts import fresh
from tests.factories.trials import TASK, trial_of


def test_an_offer_locks_the_brief_first_so_that_the_fourth_at_once_is_seen(proposal, as_client):
    tables = locked(offer_trial, proposal=fresh(proposal), by=as_client, **TASK)
    assert tables == ["projects_brief", "projects_proposal"]


def test_a_delivery_locks_three_rows(trial_unit, as_freelancer):
    words = {"note": "A.", "next_steps": "B.", "questions": "C."}
    assert locked(submit_trial, trial=trial_of(trial_unit), by=as_freelancer, **words) == UNIT


def test_an_approval_locks_three_rows(in_review, as_client, settings):
    settings.CLEARING_DAYS = 5
    tables = locked(approve_trial, trial=trial_of(in_review), by=as_client, feedback="Quick.")
    assert tables[:3] == UNIT
    assert not set(tables[3:]) & set(UNIT)
