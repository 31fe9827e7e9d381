"""What it means for a milestone that staff give its held funds back."""

from accounts.notices.registry import notices_of
from contracts.units.services.cancellations import ask_cancellation
from marketplace.core.data.actors import moderator
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from payments.refunds.models import Refund
from payments.refunds.services.refunds import refund_escrow, refund_part
from tests.factories.accounts import make_user
from tests.factories.contracts import fresh

WHY = "Neither side answers any more."


def test_all_of_it_ends_the_milestone_with_the_reason_and_drops_open_questions(funded, as_client):
    question = ask_cancellation(unit=funded, by=as_client, why="The data is not coming.")
    staff = moderator(make_user("Mia Moderator", is_moderator=True))
    refund_escrow(escrow=fresh(funded).held_in, by=staff, why=WHY)
    unit = fresh(funded)
    assert (unit.state, Refund.objects.get().amount) == ("refunded", 240_000)
    question.refresh_from_db()
    assert (question.state, unit.contract.state) == ("dropped", "active")
    event = Event.objects.get(verb="milestone.refunded")
    assert (event.actor, event.why) == (staff.user, WHY)
    told = {str(user) for user, _ in notices_of(event)}
    assert told == {"Clara Client", str(unit.contract.freelancer)}


def test_a_part_of_it_leaves_the_milestone_as_it_is(submitted):
    staff = moderator(make_user("Mia Moderator", is_moderator=True))
    refund_part(escrow=fresh(submitted).held_in, part=Money(1_000, "USD"), by=staff, why=WHY)
    assert (fresh(submitted).state, fresh(submitted).held_in.held.minor) == ("submitted", 239_000)
