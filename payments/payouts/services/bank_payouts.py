"""Payouts from a person's account at the processor to their bank: watched, never made by us."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.people.models import User
from marketplace.core.data.actors import SYSTEM
from marketplace.core.data.events import record
from marketplace.core.data.jobs import enqueue_once
from marketplace.core.data.locks import lock
from marketplace.core.text.words import shortened
from payments.payouts.models.bank_payouts import BankPayout
from payments.payouts.models.payees import Payee
from payments.payouts.models.payouts import Payout
from payments.payouts.queries.payees import kept_waiting
from payments.payouts.services.bookkeeping import move_payout
from payments.payouts.services.payees import refresh_payee
from payments.payouts.states import BANK_PAYOUT, PAYOUT, BankPayoutState, PayoutState
from payments.stripe.gateway import Gateway
from payments.stripe.objects import BankPayoutContents, SeenBankPayout

# Banks send money back within days; what is older than this has arrived for good.
LOOK_BACK = timedelta(days=30)
NOT_TOLD = BankPayoutContents()

# What the processor's state means for ours; a state that is older than ours has no legal move.
MOVES = {
    BankPayoutState.IN_TRANSIT: "left",
    BankPayoutState.PAID: "paid",
    BankPayoutState.FAILED: "failed",
    BankPayoutState.CANCELLED: "cancelled",
}
CARRIED = {BankPayoutState.PAID: "paid", BankPayoutState.FAILED: "bank_refused"}


def refresh_bank_payout(*, payee: Payee, processor_id: str, gateway: Gateway) -> None:
    """Fetch one bank payout and take it over. Calls the processor."""
    _take_over(payee, gateway.fetch_bank_payout(payee.account_id, processor_id), gateway)


def look_at_account(*, payee: Payee, gateway: Gateway) -> None:
    """The poll: what messages may have failed to tell of the account and its bank payouts."""
    refresh_payee(payee=payee, gateway=gateway)
    if payee.account_id:
        made = gateway.bank_payouts(payee.account_id, timezone.now() - LOOK_BACK)
        for seen in reversed(made):
            _take_over(payee, seen, gateway)


def look_at_accounts() -> int:
    """Have every account looked at that money moves on or waits for; returns how many."""
    payees = sorted({payee.pk for payee in (*_moving(), *kept_waiting())})
    for payee_id in payees:
        enqueue_once("payments.look_at_account", payee_id=payee_id)
    return len(payees)


def _moving() -> QuerySet[Payee]:
    recent = timezone.now() - LOOK_BACK
    sent = Payout.objects.filter(state=PayoutState.SENT, sent_at__gte=recent)
    moving = BankPayout.objects.filter(created_at__gte=recent)
    return Payee.objects.filter(
        Q(user__in=sent.values("payee")) | Q(user__in=moving.values("payee"))
    ).exclude(account_id="")


def _take_over(payee: Payee, seen: SeenBankPayout, gateway: Gateway) -> None:
    known = BankPayout.objects.filter(processor_id=seen.id, is_itemised=True)
    contents = NOT_TOLD
    if seen.is_itemised and not known.exists():
        contents = gateway.bank_payout_contents(payee.account_id, seen.id)
    take_over_bank_payout(user=payee.user, seen=seen, contents=contents)


@transaction.atomic
def take_over_bank_payout(
    *, user: User, seen: SeenBankPayout, contents: BankPayoutContents = NOT_TOLD
) -> BankPayout:
    """Keep what the processor says, once, in any order. Side effects: events, `payout_changed`."""
    bank_payout = _keep(user, seen)
    _link(bank_payout, contents)
    verb = MOVES.get(BankPayoutState(seen.state), "")
    if BANK_PAYOUT.allows(bank_payout, verb):
        is_over = seen.state != BankPayoutState.IN_TRANSIT
        changes = {
            "arrives_on": seen.arrives_on,
            "ended_at": timezone.now() if is_over else None,
            "problem": seen.problem,
            "remedy": seen.remedy,
        }
        BANK_PAYOUT.move(bank_payout, verb, actor=SYSTEM, why=seen.problem, changes=changes)
        _move_carried(bank_payout)
    elif bank_payout.state == BankPayoutState.PAID:
        _move_carried(bank_payout)  # those that it was only now told to carry
    return bank_payout


def _keep(user: User, seen: SeenBankPayout) -> BankPayout:
    """The row of the bank payout, locked."""
    bank_payout, is_new = BankPayout.objects.get_or_create(
        processor_id=seen.id,
        defaults={
            "payee": user,
            "currency": seen.currency,
            "amount": seen.amount,
            "bank_name": shortened(seen.bank_name, 255),
            "bank_last4": seen.bank_last4,
            "arrives_on": seen.arrives_on,
            "created_at": seen.created_at,
        },
    )
    lock(bank_payout)
    if is_new:
        record("bank_payout.made", subject=bank_payout, actor=SYSTEM, to_state=bank_payout.state)
    return bank_payout


def _link(bank_payout: BankPayout, contents: BankPayoutContents) -> None:
    """Which payouts it carries; one that is not known yet is looked for again by the poll."""
    if contents == NOT_TOLD or bank_payout.is_itemised:
        return
    own = bank_payout.payee.payouts
    sent = own.filter(processor_payment_id__in=contents.payments)
    earlier = bank_payout.payee.bank_payouts.filter(processor_id__in=contents.retried)
    bank_payout.payouts.add(*sent, *own.filter(bank_payouts__in=earlier))
    found = len(sent) + len(earlier)
    bank_payout.is_itemised = found == len(contents.payments) + len(contents.retried)
    bank_payout.save(update_fields=["is_itemised"])


def _move_carried(bank_payout: BankPayout) -> None:
    """Newest first, as a release that is taken back locks them too.

    What another bank payout has brought to the bank by now is not sent back by an old failure.
    """
    verb = CARRIED.get(BankPayoutState(bank_payout.state), "")
    arrived = BankPayout.objects.filter(state=BankPayoutState.PAID).exclude(pk=bank_payout.pk)
    carried = Payout.objects.filter(bank_payouts=bank_payout).exclude(bank_payouts__in=arrived)
    for payout in carried.select_for_update(of=("self",)).order_by("-id"):
        if PAYOUT.allows(payout, verb):
            told = {"bank_payout": str(bank_payout.public_id), "amount": payout.at_payee.minor}
            move_payout(payout, verb, by=SYSTEM, why=bank_payout.problem, particulars=told)
