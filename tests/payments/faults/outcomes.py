"""Everything that there is in the end, here and at the processor."""

from collections import Counter
from dataclasses import dataclass, field

from marketplace.core.data.models import Event, OutboxMessage
from payments.escrows.models.escrows import Escrow
from payments.ledger.models import Transfer
from payments.operations.models import Operation
from tests.payments.books import books
from tests.sandbox import SandboxProcess

# A call may go out twice and a message may come twice, so these leave more or fewer events.
UNCOUNTED = ("operation", "stripe_event")


@dataclass(frozen=True)
class Outcome:
    """`processor` counts what was made there, as "refund of 420000"; `calls` names attempts."""

    escrow: str
    books: dict[str, int]
    processor: Counter[str] = field(default_factory=Counter)
    movements: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)
    promised: int = 0

    def then(
        self,
        escrow: str,
        books: dict[str, int],
        processor: tuple[str, ...] = (),
        movements: str = "",
        events: str = "",
        calls: str = "",
    ) -> "Outcome":
        """What one more flow adds, once each."""
        ended = [f"{verb} 1 succeeded" for verb in calls.split()]
        return Outcome(
            escrow,
            books,
            self.processor + Counter(processor),
            self.movements + Counter(movements.split()),
            self.events + Counter(events.split()),
            self.calls + Counter(ended),
        )


def outcome_of(escrow: Escrow, sandbox: SandboxProcess) -> Outcome:
    """What there is now; jobs that were promised and not done count too."""
    escrow.refresh_from_db()
    events = Event.objects.filter(subject_type__startswith="payments.")
    verbs = events.values_list("verb", flat=True)
    operations = Operation.objects.values_list("verb", "attempt", "state")
    return Outcome(
        escrow.state,
        books(escrow),
        at_processor(sandbox),
        Counter(Transfer.objects.values_list("code", flat=True)),
        Counter(verb for verb in verbs if verb.split(".")[0] not in UNCOUNTED),
        Counter(f"{verb} {attempt} {state}" for verb, attempt, state in operations),
        OutboxMessage.objects.filter(done_at=None).count(),
    )


def at_processor(sandbox: SandboxProcess) -> Counter[str]:
    v1 = sandbox.client().v1
    transfers = v1.transfers.list({}).data
    made = [
        *(f"checkout of {session.amount_total}" for session in v1.checkout.sessions.list({}).data),
        *(f"charge of {charge.amount}" for charge in v1.charges.list({}).data),
        *(f"transfer of {transfer.amount}" for transfer in transfers),
        *(f"reversal of {part.amount}" for each in transfers for part in each.reversals.data),
        *(f"refund of {refund.amount}" for refund in v1.refunds.list({}).data),
    ]
    return Counter(made)


NOTHING = Outcome("awaiting_funds", {}, events=Counter(["escrow.opened"]))
HELD = NOTHING.then(
    "held",
    {"processor_balance": -407_790, "processor_fees": -12_210, "held": 420_000},
    processor=("checkout of 420000", "charge of 420000"),
    movements="charge_succeeded charge_settled",
    events="charge.opened charge.succeeded escrow.funded",
    calls="create_customer open_checkout",
)
SAVED = NOTHING.then(
    "awaiting_funds",
    {},
    processor=("checkout of None",),
    events="method_setup.opened method_setup.saved payment_method.saved",
    calls="create_customer open_setup",
)
CHARGED = SAVED.then(
    "held",
    {"processor_balance": -407_790, "processor_fees": -12_210, "held": 420_000},
    processor=("charge of 420000",),
    movements="charge_succeeded charge_settled",
    events="charge.begun charge.succeeded escrow.funded",
    calls="charge_saved",
)
CHARGED_BY_PLAN = CHARGED.then("held", CHARGED.books, events="charge_plan.started charge_plan.paid")
RELEASED = HELD.then(
    "released",
    {
        "processor_balance": -407_790,
        "processor_fees": -12_210,
        "platform_fees": 33_600,
        "payee_clearing": 386_400,
    },
    movements="release",
    events="escrow.released",
)
REFUNDED = HELD.then(
    "refunded",
    {"processor_balance": 12_210, "processor_fees": -12_210},
    processor=("refund of 420000",),
    movements="refund_decided refund_settled",
    events="escrow.refunded refund.decided refund.succeeded",
    calls="refund_charge",
)
PAID_OUT = RELEASED.then(
    "released",
    {"processor_balance": -21_390, "processor_fees": -12_210, "platform_fees": 33_600},
    processor=("transfer of 386400",),
    movements="cleared payout_requested payout_sent",
    events="payee.opened payee.verified payout.cleared payout.requested payout.sent",
    calls="open_account link_onboarding send_transfer",
)
REVERSED = PAID_OUT.then(
    "refunded",
    {"processor_balance": 12_210, "processor_fees": -12_210},
    processor=("reversal of 386400", "refund of 420000"),
    movements="release_recalled transfer_reversed refund_decided refund_settled",
    events="escrow.recalled reversal.asked reversal.made payout.reversed"
    " escrow.refunded refund.decided refund.succeeded",
    calls="reverse_transfer refund_charge",
)
