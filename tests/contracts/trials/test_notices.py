"""Who hears of what on a trial."""

import pytest

from accounts.notices.models import Notification
from contracts.agreements.services.offers import decline_offer
from contracts.trials.services.reviews import approve_trial, give_feedback
from contracts.units.services.reviews import approve_unit
from marketplace.core.data.actors import SYSTEM
from tests.factories.contracts import fresh
from tests.factories.trials import trial_of
from tests.jobs import run_jobs


@pytest.fixture
def told():
    """Subjects and bodies for a person of what is told from here on."""

    def read(person) -> str:
        run_jobs("accounts.deliver_notices")
        rows = Notification.objects.filter(user=person).order_by("id")
        parts = [part["text"] for row in rows for part in row.body if "text" in part]
        return "\n".join(parts)

    return read


def test_the_offer_says_that_the_proposal_stays_undecided(trial_offer, told, freelancer_person):
    words = told(freelancer_person)
    assert "It is a paid trial; your proposal stays undecided beside it." in words
    assert "Your proposal was accepted" not in words


def test_a_declined_trial_leaves_the_proposal(trial_offer, told, client_person, as_freelancer):
    decline_offer(contract=trial_offer, by=as_freelancer, why="Too short.")
    words = told(client_person)
    assert "The proposal is where it was." in words
    assert "back on your shortlist" not in words


def test_the_freelancer_reads_the_feedback_with_the_approval(
    in_review, told, freelancer_person, as_client
):
    approve_trial(trial=trial_of(in_review), by=as_client, feedback="Clear and quick.")
    assert "Clear and quick." in told(freelancer_person)


def test_feedback_after_silence_is_told(in_review, told, freelancer_person, as_client):
    approve_unit(unit=fresh(in_review), by=SYSTEM)
    give_feedback(trial=trial_of(in_review), by=as_client, feedback="Late, but good.")
    assert "Late, but good." in told(freelancer_person)
