"""What one escrow did not use pays for another one of the same contract; decision 27."""

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.money import CurrencyMismatch, Money
from marketplace.core.data.prices import bounds_of, check_price
from payments.charges.errors import (
    CarriedChargeDisputed,
    CarriedElsewhere,
    EscrowBeingFunded,
    NotCarriable,
)
from payments.charges.models import Funding
from payments.charges.queries import is_refundable
from payments.charges.services.charges import hold, refuse_unpayable
from payments.charges.services.fundings import CARRIED_ON, Share, put_back, take_shares
from payments.charges.signals import escrow_carried_on
from payments.charges.states import UNFINISHED
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.held_funds import refuse_unheld
from payments.escrows.services.locks import lock_escrow
from payments.escrows.states import ESCROW
from payments.ledger.chart import CARRIED_OVER, AccountKind
from payments.ledger.services import ledger

SAME = ("payer_id", "payee_id", "currency", "group_id")


@transaction.atomic
def carry_over(
    *,
    source: Escrow,
    target: Escrow,
    part: Money,
    by: Actor,
    why: str,
    is_source_locked: bool = False,
) -> list[Funding]:
    """Let `part` of what `source` holds pay for `target`, which awaits funds.

    The newest charge goes first, so that the oldest is spent first. `target` is then charged less
    by it; paid whole by it, it is held at once. `source` closes when nothing is left in it. Side
    effects: ledger movements, events, `escrow_carried_on`, `escrow_funded`. Raises EscrowNotHeld,
    EscrowNotAwaitingFunds, EscrowBeingFunded, CarriedElsewhere, CurrencyMismatch, NotCarriable,
    PriceOutOfBounds for a rest too small to be charged, or CarriedChargeDisputed.
    """
    for escrow in sorted((source, target), key=lambda each: each.pk):
        lock_escrow(escrow, is_locked=is_source_locked and escrow is source)
    refuse_unheld(source)
    _refuse_unready(target)
    _refuse_misfit(source, target, part)
    shares = take_shares(source, part.minor, CARRIED_ON)
    if not all(is_refundable(share.charge) for share in shares):
        raise CarriedChargeDisputed(title=source.title)
    _leave(source, target, part, by=by, why=why)
    fundings = [_carry(share, source, target) for share in shares]
    _arrive(source, target, part, by=by, why=why)
    escrow_carried_on.send(sender=Escrow, escrow=source, target=target, part=part, actor=by)
    return fundings


def carry_back(funding: Funding, *, source: Escrow, target: Escrow, why: str) -> None:
    """A bank disputes what was carried while `target` still awaits funds: `source` has it again.

    What `target` is charged is more by it, so that what tries to pay it now is closed. Runs in
    the transaction of a caller that has locked both. Side effects: ledger movement, events, jobs.
    """
    part, charge_id = funding.amount, funding.charge_id
    ledger.post(
        CARRIED_OVER,
        key=f"carried_back:{funding.public_id}",
        currency=source.currency,
        amounts={"amount": part},
        owners={AccountKind.HELD: target.pk},
        to={AccountKind.HELD: source.pk},
    )
    funding.delete()
    put_back(source, charge_id, part, CARRIED_ON)
    told = {"amount": part}
    lessened = {"carried_in": target.carried_in - part}
    ESCROW.move(target, "carried_back", actor=SYSTEM, why=why, changes=lessened, particulars=told)
    back: dict[str, object] = {"carried_on": source.carried_on - part, "closed_at": None}
    ESCROW.move(source, "got_back", actor=SYSTEM, why=why, changes=back, particulars=told)
    for charge in target.charges.filter(state__in=UNFINISHED):
        enqueue("payments.close_charge", charge_id=charge.pk)


def most_to_carry(*, part: Money, target: Escrow) -> Money:
    """How much of `part` can pay for `target` at most.

    What is left to charge then is nothing, or no less than the processor charges.
    """
    most, least = min(part, target.to_charge), bounds_of(target.currency)[0]
    if most == target.to_charge:
        return most
    return max(min(most, target.to_charge - least), Money(0, target.currency))


def _refuse_unready(target: Escrow) -> None:
    """Whatever pays for it just now was asked for its whole price: that ends first."""
    refuse_unpayable(target)
    if target.charges.filter(state__in=UNFINISHED).exists():
        raise EscrowBeingFunded(title=target.title)


def _refuse_misfit(source: Escrow, target: Escrow, part: Money) -> None:
    is_alike = all(getattr(source, name) == getattr(target, name) for name in SAME)
    if not is_alike or source.bonus_for_id or target.bonus_for_id:
        raise CarriedElsewhere(title=source.title)
    if part.currency != source.currency:
        raise CurrencyMismatch(left=part.currency, right=source.currency)
    most = min(source.held, target.to_charge)
    if not 0 < part.minor <= most.minor:
        raise NotCarriable(title=source.title, most=most)
    if part != target.to_charge:
        check_price(target.to_charge - part, what="What is left to charge")


def _leave(source: Escrow, target: Escrow, part: Money, *, by: Actor, why: str) -> None:
    changes: dict[str, object] = {"carried_on": source.carried_on + part.minor}
    is_all = part == source.held
    if is_all:
        changes |= {"closed_at": timezone.now(), "in_review_since": None}
    ESCROW.move(
        source,
        "carried_on" if is_all else "part_carried_on",
        actor=by,
        why=why,
        changes=changes,
        particulars={"amount": part.minor, "to": str(target.public_id)},
        is_locked=True,
    )


def _carry(share: Share, source: Escrow, target: Escrow) -> Funding:
    funding = Funding.objects.create(
        escrow=target, charge=share.charge, carried_from=source, amount=share.amount
    )
    ledger.post(
        CARRIED_OVER,
        key=f"carried_over:{funding.public_id}",
        currency=source.currency,
        amounts={"amount": share.amount},
        owners={AccountKind.HELD: source.pk},
        to={AccountKind.HELD: target.pk},
    )
    return funding


def _arrive(source: Escrow, target: Escrow, part: Money, *, by: Actor, why: str) -> None:
    ESCROW.move(
        target,
        "carried_in",
        actor=by,
        why=why,
        changes={"carried_in": target.carried_in + part.minor},
        particulars={"amount": part.minor, "from": str(source.public_id)},
        is_locked=True,
    )
    if not target.to_charge:
        hold(target)
