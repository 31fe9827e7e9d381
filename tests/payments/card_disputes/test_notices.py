import pytest

from accounts.notices.registry import notices_of
from marketplace.core.data.models import Event
from tests.factories.payments import make_dispute, make_held_escrow, make_payout

pytestmark = [pytest.mark.django_db]


def told(verb: str) -> dict[str, str]:
    """Who hears of the newest event of this verb, and under which subject."""
    event = Event.objects.filter(verb=verb).latest("id")
    return {str(user): notice.subject for user, notice in notices_of(event)}


@pytest.fixture
def escrow(organisation, freelancer_person, moderator):
    return make_held_escrow(organisation, freelancer_person)


def test_both_sides_and_staff_hear_of_a_dispute(escrow):
    make_dispute(escrow)
    subject = "A bank disputes the payment for “Model and evaluation”"
    assert told("card_dispute.opened") == {
        "Clara Client": subject,
        "Fay Freelancer": subject,
        "Mo Moderator": "Answer a bank: 4,200.00 USD is disputed",
    }


def test_an_inquiry_is_told_to_those_who_can_answer_it(escrow):
    make_dispute(escrow, "inquiry")
    assert set(told("card_dispute.inquired")) == {"Clara Client", "Mo Moderator"}


def test_both_sides_hear_that_the_payment_stands(escrow):
    make_dispute(escrow, "won")
    subject = "The payment for “Model and evaluation” stands"
    assert told("card_dispute.won") == {"Clara Client": subject, "Fay Freelancer": subject}


def test_everybody_hears_of_a_loss(organisation, freelancer_person, moderator):
    make_dispute(make_payout(organisation, freelancer_person).escrow, "lost")
    assert told("card_dispute.lost") == {
        "Clara Client": "The bank gives back 4,200.00 USD for “Model and evaluation”",
        "Fay Freelancer": "The dispute about “Model and evaluation” was lost",
        "Mo Moderator": "A card dispute was lost: 4,200.00 USD",
    }
