"""What waits for staff: money that no rule could settle."""

from django.urls import reverse

from marketplace.core.staff.registry import Queue, queue_of, register_queue
from marketplace.core.text.moments import moment
from payments.card_disputes.queries import (
    disputes_to_answer,
    losses_to_decide,
    overturned_to_settle,
)
from payments.payouts.queries.receivables import standing_debts
from payments.reconciliation.queries.comparison import (
    late_reconciliations,
    newest_reconciliation,
    open_cases,
)
from payments.reconciliation.queries.platform_balances import low_balances
from payments.staff.queries.adjustments import waiting_adjustments
from payments.staff.queries.attention import (
    blocked_payouts,
    failed_refunds,
    long_held_escrows,
    mismatched_charges,
    stuck_operations,
    waiting_events,
)


def _attention(place: str) -> str:
    return reverse("payments:staff_attention") + f"#{place}"


@register_queue(order=20)
def calls_without_an_end() -> Queue:
    return queue_of(
        stuck_operations(),
        since="created_at",
        title="Calls without a known end",
        about="The payment processor was asked for something and has not clearly answered.",
        url=_attention("operations"),
        empty="Every call to the payment processor was answered.",
    )


@register_queue(order=21)
def messages_set_aside() -> Queue:
    return queue_of(
        waiting_events(),
        since="received_at",
        title="Messages from the processor",
        about="They could not be processed and were set aside.",
        url=_attention("events"),
        empty="Every message from the payment processor was processed.",
    )


@register_queue(order=22)
def refunds_that_failed() -> Queue:
    return queue_of(
        failed_refunds(),
        since="created_at",
        title="Refunds that failed",
        about="The client's bank sent the money back; it is held until somebody tries again.",
        url=_attention("refunds"),
        empty="No refund has failed.",
    )


@register_queue(order=23)
def payments_of_another_amount() -> Queue:
    return queue_of(
        mismatched_charges(),
        since="created_at",
        title="Payments of another amount or currency",
        about="What arrived or was booked differs from what was asked for: it goes back.",
        url=_attention("charges"),
        empty="Every payment was of the amount and currency asked for.",
    )


@register_queue(order=12)
def balances_too_low() -> Queue:
    return queue_of(
        low_balances(),
        since="since",
        title="Our balance at the processor is low",
        about="Less is available than is due to leave: payouts or refunds may have to wait.",
        url=_attention("balance"),
        empty="Our balance at the processor covers what is due to leave.",
    )


@register_queue(order=13)
def differing_books() -> Queue:
    return queue_of(
        open_cases(),
        since="opened_at",
        title="Differences from the processor's book",
        about="No payout leaves until each is explained, or both books agree.",
        url=reverse("payments:staff_reconciliation") + "#cases",
        empty=_last_comparison(),
    )


def _last_comparison() -> str:
    last = newest_reconciliation()
    if last is None or last.made_at is None:
        return "Our books have not been compared with the payment processor's yet."
    at = moment(last.made_at)
    return f"No difference from the payment processor's book is unexplained, last compared {at}."


@register_queue(order=13)
def comparison_without_an_end() -> Queue:
    return queue_of(
        late_reconciliations(),
        since="started_at",
        title="A comparison that does not end",
        about="A difference from the processor's book would not be noticed meanwhile.",
        url=reverse("payments:staff_reconciliation"),
        empty="Every comparison with the processor's book came to its end.",
    )


@register_queue(order=14)
def adjustments_to_decide() -> Queue:
    return queue_of(
        waiting_adjustments(),
        since="asked_at",
        title="Acts that need a second person",
        about="Above the set amount; nothing moves until somebody else approves.",
        url=reverse("payments:staff_adjustments"),
        empty="No act on money waits for a second person.",
    )


@register_queue(order=15)
def card_disputes_to_answer() -> Queue:
    return queue_of(
        disputes_to_answer(),
        since="opened_at",
        title="Card disputes to answer",
        about="A card holder's bank waits for evidence. Without it the dispute is lost.",
        url=reverse("payments:staff_card_disputes") + "#to-answer",
        empty="No bank waits for evidence.",
    )


@register_queue(order=16)
def lost_card_disputes_to_decide() -> Queue:
    return queue_of(
        losses_to_decide(),
        since="closed_at",
        title="Lost card disputes to decide",
        about="Lost after the money had been released: who bears it?",
        url=reverse("payments:staff_card_disputes") + "#to-decide",
        empty="No lost card dispute waits for a decision.",
    )


@register_queue(order=17)
def overturned_card_disputes() -> Queue:
    return queue_of(
        overturned_to_settle(),
        since="closed_at",
        title="Card disputes won after all",
        about="The money is held again, and the work had ended: where does it go?",
        url=reverse("payments:staff_card_disputes") + "#to-settle",
        empty="No money came back after a lost card dispute.",
    )


@register_queue(order=30)
def payouts_that_are_blocked() -> Queue:
    return queue_of(
        blocked_payouts(),
        since="clears_at",
        title="Payouts that are blocked",
        about="Available for more than a week; the freelancer's payout account is not complete.",
        url=_attention("payouts"),
        empty="No payout waits for somebody's payout account.",
    )


@register_queue(order=35)
def debts_that_stand() -> Queue:
    debts = standing_debts()
    return Queue(
        title="Debts that stand",
        about="Owed for more than 30 days: kept from later earnings, or written off.",
        count=len(debts),
        oldest=debts[0].since if debts else None,
        url=reverse("payments:staff_receivables"),
        empty="No freelancer has owed us anything for more than 30 days.",
    )


@register_queue(order=40)
def money_held_for_long() -> Queue:
    return queue_of(
        long_held_escrows(),
        since="funded_at",
        title="Funds held for long",
        about="Within 60 days of the processor's limit: it must end in a release or a refund.",
        url=_attention("escrows"),
        empty="No held funds are near the processor's limit.",
    )
