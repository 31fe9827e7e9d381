"""One subject for each noun that somebody hears of, all with the worst names that are allowed."""

from datetime import timedelta
from typing import Any

import time_machine
from django.db.models import Model
from django.utils import timezone

from accounts.organisations.models.invitations import Invitation
from accounts.organisations.models.organisations import Membership
from accounts.people.models import User
from contracts.agreements.models.contracts import Contract
from contracts.change_orders.models import ChangeOrder
from contracts.retainers.models.reports import Report
from contracts.units.models.cancellations import Cancellation
from contracts.units.models.submissions import ChangeRequest
from contracts.units.models.units import Unit
from contracts.units.services.cancellations import ask_cancellation
from marketplace.core.data.actors import client, freelancer
from payments.charges.models import ChargePlan
from payments.escrows.models.escrows import Escrow
from payments.operations.models import Operation
from payments.payouts.models.payees import Payee
from payments.payouts.models.reversals import Reversal
from payments.reconciliation.models.platform_balances import PlatformBalance
from payments.reconciliation.models.reconciliations import Reconciliation
from payments.refunds.models import Refund
from payments.staff.models import Adjustment
from payments.webhooks.models import StripeEvent
from projects.briefs.models.briefs import Brief
from projects.invitations.models import BriefInvitation
from tests.factories.accounts import make_freelancer, make_organisation, make_user
from tests.factories.change_orders import changed, draft_of, propose
from tests.factories.contracts import BRIEF, deliver, fresh, make_active
from tests.factories.payments import (
    make_bank_payout,
    make_dispute,
    make_method,
    make_payout,
    make_ready,
    make_sent,
)
from tests.factories.projects import make_brief, make_proposal
from tests.factories.retainers import REPORT, make_retainer
from tests.factories.timesheets import make_hourly, week_of, work
from tests.factories.trials import hand_in, offer_to, propose_to, start

BAIT = "# <b>A*STAR*</b> [pay](https://evil.example/x) www.evil.example "
WHY = f"1. {BAIT}\n\n> not ours\n\n| a | b |"


def longest(most: int) -> str:
    """Markup, a link and one long word, as long as is allowed."""
    return BAIT + "W" * (most - len(BAIT))


class World:
    """The rows that events are about, by the noun of their verbs."""

    def __init__(self) -> None:
        self.owner = make_user(longest(120), "owner@example.com")
        self.organisation = make_organisation(self.owner, longest(120))
        self.freelancer = make_freelancer(longest(120))
        self.staff = make_user(longest(120), "staff@example.com", is_staff=True, is_moderator=True)
        self.actor = make_user(longest(120), "actor@example.com")
        make_user("Second", "second@example.com", is_staff=True, is_moderator=True)
        self.contract = self._contract()
        self.unit = self.contract.units.get(position=1)
        self.subjects: dict[str, Model] = self._people() | self._work() | self._money()

    def _contract(self) -> Contract:
        brief = BRIEF | {"title": longest(120)}
        return make_active(self.organisation, self.owner, self.freelancer, brief=brief)

    def _people(self) -> dict[str, Model]:
        invitation = Invitation.objects.create(
            organisation=self.organisation,
            email="new@example.com",
            role=Membership.Role.FINANCE,
            invited_by=self.owner,
            expires_at=timezone.now() + timedelta(days=9),
        )
        return {
            "user": self.freelancer,
            "receivable": self.freelancer,
            "profile": self.freelancer.freelancer_profile,
            "organisation": self.organisation,
            "invitation": invitation,
        }

    def _work(self) -> dict[str, Model]:
        open_brief = make_brief(self.organisation, title=longest(120))
        undecided = make_proposal(open_brief, self.freelancer)
        submission = deliver(self.unit, note=WHY)
        second = self.contract.units.get(position=2)
        return {
            "brief": undecided.brief,
            "brief_invitation": BriefInvitation.objects.create(
                brief=open_brief, freelancer=self.freelancer, invited_by=self.owner, note=BAIT
            ),
            "proposal": undecided,
            "contract": self.contract,
            "milestone": fresh(self.unit),
            "change_request": ChangeRequest.objects.create(
                submission=submission,
                note=WHY,
                requested_by=self.owner,
            ),
            "cancellation": self._cancelled(second),
            "change_order": self._changing(),
            "week": self._handed_in(),
            "period": self._reported(),
            "trial": self._tried(open_brief),
        }

    def _changing(self) -> ChangeOrder:
        """The client drops what is funded, and says why at length."""
        contract = make_active(self.organisation, self.owner, self.freelancer)
        draft = changed(draft_of(contract), m1=None)
        return propose(contract, draft, client(self.owner), WHY)

    def _handed_in(self) -> Unit:
        """A week with one line, and the last day of its review before it."""
        contract = make_hourly(self.organisation, self.owner, self.freelancer)
        unit = contract.units.get()
        with time_machine.travel(unit.starts_at + timedelta(days=6)):
            week = week_of(unit)
            self.line = work(week, week.opens_at, 1, task=longest(120))
        ends_at = unit.ends_at + timedelta(days=4)
        Unit.objects.filter(pk=unit.pk).update(state="submitted", review_ends_at=ends_at)
        return fresh(unit)

    def _reported(self) -> Unit:
        """A period that was reported, in the days of its review."""
        unit = make_retainer(self.organisation, self.owner, self.freelancer).units.get()
        Unit.objects.filter(pk=unit.pk).update(state="submitted", review_ends_at=unit.ends_at)
        words = REPORT | {"because": WHY, "metric": longest(120), "measured": longest(80)}
        signed = {"signed_by": self.freelancer, "signed_name": longest(120), "sha256": "0" * 64}
        Report.objects.create(period=unit.period, **words, **signed)
        return fresh(unit)

    def _tried(self, brief: Brief) -> Unit:
        """A trial that was handed in, of somebody else than the brief's other author."""
        unit = start(offer_to(propose_to(brief, make_freelancer("Olga Other"))))
        hand_in(unit)
        return fresh(unit)

    def _cancelled(self, unit: Unit) -> Cancellation:
        asked = ask_cancellation(unit=unit, by=freelancer(self.freelancer), why=WHY)
        Unit.objects.filter(pk=unit.pk).update(state="cancelled")
        return asked

    def _money(self) -> dict[str, Model]:
        payout = make_sent(make_payout(self.organisation, self.freelancer, title=longest(200)))
        escrow, charge = payout.escrow, payout.escrow.charges.get()
        Escrow.objects.filter(pk=escrow.pk).update(bonus_for=self.unit.escrow)
        held = {"escrow": escrow, "charge": charge, "payout": payout}
        method = make_method(self.organisation, brand="B" * 64)
        amount = {"currency": "USD", "amount": 100}
        return held | {
            "payment_method": method,
            "charge_plan": ChargePlan.objects.create(escrow=escrow, method=method),
            "card_dispute": make_dispute(self.unit.escrow),
            "bank_payout": make_bank_payout(self.freelancer, "failed", payout),
            "payee": self._paused_payee(),
            "refund": Refund.objects.create(escrow=escrow, charge=charge, reason=WHY, **amount),
            "reversal": Reversal.objects.create(payout=payout, reason=WHY, **amount),
            "adjustment": self._adjustment(),
            "platform_balance": PlatformBalance.objects.create(currency="USD"),
            "reconciliation": Reconciliation.objects.create(),
            "stripe_event": StripeEvent.objects.create(
                event_id="evt_1", type="x" * 120, is_thin=False, payload={}
            ),
            "operation": self._operation(),
        }

    def _paused_payee(self) -> Payee:
        payee = make_ready(self.freelancer)
        Payee.objects.update(state="restricted")
        return payee

    def _adjustment(self) -> Adjustment:
        return Adjustment.objects.create(
            act="refund_part",
            subject_type="payments.escrow",
            subject_id=self.unit.escrow_id,
            currency="USD",
            amount=100,
            reason=WHY,
            asked_by=self.staff,
            expires_at=timezone.now(),
            state="waiting",
        )

    def _operation(self) -> Operation:
        return Operation.objects.create(
            verb="refund",
            subject_type="payments.escrow",
            subject_id=self.unit.escrow_id,
            attempt=1,
            idempotency_key="k" * 160,
            last_error=WHY,
        )

    def particulars(self, user: User) -> dict[str, Any]:
        """Whatever any builder asks of its event."""
        now = timezone.now().isoformat()
        told = {"role": "finance", "user": str(user.public_id), "position": 1, "round": 1}
        told |= {
            "is_second": False,
            "version": 2,
            "holds_from": "",
            "when": "last day",
            "criteria": [{"text": WHY, "reason": WHY}],
        }
        told |= {"free_at": now, "due": now, "days": 3, "count": 2, "opened": 1}
        told |= {"amount": 100, "fee": 8, "own": 5, "currency": "USD"}
        told |= {"sentence": WHY, "seconds": 3_600, "unused": 100, "since": now, "held": 100}
        told |= {"lines": [self.line.pk], "line": self.line.pk, "ground": "not_worked"}
        told |= {"feedback": WHY, "receives": 92, "carried": 100}
        return told | {"is_payer_absent": True, "side": "client"}
