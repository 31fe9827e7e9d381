"""Whether a person can be paid, and if not, why and what to do."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from accounts.people.models import User
from accounts.profiles import payout_reach
from accounts.profiles.payout_reach import OutOfReach
from accounts.profiles.queries.profiles import country_of
from marketplace.core.data.jobs import is_promised
from marketplace.core.data.states import Badge, in_state
from payments.payouts.errors import PayeeNotReady
from payments.payouts.models.payees import Payee
from payments.payouts.models.payouts import Payout
from payments.payouts.states import PayeeState, PayoutState

REASONS = {
    PayeeState.NOT_STARTED: "Set up your payout account first: it takes about five minutes.",
    PayeeState.INCOMPLETE: "Your payout account is not complete yet. Continue the set-up.",
    PayeeState.CHECKING: "Stripe is checking what you gave, which takes minutes or up to two days. "
    "There is nothing for you to do. Your money stays available.",
    PayeeState.RESTRICTED: "Stripe has paused payouts to you until it has what it asks for. Your "
    "money stays available, and goes out by itself as soon as the account is ready.",
}
# Only who could be paid before can be late with something.
WERE_READY = (PayeeState.READY, PayeeState.RESTRICTED)
BADGES = {
    PayeeState.NOT_STARTED: Badge("Not started"),
    PayeeState.INCOMPLETE: Badge("In progress", "held"),
    PayeeState.CHECKING: Badge("Under check", "review"),
    PayeeState.RESTRICTED: Badge("Paused", "disputed"),
    PayeeState.READY: Badge("Ready", "paid"),
}
SENDING_JOB = "payments.pay_out"
SOME_DAY = datetime.max.replace(tzinfo=UTC)
NEXT_STEPS = {
    PayeeState.NOT_STARTED: "Set up payouts",
    PayeeState.INCOMPLETE: "Continue the set-up",
    PayeeState.RESTRICTED: "Give Stripe what it asks for",
    PayeeState.READY: "Give Stripe what it asks for",
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One thing that the processor asks for, or is at work on."""

    what: str
    why: str
    due_at: datetime | None
    is_overdue: bool
    is_for_person: bool


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What a person is told of their payout account."""

    payee: Payee | None
    state: PayeeState
    blocked: str
    asked: list[Asked]
    # What to press next; empty when there is nothing to do.
    next_step: str
    # What waited for the account to become ready goes out now.
    is_sending: bool

    @property
    def badge(self) -> Badge:
        return BADGES[self.state]

    is_ready = in_state(PayeeState.READY)
    is_being_checked = in_state(PayeeState.CHECKING)
    is_paused = in_state(PayeeState.RESTRICTED)
    is_unfinished = in_state(PayeeState.NOT_STARTED, PayeeState.INCOMPLETE)

    @property
    def rhythm(self) -> str:
        """When what is released goes out by itself."""
        return "every Monday, or when you ask" if settings.CLEARING_DAYS else "at once"


def payee_of(user: User) -> Payee | None:
    return Payee.objects.filter(user=user).first()


def is_ready(user: User) -> bool:
    return Payee.objects.filter(user=user, state=PayeeState.READY).exists()


@payout_reach.payout_account
def has_account(user: User) -> bool:
    """Ready or not: it is in a country that payouts reach."""
    return Payee.objects.filter(user=user).exclude(account_id="").exists()


def payouts_out_of_reach(user: User) -> OutOfReach | None:
    """Set where nothing could be paid to a person, wherever they say they live."""
    return payout_reach.payouts_out_of_reach(user, country_of(user))


def is_country_unknown(user: User) -> bool:
    """Whether neither a payout account nor the profile says where a person is to be paid."""
    return not country_of(user) and not has_account(user)


def standing_of(user: User) -> Standing:
    payee = payee_of(user)
    state = PayeeState(payee.state) if payee else PayeeState.NOT_STARTED
    asked = asked_of(payee)
    is_quiet = state == PayeeState.READY and not any(each.is_for_person for each in asked)
    return Standing(
        payee=payee,
        state=state,
        blocked=block_of(payee),
        asked=asked,
        next_step="" if is_quiet else NEXT_STEPS.get(state, ""),
        is_sending=state == PayeeState.READY and is_promised(SENDING_JOB, user_id=user.pk),
    )


def asked_of(payee: Payee | None) -> list[Asked]:
    """What the processor asks for, the most urgent first."""
    asked = [_asked(each, payee) for each in payee.requirements] if payee else []
    return sorted(asked, key=lambda each: (not each.is_overdue, each.due_at or SOME_DAY))


def _asked(kept: dict[str, Any], payee: Payee) -> Asked:
    due_at = datetime.fromisoformat(kept["due_at"]) if kept["due_at"] else None
    # The processor calls everything that a new account lacks "past due" from its first second.
    is_overdue = kept["is_overdue"] and payee.state in WERE_READY
    return Asked(**kept | {"due_at": due_at, "is_overdue": is_overdue})


def block_of(payee: Payee | None) -> str:
    """Why nothing can be paid out, with the way out; empty when it can."""
    state = PayeeState(payee.state) if payee else PayeeState.NOT_STARTED
    return "" if state == PayeeState.READY else REASONS[state]


def ready_payee(user: User) -> Payee:
    """The person's account at the processor; raises PayeeNotReady."""
    payee = payee_of(user)
    reason = block_of(payee)
    if payee is None or reason:
        raise PayeeNotReady(reason=reason)
    return payee


def kept_waiting() -> QuerySet[Payee]:
    """Accounts that are not ready although money waits for them, or they were ready before."""
    waiting = Payout.objects.filter(state=PayoutState.AVAILABLE).values("payee")
    unready = Payee.objects.exclude(account_id="").exclude(state=PayeeState.READY)
    return unready.filter(user__in=waiting) | unready.filter(state=PayeeState.RESTRICTED)
