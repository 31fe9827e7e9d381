"""Money in each place, and what waits there for staff."""

from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone

from accounts.people.models import User
from marketplace.core.data.actors import client, moderator
from marketplace.core.data.money import Money
from payments.card_disputes.services.evidence import give_evidence
from payments.documents.services.documents import issue_fee_invoice
from payments.escrows.models.escrows import Escrow
from payments.ledger.models import Transfer
from payments.operations.models import Operation
from payments.payouts.models.payees import Payee
from payments.payouts.models.payouts import Payout
from payments.reconciliation.models.platform_balances import PlatformBalance
from payments.reconciliation.models.reconciliations import (
    BalanceLine,
    Reconciliation,
    ReconciliationCase,
)
from payments.reconciliation.queries.comparison import nets_of
from payments.reconciliation.services.cases import explain_case
from payments.refunds.models import Refund
from payments.refunds.services.refunds import refund_escrow
from payments.releases.services.bonuses import open_bonus
from payments.releases.services.recalls import recall_release
from payments.staff.models import Adjustment, AdjustmentAct
from payments.staff.services.adjustments import ask_for_adjustment, decline_adjustment
from payments.webhooks.models import StripeEvent
from tests.factories.payments import (
    make_bank_payout,
    make_dispute,
    make_held_escrow,
    make_payout,
    make_ready,
    make_sent,
)
from tests.sweep.world_methods import fill_methods


def fill_money(world: SimpleNamespace) -> None:
    people = (world.organisation, world.freelancer)
    world.held_escrow = make_held_escrow(*people)
    world.payout = make_payout(*people)
    world.transfer = f"release:{world.payout.public_id}"
    world.platform_account, world.held_account = "processor_balance", "held"
    Payout.objects.filter(pk=make_payout(*people).pk).update(state="available")
    fill_reconciliation(world)
    fill_alarms()
    world.fee_invoice = issue_fee_invoice(payout=world.payout)
    today = timezone.now()
    world.year, world.month = today.year, today.month
    world.refunded_escrow = make_held_escrow(*people)
    refund = refund_escrow(escrow=world.refunded_escrow, by=client(world.client), why="Cancelled.")
    world.failed_refund = refund
    Refund.objects.filter(pk=refund.pk).update(state="failed", problem="The card was closed.")
    world.operation = Operation.objects.create(
        verb="send_transfer",
        subject_type="payments.payout",
        subject_id=world.payout.pk,
        attempt=9,
        idempotency_key="payout:lost:9",
        state="unknown",
        last_error="No answer.",
        times_sent=4,
        first_sent_at=timezone.now() - timedelta(hours=30),
        parameters={
            "amount": 386_400,
            "currency": "usd",
            "destination": "acct_1",
            "transfer_group": "lost",
        },
    )
    world.released_escrow = make_payout(*people).escrow
    world.bonus = open_bonus(
        escrow=world.released_escrow,
        amount=Money(10_000, "USD"),
        by=client(world.client),
        why="You found the leak in our features.",
    )
    indebted = make_payout(*people)
    Payout.objects.filter(pk=indebted.pk).update(state="sent", processor_id="tr_gone")
    recall_release(
        escrow=indebted.escrow,
        part=Money(300_000, "USD"),
        by=client(world.client),
        why="The figures were wrong.",
    )
    world.recalled_escrow = indebted.escrow
    world.debtor, world.currency = indebted.payee, indebted.currency
    fill_adjustments(world)
    pause(make_ready(world.newcomer))
    world.bank_payout = make_bank_payout(
        world.freelancer, "paid", make_sent(make_payout(*people)), make_sent(make_payout(*people))
    )
    world.refused_bank_payout = make_bank_payout(
        world.freelancer, "failed", make_sent(make_payout(*people))
    )
    world.bank_payout_by_hand = make_bank_payout(world.freelancer, "in_transit")
    world.message = StripeEvent.objects.create(
        event_id="evt_parked", type="charge.updated", is_thin=False, payload={}, state="parked"
    ).event_id
    fill_methods(world)
    fill_card_disputes(world)
    # Last, since what is earned later would settle the debt.
    indebted.reversals.update(state="refused", problem="The account is empty.")


def fill_alarms() -> None:
    """Something held for long, and less at the processor than is due to leave."""
    old = make_held_escrow()
    Escrow.objects.filter(pk=old.pk).update(funded_at=timezone.now() - timedelta(days=80))
    PlatformBalance.objects.create(
        currency="USD", available=100_000, pending=50_000, due=386_400, state="short"
    )


def fill_reconciliation(world: SimpleNamespace) -> None:
    """Both books differ by a line that is only there, and by one that was explained."""
    run = Reconciliation.objects.create(
        state="differed",
        is_full=True,
        made_at=timezone.now(),
        totals=[["USD", 9_580, 9_680, 0, 9_680]],
        lines_read=12,
        matched=11,
        open_cases=1,
    )
    settled = Transfer.objects.filter(code="charge_settled").first()
    booked = nets_of([settled])[settled.pk]
    for line_id, transfer, net in (("txn_alone", None, 100), ("txn_met", settled, booked)):
        line = BalanceLine.objects.create(
            line_id=line_id,
            kind="charge",
            source="ch_1",
            net=net,
            currency="USD",
            at=timezone.now(),
            read_in=run,
            transfer=transfer,
        )
        facts = {"reference": line_id, "currency": "USD", "theirs": net, "line": line}
        world.case = ReconciliationCase.objects.create(
            kind="missing_here", opened_in=run, transfer=transfer, **facts
        )
    explain_case(case=world.case, by=moderator(world.administrator), why="A top-up by hand.")
    world.explained_case, world.case = world.case, ReconciliationCase.objects.get(state="open")


def fill_adjustments(world: SimpleNamespace) -> None:
    """One to decide, one of the moderator's own, and one that was declined."""
    people = (world.organisation, world.freelancer)

    def ask(user: User) -> Adjustment:
        return ask_for_adjustment(
            act=AdjustmentAct.REFUND_HELD,
            subject=make_held_escrow(*people),
            by=moderator(user),
            why="The client was promised it in writing.",
            parameters={"amount": 420_000},
        )

    world.adjustment = ask(world.administrator)
    world.own_adjustment = ask(world.moderator)
    world.declined_adjustment = ask(world.administrator)
    decline_adjustment(
        adjustment=world.declined_adjustment,
        by=moderator(world.moderator),
        why="The promise was somebody else's.",
    )


def pause(payee: Payee) -> None:
    """The processor asks for something overdue, for something by a day, and checks something."""
    asked = {"why": "", "due_at": None, "is_overdue": False, "is_for_person": True}
    Payee.objects.filter(pk=payee.pk).update(
        state="restricted",
        requirements=[
            asked | {"what": "A bank account for your payouts", "is_overdue": True},
            asked | {"what": "Your home address", "due_at": "2030-01-01T00:00:00+00:00"},
            asked | {"what": "Your date of birth", "is_for_person": False, "why": "It is unclear."},
        ],
    )


def fill_card_disputes(world: SimpleNamespace) -> None:
    """One to answer, an inquiry, one with the bank, one to decide, and one won after all."""
    people = (world.organisation, world.freelancer)
    world.disputed_escrow = make_held_escrow(*people)
    world.disputed = make_dispute(world.disputed_escrow)
    make_dispute(make_held_escrow(*people), "inquiry", id="du_asked")
    make_dispute(make_held_escrow(*people), "under_review", id="du_reading")
    world.lost_escrow = make_payout(*people).escrow
    world.lost_dispute = make_dispute(world.lost_escrow, "lost", id="du_lost")
    gone = make_held_escrow(*people)
    make_dispute(gone, "lost", id="du_overturned")
    world.overturned = make_dispute(gone, "won", id="du_overturned")
    world.evidence = give_evidence(
        dispute=make_dispute(make_held_escrow(*people), id="du_answered"),
        note="Everything was delivered and approved.",
        by=moderator(world.moderator),
        why="The milestone was delivered in full.",
    )
