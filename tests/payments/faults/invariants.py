"""What is always true of money, whatever has happened: books, rows, events and processor agree."""

from collections import Counter
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import F, Sum

from marketplace.core.data.models import Event
from payments.card_disputes.models import CardDispute
from payments.charges.models import Charge, Funding
from payments.charges.queries import escrows_with, left_of
from payments.escrows.models.escrows import Escrow
from payments.ledger.chart import OWED_TO_US, OWNED, AccountKind
from payments.ledger.models import Account, Entry
from payments.ledger.queries import misstated_accounts
from payments.payouts.models.bank_payouts import BankPayout
from payments.payouts.models.payouts import Payout
from payments.payouts.models.reversals import Reversal
from payments.reconciliation.models.reconciliations import Reconciliation, ReconciliationCase
from payments.reconciliation.services.comparison import reconcile
from payments.refunds.models import Refund
from payments.stripe.gateway import gateway_for_worker

RECEIVED = ("succeeded", "returned", "mismatched")
UNPAID = ("awaiting_funds", "processing")
HOLDING = ("held", "disputed", "recalled")
ENDED = ("released", "refunded", "carried")
NOUNS = (
    *("escrow", "charge", "chargeplan", "refund", "payout", "reversal", "carddispute", "payee"),
    *("bankpayout", "operation"),
)


def every_transfer_is_balanced() -> None:
    sums = Entry.objects.values("transfer", "account__currency").annotate(total=Sum("amount"))
    assert list(sums.exclude(total=0)) == []


def no_account_is_of_the_wrong_sign() -> None:
    owed_to_us = Account.objects.filter(kind__in=OWED_TO_US, balance__gt=0)
    ours_to_keep = Account.objects.filter(kind__in=OWNED - OWED_TO_US, balance__lt=0)
    assert (list(owed_to_us), list(ours_to_keep), misstated_accounts()) == ([], [], [])


def held_is_what_was_charged_less_what_left() -> None:
    """Per escrow, by the rows of charges, refunds, payouts and card disputes; and its own row.

    What was carried came from one escrow and pays for another, of which it is counted once each.
    """
    booked = balances(AccountKind.HELD)
    charged = by(Charge.objects.filter(state__in=RECEIVED), "escrow", "amount_received")
    refunds = by(Refund.objects.filter(state__in=["pending", "succeeded"]), "escrow", "amount")
    failed = by(Refund.objects.filter(state="failed"), "escrow", "amount")
    released = by(Payout.objects.all(), "escrow", F("amount") + F("fee") - F("recalled"))
    lost = lost_held()
    borne = borne_by_payees()
    for escrow in Escrow.objects.all():
        out = [part[escrow.pk] for part in (refunds, released, lost, borne)]
        came = charged[escrow.pk] + escrow.carried_in - escrow.carried_on
        assert booked[escrow.pk] == came - sum(out), escrow
        waiting = escrow.carried_in if escrow.state in UNPAID else 0
        left = escrow.left if escrow.state in HOLDING else waiting
        assert booked[escrow.pk] == left + failed[escrow.pk], escrow
        assert (escrow.released, escrow.state in ENDED and escrow.left) == (
            released[escrow.pk], 0,
        ), escrow  # fmt: skip


def each_charge_is_released_refunded_or_held() -> None:
    """Of every paid charge: nothing is paid out or sent back that it did not bring."""
    out = by(Payout.objects.all(), "charge", F("amount") + F("fee") - F("recalled"))
    out.update(by(Refund.objects.exclude(state="overtaken"), "charge", "amount"))
    out.update(by(CardDispute.objects.all(), "charge", "lost_held"))
    borne = borne_by_payees("charge")
    for charge in Charge.objects.filter(state="succeeded").select_related("escrow"):
        holders = [charge.escrow, *escrows_with(charge)]
        held = sum(held_of(escrow, charge) for escrow in holders)
        assert charge.amount_received == out[charge.pk] + borne[charge.pk] + held, charge


def fundings_are_what_their_escrows_say() -> None:
    for escrow in Escrow.objects.exclude(carried_in=0):
        fundings = list(escrow.fundings.all())
        carried = sum(each.amount for each in fundings if each.carried_from_id)
        assert carried == escrow.carried_in, escrow
        for counter in ("released", "refunded", "carried_on"):
            counted = sum(getattr(each, counter) for each in fundings)
            assert counted == getattr(escrow, counter), (escrow, counter)
        if escrow.state not in (*UNPAID, "cancelled"):
            assert sum(each.left for each in fundings) == escrow.left, escrow
    assert not Funding.objects.filter(escrow__carried_in=0).exists()
    carried = by(Funding.objects.exclude(carried_from=None), "carried_from", "amount")
    assert carried == by(Escrow.objects.all(), "pk", "carried_on")


def payees_own_what_their_payouts_say() -> None:
    unsent = F("amount") - F("withheld")
    accrued = by(Payout.objects.filter(state="accrued"), "payee", unsent)
    available = by(Payout.objects.filter(state="available"), "payee", unsent)
    assert balances(AccountKind.PAYEE_CLEARING) == accrued
    assert balances(AccountKind.PAYEE_AVAILABLE) == available
    owed = total(
        Payout.objects.all(), F("recalled") - F("fee_returned") - F("withheld") - F("reversed")
    )
    receivable = sum(balances(AccountKind.PAYEE_RECEIVABLE).values())
    assert receivable == moved()["receivable_written_off"] - owed
    reversals = total(Reversal.objects.filter(state="made"), "amount")
    assert reversals == total(Payout.objects.all(), "reversed")


def the_platform_has_what_the_rows_say() -> None:
    sending, disputes = Payout.objects.filter(state="sending"), CardDispute.objects.all()
    at_bank = F("withdrawn") - F("reinstated") - F("lost_held") - F("lost_released")
    credited = moved()
    borne = credited["loss_recovered"] - credited["loss_returned"]
    expected = {
        AccountKind.TRANSFER_CLEARING: total(sending, F("amount") - F("withheld")),
        AccountKind.REFUND_CLEARING: total(Refund.objects.filter(state="pending"), "amount"),
        AccountKind.CHARGE_CLEARING: 0,
        AccountKind.DISPUTE_HOLD: -total(disputes, at_bank),
        AccountKind.DISPUTE_FEES: -total(disputes, "fee"),
        AccountKind.PLATFORM_FEES: total(Payout.objects.all(), F("fee") - F("fee_returned")),
        AccountKind.LOSSES: borne
        - total(disputes, "lost_released")
        - credited["receivable_written_off"],
    }
    booked = by(Entry.objects.all(), "account__kind", "amount")
    assert {kind: booked[kind] for kind in expected} == expected


def what_is_at_a_bank_was_brought_there() -> None:
    """A payout is paid if, and only if, a bank took one that carried it."""
    arrived = BankPayout.objects.filter(state="paid")
    paid = Payout.objects.filter(state="paid")
    assert list(paid.exclude(bank_payouts__in=arrived)) == []
    assert list(Payout.objects.filter(state="sent", bank_payouts__in=arrived)) == []


def events_lead_to_the_states() -> None:
    """Each event starts where the one before ended, and the last one ended where the row is."""
    ended: dict[tuple[str, int], str] = {}
    events = Event.objects.filter(subject_type__startswith="payments.").exclude(to_state="")
    for event in events.order_by("id"):
        subject = (event.subject_type, event.subject_id)
        if event.from_state:
            assert ended.get(subject, event.from_state) == event.from_state, event
        ended[subject] = event.to_state
    for noun in NOUNS:
        for pk, state in apps.get_model("payments", noun).objects.values_list("pk", "state"):
            assert ended.get((f"payments.{noun}", pk), state) == state, (noun, pk)


def the_database_is_content() -> None:
    """Its deferred constraints too, which it checks at a commit."""
    connection.check_constraints()


def the_processor_agrees() -> None:
    """Each of its lines is one movement of ours or on its way here, and so are the totals."""
    compared = reconcile(gateway=gateway_for_worker(), is_full=True)
    cases = ReconciliationCase.objects.filter(state="open")
    assert [str(case) for case in cases] == []
    for currency, ours, theirs, on_its_way, their_balance in compared.totals:
        assert ours + on_its_way == theirs == their_balance, currency


def nothing_is_on_its_way() -> None:
    """Every line of the processor has its movement, but a refund that its bank has not settled."""
    totals = Reconciliation.objects.latest("id").totals
    if not Refund.objects.filter(state="pending").exists():
        assert [line[3] for line in totals] == [0] * len(totals)


ALWAYS: tuple[Callable[[], None], ...] = (
    every_transfer_is_balanced,
    no_account_is_of_the_wrong_sign,
    held_is_what_was_charged_less_what_left,
    each_charge_is_released_refunded_or_held,
    fundings_are_what_their_escrows_say,
    payees_own_what_their_payouts_say,
    the_platform_has_what_the_rows_say,
    what_is_at_a_bank_was_brought_there,
    the_database_is_content,
)
IN_THE_END = (*ALWAYS, events_lead_to_the_states, the_processor_agrees, nothing_is_on_its_way)


def by(rows: Any, owner: str, amount: Any) -> Counter[Any]:
    """Minor units by owner; whoever has nothing is left out."""
    sums = rows.order_by().values_list(owner).annotate(total=Sum(amount))
    return Counter({key: found for key, found in sums if found})


def balances(kind: AccountKind) -> Counter[Any]:
    return by(Account.objects.filter(kind=kind), "owner_id", "balance")


def total(rows: Any, amount: Any) -> int:
    return rows.aggregate(total=Sum(amount))["total"] or 0


def moved() -> Counter[Any]:
    """What movements of each kind have credited."""
    return by(Entry.objects.filter(amount__gt=0), "transfer__code", "amount")


def held_of(escrow: Escrow, charge: Charge) -> int:
    """What an escrow has of one charge, also before it is paid whole."""
    if escrow.state in UNPAID:
        return sum(each.left for each in escrow.fundings.filter(charge=charge))
    return left_of(escrow, charge) if escrow.state in HOLDING else 0


def lost_held() -> Counter[Any]:
    """By escrow: what banks took of what was held; of a carried charge, where it lay."""
    lost = by(CardDispute.objects.all(), "charge__escrow", "lost_held")
    carried = Funding.objects.exclude(carried_from=None)
    for escrow, charge_of, taken in carried.values_list("escrow", "charge__escrow", "charged_back"):
        lost[escrow] += taken
        lost[charge_of] -= taken
    return lost


def borne_by_payees(of: str = "escrow") -> Counter[Any]:
    """By escrow: what had been released and was lost to a bank, less what came back."""
    signs = {"loss_recovered": 1, "loss_returned": -1}
    moved = Entry.objects.filter(transfer__code__in=signs, amount__gt=0)
    escrows = dict(Payout.objects.values_list("public_id", of))
    found: Counter[Any] = Counter()
    for key, amount in by(moved, "transfer__key", "amount").items():
        code, payout, *_ = key.split(":")
        found[escrows[UUID(payout)]] += signs[code] * amount
    return found
