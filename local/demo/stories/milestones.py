"""A milestone from where it is to where its deal says, act by act."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from contracts.milestones.services.change_requests import request_changes
from contracts.milestones.services.submissions import submit_milestone
from contracts.units.models.submissions import Submission
from contracts.units.models.units import Unit
from contracts.units.services.cancellations import agree_cancellation, ask_cancellation
from contracts.units.services.criteria import Claim, Finding
from contracts.units.services.funding import open_funding
from contracts.units.services.reviews import approve_silent_unit, approve_unit
from contracts.units.states import CancellationState, UnitState
from local.demo.content import shapes
from local.demo.stories.asides import TO_A_BANK
from local.demo.stories.cast import FREELANCER_ADDRESS, hirer_of, payer_of
from local.demo.stories.files import upload_of
from local.demo.stories.hosted_pages import CARD, SETTLES_AT_ONCE
from local.demo.stories.money import pay
from marketplace.core.data.actors import freelancer

# The milestone whose first submission a deal may send back.
RETURNED_POSITION = 2


@dataclass(frozen=True)
class Course:
    """A milestone on its way to the state `target` of its deal."""

    deal: shapes.Deal
    unit: Unit
    target: str

    def run(self) -> None:
        """Act until the target is reached; begun again after an interruption, goes on."""
        while self.unit.state != self.target:
            before = self.unit.state
            ACTS[UnitState(before)](self)
            self.unit.refresh_from_db()
            assert self.unit.state != before, f"{self.unit} stays {before}"

    def open(self) -> None:
        open_funding(unit=self.unit, by=payer_of(self.unit.contract.organisation))

    def fund(self) -> None:
        payer = payer_of(self.unit.contract.organisation)
        back_to = self.unit.contract.get_absolute_url()
        card = SETTLES_AT_ONCE if self.is_to_reach_a_bank() else CARD
        pay(self.unit.held_in, by=payer, back_to=back_to, card=card)

    def is_to_reach_a_bank(self) -> bool:
        """What still settles cannot leave the account at the processor."""
        own = (each for each in self.deal.asides if each.milestone == self.unit.position)
        return any(each.act in TO_A_BANK for each in own)

    def deliver_or_cancel(self) -> None:
        if self.target == UnitState.REFUNDED:
            self.cancel()
        else:
            self.deliver()

    def deliver(self) -> None:
        contract = self.unit.contract
        number = Submission.objects.filter(unit__contract=contract).count()
        delivery = self.deal.deliveries[number]
        submit_milestone(
            milestone=self.unit.milestone,
            by=freelancer(contract.freelancer, FREELANCER_ADDRESS),
            note=delivery.note,
            files=[upload_of(delivery)],
            claims=self.claims(delivery),
        )

    def claims(self, delivery: shapes.Delivery) -> list[Claim]:
        """The report that is delivered says how each criterion is met."""
        shown_by = f"See {delivery.file}."
        return [Claim(each, is_met=True, shown_by=shown_by) for each in self.unit.criteria.all()]

    def review(self) -> None:
        if self.is_to_be_returned():
            criterion = self.unit.criteria.get(position=self.deal.returned)
            by = hirer_of(self.unit.contract.organisation)
            note = self.deal.returned_because
            finding = Finding(criterion=criterion, is_met=False, reason=note)
            request_changes(milestone=self.unit.milestone, findings=[finding], by=by)
        elif self.deal.is_client_silent:
            self.let_review_end()
        else:
            by = hirer_of(self.unit.contract.organisation)
            approve_unit(unit=self.unit, by=by)

    def is_to_be_returned(self) -> bool:
        is_first = self.unit.milestone.rounds_used == 0
        is_chosen = self.unit.position == RETURNED_POSITION
        return bool(self.deal.returned) and is_chosen and is_first

    def let_review_end(self) -> None:
        """Nobody waits seven days for a demo: the end of the review is moved to now."""
        Unit.objects.filter(pk=self.unit.pk).update(review_ends_at=timezone.now())
        approve_silent_unit(unit=self.unit)

    def cancel(self) -> None:
        """The client asks, the freelancer agrees, the money goes back."""
        asked = self.unit.cancellations.filter(state=CancellationState.ASKED).first()
        by = hirer_of(self.unit.contract.organisation)
        cancellation = asked or ask_cancellation(unit=self.unit, by=by, why=self.deal.why)
        answering = freelancer(self.unit.contract.freelancer, FREELANCER_ADDRESS)
        agree_cancellation(cancellation=cancellation, by=answering)


ACTS: dict[UnitState, Callable[[Course], None]] = {
    UnitState.PLANNED: Course.open,
    UnitState.AWAITING_FUNDS: Course.fund,
    UnitState.FUNDED: Course.deliver_or_cancel,
    UnitState.SUBMITTED: Course.review,
    UnitState.CHANGES_REQUESTED: Course.deliver,
}
