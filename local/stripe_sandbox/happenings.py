"""What a person or test lets happen by hand: the answers of banks and of Stripe itself."""

from typing import Any

from local.stripe_sandbox import (
    account_steps,
    balance_settings,
    balance_transactions,
    charges,
    debits,
    dispute_steps,
    payment_intents,
    payout_steps,
    refunds,
    topup_steps,
)
from local.stripe_sandbox.account_requirements import payouts_status
from local.stripe_sandbox.accounts import existing, set_payouts, set_status
from local.stripe_sandbox.box import Box

Body = dict[str, Any]


def set_account_status(
    box: Box, *, account: str, stripe_transfers: str | None = None, payouts: str | None = None,
    asks: list[str] | None = None, days: int = 14,
) -> Body:  # fmt: skip
    """Set capabilities of an account: active, pending, restricted or unsupported; or ask for more.

    What is asked for, such as `identity.individual.address`, is due within `days`.
    """
    for status in (stripe_transfers, payouts):
        if status not in (None, "active", "pending", "restricted", "unsupported"):
            raise ValueError(f"unknown status: {status}")
    found = existing(box, account)
    if stripe_transfers:
        found = set_status(box, found, stripe_transfers)
    if payouts:
        found = set_payouts(box, found, payouts)
    if asks:
        found = account_steps.ask(box, found, asks, days=days)
    return {
        "account": account,
        "stripe_transfers": found["_status"],
        "payouts": payouts_status(found),
    }


def pay_account_out(box: Box, *, account: str) -> Body:
    """Let an account's schedule look at its balance now, as it does at midnight."""
    found = existing(box, account)
    before = {each["id"] for each in box.storage.find("payout", _account=found["id"])}
    balance_settings.pay_out(box, found["id"])
    after = [each["id"] for each in box.storage.find("payout", _account=found["id"])]
    return {"account": account, "payouts": [each for each in after if each not in before]}


def end_payout(box: Box, *, payout: str, outcome: str) -> Body:
    """Let the bank answer a payout: paid or failed, which it may be even after it was paid."""
    found = box.storage.get(payout, "payout")
    if found is None or found["status"] not in ("pending", "in_transit", "paid"):
        raise ValueError(f"{payout} cannot end any more")
    if outcome not in ("paid", "failed"):
        raise ValueError(f"unknown outcome: {outcome}")
    if outcome == "failed":
        code, message = "account_closed", "The bank account has been closed."
        return {"payout": payout, "status": payout_steps.fail(box, found, code, message)["status"]}
    return {"payout": payout, "status": payout_steps.pay(box, found)["status"]}


def end_debit(box: Box, *, payment_intent: str, outcome: str) -> Body:
    """Let the bank answer a debit that waits: succeeded or failed."""
    if outcome not in ("succeeded", "failed"):
        raise ValueError(f"unknown outcome: {outcome}")
    intent = payment_intents.retrieve(box, {}, payment_intent)
    if intent["status"] != "processing":
        raise ValueError(f"{payment_intent} does not wait for a bank")
    failure = ("insufficient_funds", "The account has insufficient funds.")
    ended = debits.conclude(box, intent, failure=failure if outcome == "failed" else None)
    return {"payment_intent": payment_intent, "status": ended["status"]}


def open_dispute(
    box: Box, *, charge: str, reason: str = "fraudulent", amount: int | None = None,
    inquiry: bool = False,
) -> Body:  # fmt: skip
    """Let the bank dispute a charge that succeeded, or inquire about it."""
    found = charges.existing(box, charge, param="charge")
    if found["status"] != "succeeded":
        raise ValueError(f"{charge} did not succeed")
    opened = dispute_steps.open_dispute(
        box, found, reason=reason, amount=amount, is_inquiry=inquiry
    )
    return {"dispute": opened["id"], "status": opened["status"]}


def end_dispute(box: Box, *, dispute: str, outcome: str) -> Body:
    """Let the bank decide a dispute: won, lost, escalated from an inquiry, or won after all."""
    found = box.storage.get(dispute, "dispute")
    if found and (found["status"], outcome) == ("lost", "overturned"):
        return {"dispute": dispute, "status": dispute_steps.conclude(box, found, "won")["status"]}
    if found is None or found["status"] not in dispute_steps.OPEN:
        raise ValueError(f"{dispute} is not open")
    if outcome not in ("won", "lost", "escalated"):
        raise ValueError(f"unknown outcome: {outcome}")
    if outcome == "escalated":
        ended = dispute_steps.escalate(box, found)
    else:
        ended = dispute_steps.conclude(box, found, outcome)
    return {"dispute": dispute, "status": ended["status"]}


def end_refund(box: Box, *, refund: str, outcome: str) -> Body:
    """Let a refund fail, whatever it was, or one that waits succeed."""
    found = refunds.retrieve(box, {}, refund)
    if outcome == "failed" and found["status"] in ("pending", "succeeded"):
        refunds.fail(box, found)
    elif outcome == "succeeded" and found["status"] == "pending":
        refunds.succeed(box, found)
    else:
        raise ValueError(f"a refund that is {found['status']} cannot become {outcome}")
    return {"refund": refund, "status": refunds.retrieve(box, {}, refund)["status"]}


def end_topup(box: Box, *, topup: str, outcome: str) -> Body:
    """Let the bank answer a top-up: succeeded or failed; or take one back that was there."""
    ends = {
        ("pending", "succeeded"): topup_steps.succeed,
        ("pending", "failed"): topup_steps.fail,
        ("succeeded", "reversed"): topup_steps.reverse,
    }
    found = box.storage.get(topup, "topup")
    end = ends.get((found["status"] if found else "", outcome))
    if found is None or end is None:
        raise ValueError(f"{topup} cannot become {outcome}")
    return {"topup": topup, "status": end(box, found)["status"]}


def charge_fee(box: Box, *, amount: int, currency: str) -> Body:
    """Let Stripe take a fee that belongs to no payment; below zero it gives one back."""
    if not amount:
        raise ValueError("a fee of nothing is none")
    booked = balance_transactions.record(
        box, type="stripe_fee", amount=-amount, currency=currency, source=None,
        description="Connect (2026-11): active accounts",
    )  # fmt: skip
    return {"balance_transaction": booked["id"], "net": booked["net"]}
